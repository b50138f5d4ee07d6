import assert from 'node:assert/strict';
import type { Completion } from '../../../src/core/reading-service';
import { LineIndex } from '../../../src/core/text/line-index';
import { inspect, systemGeneratorToken } from '../../support/atomics';
import { atCursor } from '../../support/cursor';
import { activityId, variableId, workflowId } from '../../support/ids';
import type { Json } from '../../support/json';
import { printJson } from '../../support/print-json';
import { document, serviceWith } from '../../support/service';
import { textAt } from '../../support/text-at';
import * as build from '../../support/workflow';

const service = serviceWith();

const offered = (marked: string): readonly Completion[] => {
  const { document: snapshot, position } = atCursor(marked);
  return service.completions(snapshot, position);
};
const labels = (items: readonly Completion[]): string[] =>
  items.toSorted((one, other) => (one.sortText < other.sortText ? -1 : 1)).map(({ label }) => label);

/** The text once the item with the label is taken. */
function accepted(marked: string, label: string): string {
  const { document: snapshot, position } = atCursor(marked);
  const item = service.completions(snapshot, position).find((each) => each.label === label);
  assert.ok(item, `${label} is not offered`);
  const lines = new LineIndex(snapshot.text);
  const typed = textAt(snapshot.text, { start: item.range.start, end: position });
  assert.ok(isSubsequence(typed, item.filterText), `${typed} does not find ${item.filterText}`);
  const [start, end] = [lines.offset(item.range.start), lines.offset(item.range.end)];
  return snapshot.text.slice(0, start) + item.insertText + snapshot.text.slice(end);
}

/** What an editor asks at least of what it shows. */
function isSubsequence(typed: string, text: string): boolean {
  const rest = text.toLowerCase();
  let at = -1;
  return Array.from(typed.toLowerCase()).every((character) => (at = rest.indexOf(character, at + 1)) !== -1);
}

function assertResolves(text: string): void {
  JSON.parse(text);
  assert.deepEqual(
    service.diagnose(document(text)).filter(({ code }) => code === 'dangling-reference'),
    [],
  );
}

const message = (text: string): Json => build.completed('end', text);
const workflowWith = (...actions: Json[]): string =>
  printJson(
    build.workflow({
      variables: [build.variable('Result'), build.variable('Host', 'string', 'input'), build.tokenVariable('Token')],
      actions: [build.generator('make'), ...actions],
    }),
  );
const ofActivities = (items: readonly Completion[]): string[] => [
  ...new Set(items.filter(({ kind }) => kind === 'activity').map(({ label }) => label.split(' › ')[0] ?? '')),
];

describe('completions of references', () => {
  it('offer what ran before by its name, variables and the rest, and write ids', () => {
    const marked = workflowWith(build.httpRequest('ask'), message('$¦'));
    const names = labels(offered(marked));
    assert.deepEqual(names.slice(0, 5), [
      'ask › response_body',
      'ask › status_code',
      'ask › status_text',
      'ask › response_headers',
      'make › Access Token',
    ]);
    for (const name of ['Result', 'Host', 'Token', 'ask › end_time', 'Workflow › start_time']) {
      assert.ok(names.includes(name), name);
      assertResolves(accepted(marked, name));
    }
    assert.ok(accepted(marked, 'make › Access Token').includes(`"${build.tokenOf('make')}"`));
    assert.ok(accepted(marked, 'Host').includes(`$workflow.${workflowId('Workflow')}.input.${variableId('Host')}$`));
  });

  it('leave out what need not have run', () => {
    const marked = workflowWith(
      build.condition('if', build.branch('then', 1, 'eq', 1, build.httpRequest('taken?'))),
      build.parallel('both', build.parallelBranch('left', build.httpRequest('surely'))),
      build.forEach('each', build.httpRequest('no entry?')),
      build.httpRequest('skipped', { properties: { skip_execution: true } }),
      build.condition(
        'choice',
        build.branch('one', 1, 'eq', 1, build.httpRequest('not here')),
        build.branch('other', 1, 'eq', 2, build.httpRequest('here'), message('$¦'), build.httpRequest('behind')),
      ),
    );
    assert.deepEqual(ofActivities(offered(marked)).sort(), ['both', 'each', 'here', 'if', 'left', 'make', 'surely']);
  });

  it('offer the entry of each loop around', () => {
    const [first] = labels(offered(workflowWith(build.forEach('each', message('$¦')))));
    assert.equal(first, 'each › source_array[@]');
  });

  it('know outputs that an activity names itself, and those that a definition in the file has', () => {
    const script = build.activity('run', 'python3.script', { script_queries: [{ script_query_name: 'title' }] });
    assert.ok(labels(offered(workflowWith(script, message('$¦')))).includes('run › script_queries.title'));
    const inner = build.workflow({ title: 'Inner', variables: [build.variable('Answer', 'string', 'output')] });
    const outer = build.workflow({
      actions: [build.subWorkflowCall('call', workflowId('Inner'), {}), message('$¦')],
      beside: { subworkflows: [inner] },
    });
    assert.ok(labels(offered(printJson(outer))).includes('call › Answer'));
  });

  it('keep to the workflow of the cursor, though another one has the same ids', () => {
    const inner = build.workflow({ title: 'Inner', actions: [build.httpRequest('ask'), message('$¦')] });
    const outer = build.workflow({
      variables: [build.variable('Outer variable')],
      actions: [build.httpRequest('ask'), build.httpRequest('outer')],
      beside: { subworkflows: [inner] },
    });
    const items = offered(printJson(outer));
    assert.deepEqual(ofActivities(items), ['ask']);
    assert.ok(!labels(items).includes('Outer variable'));
    assert.ok(items.some(({ insertText }) => insertText.startsWith(`$workflow.${workflowId('Inner')}.`)));
  });

  it('write ids as the file has them, without prefix where it spares it', () => {
    const bare = workflowWith(message('$¦')).replaceAll(/(?:definition_activity|variable_workflow)_/g, '');
    const after = accepted(bare, 'Result');
    assert.ok(after.includes(`.local.${variableId('Result').replace('variable_workflow_', '')}$"`));
    assertResolves(after);
  });

  it('stand in a longer text, behind and before other references and escapes', () => {
    const other = build.local('Token');
    const marked = workflowWith(message(`{"a": "${other}", "b": "\\ $¦ ${other}"}`));
    const after = accepted(marked, 'Result');
    assertResolves(after);
    assert.ok(after.includes(`"{\\"a\\": \\"${other}\\", \\"b\\": \\"\\\\ ${build.local('Result')} ${other}\\"}"`));
  });

  it('take the place of the reference that the cursor stands in', () => {
    const marked = workflowWith(message(`a ${build.local('Token').replace('.local', '.lo¦cal')} b`));
    assert.ok(accepted(marked, 'Result').includes(`"a ${build.local('Result')} b"`));
  });

  for (const typed of [
    '$act',
    '$activity.',
    '$ma',
    `$activity.${activityId('make')}.`,
    `$activity.${activityId('make')}.output.Acc`,
  ]) {
    it(`are found while ${typed.replace(/_\w+/, '_…')} is written, also in a string that nothing closes`, () => {
      const marked = workflowWith(message(`${typed}¦`));
      const token = `"${build.tokenOf('make')}"`;
      assert.ok(accepted(marked, 'make › Access Token').includes(token));
      const broken = marked.replace('¦"', '¦');
      assert.notEqual(broken, marked);
      assert.ok(accepted(broken, 'make › Access Token').includes(token.slice(0, -1)));
      const alone = broken.slice(0, broken.indexOf('¦') + 1);
      assert.ok(accepted(alone, 'make › Access Token').endsWith(token.slice(0, -1)));
    });
  }

  it('offer only outputs of the activity whose id is written', () => {
    const marked = workflowWith(build.httpRequest('ask'), message(`$activity.${activityId('ask')}.¦`));
    assert.deepEqual(ofActivities(offered(marked)), ['ask']);
  });

  it('offer only what can be written where a variable is set', () => {
    const marked = workflowWith(build.httpRequest('ask'), build.setVariables('set', { '$¦': 'x' }));
    assert.deepEqual(labels(offered(marked)), ['Result', 'Token']);
  });

  it('offer global variables of the file', () => {
    const id = variableId('Region').replace('_workflow', '');
    const region = { unique_name: id, properties: { name: 'Region', scope: 'global' }, object_type: 'variable' };
    const value = build.workflow({ actions: [message('$¦')], beside: { variables: { [id]: region } } });
    const item = offered(printJson(value)).find(({ label }) => label === 'Region');
    assert.equal(item?.insertText, `$global.${id}.global.${id}$`);
  });

  for (const [key, isWelcome] of Object.entries({ title: false, unique_name: false, relative_url: true })) {
    it(`are ${isWelcome ? '' : 'not '}offered unasked for ${key}`, () => {
      const text = workflowWith(build.httpRequest('ask'));
      const at = text.lastIndexOf(`"${key}": "`) + `"${key}": "`.length;
      const items = offered(`${text.slice(0, at)}¦${text.slice(at)}`);
      assert.equal(items.length > 0, isWelcome);
    });
  }

  it('are none on a key, outside strings, and in other JSON', () => {
    const text = workflowWith(message('x'));
    assert.deepEqual(offered(text.replace('"result_message"', '"result¦_message"')), []);
    assert.deepEqual(offered(text.replace('"result_message":', '"result_message":¦')), []);
    assert.deepEqual(offered('{"a": "$¦"}'), []);
  });
});

describe('completions of values', () => {
  it('offer the names that targets are chosen by, those of the file first, written as JSON wants it', () => {
    const odd = 'My "own" target';
    const target = build.workflowOn(odd);
    const text = printJson(
      build.workflow({ target, actions: [build.generator('make', { target: build.on('¦CTR') })] }),
    );
    const names = labels(offered(text));
    assert.equal(names[0], odd);
    for (const name of ['CTR_API', 'Private_CTIA_Target', 'Platform APIs']) assert.ok(names.includes(name), name);
    assertResolves(accepted(text, odd));
    assert.ok(accepted(text, odd).includes('"right_operand": "My \\"own\\" target"\n'));
  });

  const lists: readonly (readonly [what: string, text: string, some: readonly string[], not: string])[] = [
    ['operators', workflowWith(build.condition('if', build.branch('b', 1, '¦', 1))), ['eq', 'mregex'], 'GET'],
    ['methods', workflowWith(build.httpRequest('ask')).replace('"GET"', '"¦"'), ['GET', 'DELETE'], 'eq'],
    ['scopes', workflowWith().replace('"scope": "local"', '"scope": "¦"'), ['local', 'output'], 'global'],
    ['datatypes', workflowWith().replace('"type": "datatype.string"', '"type": "¦"'), ['datatype.date'], 'string'],
    ['types of activities', workflowWith(build.activity('x', '¦')), ['python3.script'], 'logic.condition_block'],
    [
      'types of branches',
      workflowWith(build.condition('if', build.activity('b', 'log¦'))),
      ['logic.condition_block'],
      'logic.if_else',
    ],
  ];
  for (const [what, text, some, not] of lists) {
    it(`offer ${what}`, () => {
      const names = labels(offered(text));
      for (const name of some) assert.ok(names.includes(name), name);
      assert.ok(!names.includes(not), not);
      const [first = ''] = some;
      assert.doesNotThrow(() => JSON.parse(accepted(text, first)));
    });
  }

  it('take a key that an author chose for nothing but a key', () => {
    const call = build.atomicCall('use', inspect, '', { input: { method: '' } });
    const text = workflowWith(call).replace('"method": ""', '"method": "¦"');
    assert.equal(labels(offered(text)).includes('GET'), false);
  });
});

describe('completions of the token', () => {
  it('have its name, though no definition is at hand', () => {
    const [item] = offered(workflowWith(message('$¦'))).filter(({ label }) => label === 'make › Access Token');
    assert.equal(item?.insertText, `$activity.${activityId('make')}.output.${systemGeneratorToken}$`);
    assert.match(item.markdown ?? '', /^\*\*make\*\*/);
  });
});
