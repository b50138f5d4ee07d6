import assert from 'node:assert/strict';
import { defaultConfiguration, type Configuration, type Suppression } from '../../../src/core/host';
import { configure } from '../../../src/core/project/configure';
import {
  addSuppression,
  newProjectFile,
  removeSuppression,
  scopeOf,
} from '../../../src/core/project/edit-suppressions';
import { readProjectFile } from '../../../src/core/project/project-file';
import { SuppressionLedger, type LedgerQuery } from '../../../src/core/project/suppression-ledger';
import type { TextEdit } from '../../../src/core/language-service';
import { inspect, inspectCtr, inspectV2, unknownAtomic } from '../../support/atomics';
import { activityId, workflowId } from '../../support/ids';
import { printJson } from '../../support/print-json';
import { document, planFor, serviceWith } from '../../support/service';
import * as build from '../../support/workflow';

const because = { reason: 'Because.' };
const make = build.generator('make', { target: build.on(build.tokenTarget) });
const token = build.tokenOf('make');
const use = build.atomicCall('use', inspect, token);
const other = build.atomicCall('other', inspect, token);
const request = build.httpRequest('request', { headers: [build.bearer(token)] });

function suppress(...suppressions: Suppression[]): Partial<Configuration> {
  return { suppressions };
}

function codesWith(configuration: Partial<Configuration>, value = build.workflow({ actions: [make, use, other] })) {
  return serviceWith({ severities: { 'securex-ended': 'off' }, ...configuration })
    .diagnose(document(printJson(value)))
    .map(({ code }) => code);
}

describe('a suppression', () => {
  it('hides the findings of its rule and no others', () => {
    assert.deepEqual(codesWith({}), ['generate-access-token', 'access-token-input', 'access-token-input']);
    assert.deepEqual(codesWith(suppress({ rule: 'token-variable', ...because })), codesWith({}));
    // The generator stays for what is kept on purpose alone, so nothing is wrong with it either.
    assert.deepEqual(codesWith(suppress({ rule: 'access-token-input', ...because })), []);
  });

  it('holds for one activity', () => {
    const one = { rule: 'access-token-input', activity: activityId('use'), ...because };
    assert.deepEqual(codesWith(suppress(one)), ['access-token-input']);
    assert.deepEqual(codesWith(suppress({ ...one, activity: 'use' })), codesWith({}));
  });

  it('holds for one workflow, by its title or its unique name', () => {
    for (const workflow of [build.ownTitle, workflowId(build.ownTitle)]) {
      assert.deepEqual(codesWith(suppress({ rule: 'access-token-input', workflow, ...because })), []);
    }
    assert.deepEqual(
      codesWith(suppress({ rule: 'access-token-input', workflow: 'Another', ...because })),
      codesWith({}),
    );
  });

  it('is told together with what it hides', () => {
    const one = { rule: 'access-token-input', activity: activityId('use'), ...because };
    const all = { rule: 'access-token-input', ...because };
    const text = printJson(build.workflow({ actions: [make, use, other] }));
    const suppressed = serviceWith(suppress(one, all)).suppressed(document(text));
    assert.deepEqual(
      suppressed.map(({ diagnostic, suppressions }) => [diagnostic.code, suppressions]),
      [
        ['access-token-input', [one, all]],
        ['access-token-input', [all]],
      ],
    );
  });

  it('keeps an input and the generator behind it from a migration, and nothing else', () => {
    const value = build.workflow({ actions: [make, use, other, request] });
    const { status, changes, manual, newText } = planFor(value, {
      configuration: suppress({ rule: 'access-token-input', activity: activityId('use'), ...because }),
    });
    assert.deepEqual([status, manual], ['migrated', []]);
    assert.deepEqual(
      changes.map(({ kind, title }) => [kind, title]),
      [
        ['empty-input', 'other'],
        ['remove-header', 'request'],
      ],
    );
    assert.equal(newText.split(token).length - 1, 1);
  });

  it('keeps a header', () => {
    const value = build.workflow({ actions: [make, request] });
    const { status, changes } = planFor(value, {
      configuration: suppress({ rule: 'authorization-header', ...because }),
    });
    assert.deepEqual([status, changes], ['unchanged', []]);
  });

  it('keeps a generator that nothing would need any more, and what stores its token', () => {
    const value = build.workflow({
      variables: [build.tokenVariable('Token')],
      actions: [
        make,
        build.setVariables('store', { Token: token }),
        build.atomicCall('use', inspect, build.local('Token')),
      ],
    });
    const { status, changes } = planFor(value, {
      configuration: suppress({ rule: 'generate-access-token', ...because }),
    });
    assert.equal(status, 'migrated');
    assert.deepEqual(
      changes.map(({ kind }) => kind),
      ['empty-input'],
    );
  });

  it('leaves nothing of a rule to a person, and keeps it with --assume-optional, too', () => {
    const configuration = suppress({ rule: 'retired-atomic', ...because });
    for (const [atomic, without] of [
      [inspectCtr, 'partial'],
      [inspectV2, 'migrated'],
    ] as const) {
      const value = build.workflow({ actions: [make, build.atomicCall('old', atomic, token)] });
      assert.equal(planFor(value).status, without);
      for (const assumeOptional of [false, true]) {
        const { status, changes } = planFor(value, { configuration, assumeOptional });
        assert.deepEqual([status, changes], ['unchanged', []]);
      }
    }
  });

  it('keeps a workflow on the target that a kept activity inherits', () => {
    const value = build.workflow({
      target: build.workflowOn(build.tokenTarget),
      actions: [
        build.generator('make', { target: build.inherited }),
        build.atomicCall('use', inspect, token, { target: build.inherited }),
      ],
    });
    assert.ok(planFor(value).changes.some(({ kind }) => kind === 're-point-target'));
    const configuration = suppress({ rule: 'access-token-input', ...because });
    assert.deepEqual(planFor(value, { configuration }).changes, []);
  });

  it('is never undone by a fix', () => {
    const text = printJson(build.workflow({ actions: [make, use, other] }));
    const service = serviceWith(suppress({ rule: 'access-token-input', activity: activityId('use'), ...because }));
    for (const fix of service.fixes(document(text), { only: [''] })) {
      for (const { offset, length } of fix.edits) {
        assert.ok(!text.slice(offset, offset + length).includes(token) || offset > text.indexOf(activityId('other')));
      }
    }
  });

  it('leaves nothing to count in a summary', () => {
    const text = printJson(build.workflow({ actions: [make, use] }));
    assert.equal(serviceWith().summarize(document(text)).legacy.length, 1);
    for (const rule of ['access-token-input']) {
      assert.deepEqual(serviceWith(suppress({ rule, ...because })).summarize(document(text)).legacy, []);
    }
  });
});

describe('what a project file knows of atomics and targets', () => {
  const vouched = {
    id: unknownAtomic.id.replace(/^.*_/, ''),
    tokenInput: unknownAtomic.tokenInput.replace(/^.*_/, ''),
    name: 'Own',
  };
  const value = build.workflow({ actions: [make, build.atomicCall('own', unknownAtomic, token)] });

  it('makes an atomic one that a migration may empty, and says on whose word', () => {
    assert.deepEqual(planFor(value).changes, []);
    const { changes } = planFor(value, { configuration: { atomics: [{ ...vouched, emptyInput: 'proven' }] } });
    assert.deepEqual(
      changes.map(({ message }) => message),
      [
        'Empty the Access Token input of "own", which the project file vouches for.',
        'Delete "make", which makes an access token.',
      ],
    );
  });

  it('leaves an atomic to a person that nobody vouches for', () => {
    const configuration: Partial<Configuration> = { atomics: [{ ...vouched, emptyInput: 'unknown' }] };
    assert.deepEqual(planFor(value, { configuration }).changes, []);
    assert.ok(codesWith(configuration, value).includes('token-needs-review'));
  });

  it('makes a target by a pattern of its name one that a token key serves', () => {
    const elsewhere = build.workflow({
      actions: [make, build.atomicCall('use', inspect, token, { target: build.on('Team API EU') })],
    });
    assert.deepEqual(planFor(elsewhere).changes, []);
    assert.equal(planFor(elsewhere, { configuration: { namePatterns: ['team api *'] } }).status, 'migrated');
  });

  it('never makes the target of the generators or of Orbital such a one', () => {
    for (const name of [build.tokenTarget, 'Orbital_Target']) {
      const elsewhere = build.workflow({
        actions: [make, build.atomicCall('use', inspect, token, { target: build.on(name) })],
      });
      assert.deepEqual(planFor(elsewhere, { configuration: { namePatterns: ['*_*'] } }).changes, [], name);
    }
  });
});

describe('what holds for one document', () => {
  const project = readProjectFile(
    printJson({
      version: 1,
      severities: { 'token-target': 'off' },
      secureXTargets: ['B'],
      suffixes: ['-b'],
      updateDescription: false,
      suppressions: [
        { rule: 'token-target', file: 'flows/*.json', ...because },
        { rule: 'token-target', expires: '2024-05-31', ...because },
        { rule: 'token-refresh', expires: '2024-06-01', ...because },
      ],
    }),
    [],
  );
  const settings: Configuration = {
    ...defaultConfiguration,
    severities: { 'token-target': 'error', 'token-variable': 'off' },
    secureXTargets: ['A'],
  };

  it('is what the project file says, before the settings', () => {
    const configuration = configure(settings, project, 'flows/a.json', '2024-06-01');
    assert.deepEqual(configuration.severities, { 'token-target': 'off', 'token-variable': 'off' });
    assert.deepEqual(configuration.secureXTargets, ['A', 'B']);
    assert.deepEqual(configuration.suffixes, ['-b']);
    assert.equal(configuration.updateDescription, false);
    assert.deepEqual(
      configuration.suppressions.map(({ rule }) => rule),
      ['token-target', 'token-refresh'],
    );
  });

  it('is what the settings say where there is no project file', () => {
    assert.equal(configure(settings, undefined, '', '2024-06-01'), settings);
  });

  it('are no suppressions of other files, and none after their last day', () => {
    assert.deepEqual(configure(settings, project, 'a.json', '2024-06-02').suppressions, []);
  });
});

describe('suppressions that are of no use', () => {
  const project = readProjectFile(
    printJson({
      version: 1,
      suppressions: [
        { rule: 'token-refresh', file: 'a.json', ...because },
        { rule: 'token-refresh', file: '*.json', ...because },
        { rule: 'token-target', expires: '2024-05-31', ...because },
      ],
    }),
    [],
  );
  const [exact, pattern] = project.configuration!.suppressions;
  const query = { today: '2024-06-01', isComplete: false, isAsked: () => true, severities: {} };
  const told = (ledger: SuppressionLedger, further: Partial<LedgerQuery> = {}) =>
    ledger.findings({ ...query, ...further }).map(({ path }) => path[1]);

  it('are told at once where they are expired', () => {
    assert.deepEqual(told(new SuppressionLedger(project)), [2]);
    assert.deepEqual(told(new SuppressionLedger(project), { today: '2024-05-31' }), []);
  });

  it('are told as soon as their one file was looked at, others when all were', () => {
    const ledger = new SuppressionLedger(project);
    ledger.note('a.json', []);
    assert.deepEqual(told(ledger), [0, 2]);
    assert.deepEqual(told(ledger, { isComplete: true }), [0, 1, 2]);
  });

  it('are none that hide something', () => {
    const ledger = new SuppressionLedger(project);
    ledger.note('a.json', [exact!]);
    ledger.note('b.json', [pattern!]);
    assert.deepEqual(told(ledger, { isComplete: true }), [2]);
  });

  it('are none while a file is broken or a rule was not asked', () => {
    const ledger = new SuppressionLedger(project);
    ledger.note('a.json', undefined);
    assert.deepEqual(told(ledger, { isComplete: true }), [2]);
    ledger.note('a.json', []);
    assert.deepEqual(told(ledger, { isComplete: true, isAsked: () => false }), [2]);
    assert.deepEqual(told(ledger, { isComplete: true, severities: { 'token-refresh': 'off' } }), [2]);
  });

  it('are not told where nobody wants to hear of them', () => {
    assert.deepEqual(told(new SuppressionLedger(project), { severities: { suppression: 'off' } }), []);
  });
});

describe('a suppression in the text of a project file', () => {
  const suppression: Suppression = {
    rule: 'token-refresh',
    file: 'a.json',
    activity: 'x',
    reason: 'It "stays".',
    expires: undefined,
  };

  function apply(text: string, edits: readonly TextEdit[] | undefined): string {
    assert.ok(edits);
    return [...edits].reverse().reduce((result, { offset, length, newText }) => {
      return result.slice(0, offset) + newText + result.slice(offset + length);
    }, text);
  }

  it('is written into a new file', () => {
    const text = newProjectFile(suppression);
    assert.equal(
      text,
      `{
  "version": 1,
  "suppressions": [
    {
      "rule": "token-refresh",
      "file": "a.json",
      "activity": "x",
      "reason": "It \\"stays\\"."
    }
  ]
}
`,
    );
    assert.deepEqual(readProjectFile(text, []).problems, []);
  });

  it('comes after the others, laid out as they are', () => {
    const text = `{\r\n\t"version": 1,\r\n\t"suppressions": [\r\n\t\t{ "rule": "token-target", "reason": "x" }\r\n\t]\r\n}`;
    const added = apply(text, addSuppression(readProjectFile(text, []), suppression));
    assert.ok(added.startsWith(text.slice(0, text.indexOf(' }') + 2)), added);
    assert.equal(readProjectFile(added, []).configuration?.suppressions.length, 2);
    assert.ok(!/[^\r]\n/.test(added));
  });

  it('is the first where there was none', () => {
    for (const text of [
      '{"version":1}',
      '{\n    "version": 1\n}\n',
      '{"version":1,"suppressions":[]}',
      '\uFEFF{ "version": 1 }',
    ]) {
      const added = apply(text, addSuppression(readProjectFile(text, []), suppression));
      assert.deepEqual(
        readProjectFile(added, []).configuration?.suppressions.map(({ reason }) => reason),
        ['It "stays".'],
        added,
      );
    }
  });

  it('is not written into a file with problems', () => {
    assert.equal(addSuppression(readProjectFile('{"version":1,"suppressions":[{}]}', []), suppression), undefined);
  });

  it('is taken out, and the list with the last one', () => {
    const text = newProjectFile(suppression);
    assert.equal(apply(text, removeSuppression(readProjectFile(text, []), 0)), '{\n  "version": 1\n}\n');
  });

  it('is as narrow as the finding', () => {
    const workflow = { uniqueName: 'w', title: 'Workflow' };
    assert.deepEqual(scopeOf('r', 'f', { workflow, activity: { uniqueName: 'a', title: 'Activity' } }), {
      rule: 'r',
      file: 'f',
      activity: 'a',
    });
    assert.deepEqual(scopeOf('r', 'f', { workflow }), { rule: 'r', file: 'f', workflow: 'Workflow' });
    assert.deepEqual(scopeOf('r', 'f', {}), { rule: 'r', file: 'f' });
  });
});
