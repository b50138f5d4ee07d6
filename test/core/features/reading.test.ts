import assert from 'node:assert/strict';
import { inspect } from '../../support/atomics';
import { atCursor, withCursorIn } from '../../support/cursor';
import { activityId, variableId, workflowId } from '../../support/ids';
import type { Json } from '../../support/json';
import { printJson } from '../../support/print-json';
import { document, serviceWith } from '../../support/service';
import { textAt } from '../../support/text-at';
import { applyTextEdits } from '../../support/text-edits';
import * as build from '../../support/workflow';
import type { InlayHint, OutlineNode } from '../../../src/core/reading-service';

const token = build.tokenOf('make');
const text = printJson(
  build.workflow({
    variables: [build.tokenVariable('Token'), build.variable('Other')],
    actions: [
      build.generator('make'),
      build.setVariables('keep', { [build.local('Token')]: token }),
      build.atomicCall('use', inspect, build.local('Token')),
      build.httpRequest('request', { headers: [build.bearer(build.local('Token'))] }),
    ],
  }),
);

const service = serviceWith();
const hoverOn = (wanted: string, from?: number) => {
  const { document: snapshot, position } = atCursor(withCursorIn(text, wanted, from));
  return service.hover(snapshot, position);
};
const textsOf = (ranges: readonly Parameters<typeof textAt>[1][]): string[] =>
  ranges.map((range) => textAt(text, range));

describe('hover', () => {
  it('tells of an activity that makes a token who takes it', () => {
    const found = hoverOn(token);
    assert.ok(found);
    assert.match(found.markdown, /^\*\*make\*\* \(Threat Response - Generate Access Token\)/);
    assert.match(found.markdown, /makes an access token, which 2 activities take from it/);
    assert.equal(textAt(text, found.range), token);
  });

  it('tells of a variable what it carries, from where, and who reads and writes it', () => {
    const found = hoverOn(build.local('Token'));
    assert.match(found?.markdown ?? '', /^\*\*Token\*\* \(local variable\)/);
    assert.match(found?.markdown ?? '', /carries an access token, made by "make"/);
    assert.match(found?.markdown ?? '', /read in 2 places and written in 1 place/);
  });

  it('finds a reference inside a longer text, and takes no more than it', () => {
    const found = hoverOn(build.local('Token'), text.indexOf('Bearer'));
    assert.ok(found);
    assert.equal(textAt(text, found.range), build.local('Token'));
  });

  it('tells what an atomic is known for, by its id', () => {
    const at = text.indexOf('"workflow_id"', text.indexOf('"title": "use"'));
    const found = hoverOn(inspect.id, at);
    assert.match(found?.markdown ?? '', /\(atomic\)/);
    assert.match(found?.markdown ?? '', /Access Token input may stay empty/);
  });

  it('never shows a secret value', () => {
    const secret = build.tokenVariable('Key') as { readonly properties: object };
    const value = printJson(
      build.workflow({ variables: [{ ...secret, properties: { ...secret.properties, value: 'hunter2' } }] }),
    );
    const { document: snapshot, position } = atCursor(withCursorIn(value, variableId('Key')));
    const found = service.hover(snapshot, position);
    assert.match(found?.markdown ?? '', /starts with a secret value/);
    assert.doesNotMatch(found?.markdown ?? '', /hunter2/);
  });

  it('answers for kinds that are called like what every object has', () => {
    const words = ['constructor', 'toString', '__proto__', 'valueOf'];
    const file = printJson(
      build.workflow({
        variables: words.map((word) => build.variable(word, word, word)),
        actions: [
          ...words.map((word) => ({ ...build.sleep(word), name: word, type: word })),
          build.sleep('last', { note: '$here' }),
        ],
      }),
    );
    for (const word of words) {
      for (const id of [variableId(word), activityId(word)]) {
        const { document: snapshot, position } = atCursor(withCursorIn(file, id));
        assert.match(service.hover(snapshot, position)?.markdown ?? '', /^\*\*/, id);
      }
    }
    const { document: snapshot, position } = atCursor(file.replace('$here', '$¦'));
    const suggested = service.completions(snapshot, position);
    assert.ok(suggested.length > words.length);
    for (const { detail } of suggested) assert.equal(typeof detail, 'string');
  });

  it('tells what a variable starts with', () => {
    const startOf = (value: Json): string => {
      const { properties, ...rest } = build.variable('Start') as { readonly properties: object };
      const file = printJson(build.workflow({ variables: [{ ...rest, properties: { ...properties, value } }] }));
      const { document: snapshot, position } = atCursor(withCursorIn(file, variableId('Start')));
      return /It starts with (.*)\./.exec(service.hover(snapshot, position)?.markdown ?? '')?.[1] ?? '';
    };
    const values = ['High', 7, false, ['a', 'b'], { a: 1 }, '', null];
    assert.deepEqual(values.map(startOf), ['"High"', '7', 'false', '2 entries', 'an object', '', '']);
  });

  it('lets no title act as Markdown', () => {
    const value = printJson(build.workflow({ actions: [build.generator('[x](command:y)')] }));
    const { document: snapshot, position } = atCursor(withCursorIn(value, activityId('[x](command:y)')));
    const found = service.hover(snapshot, position)?.markdown ?? '';
    assert.match(found, /\\\[x\\\]\\\(command/);
  });

  it('says of a call which output is read, where that is known, and its title but once', () => {
    assert.match(hoverOn(token)?.markdown ?? '', /Here its output "Access Token" is read/);
    const sameTitle = printJson(build.workflow({ actions: [build.atomicCall(inspect.name, inspect, '')] }));
    const { document: snapshot, position } = atCursor(withCursorIn(sameTitle, activityId(inspect.name)));
    const found = service.hover(snapshot, position)?.markdown ?? '';
    assert.equal(found.split(inspect.name).length, 2, found);
    assert.match(found, /\(call of an atomic\)/);
  });

  it('does not show an id as a name', () => {
    const unknown = variableId('input of somebody');
    const call = build.atomicCall('use', inspect, '', { input: { [unknown]: 'x' } });
    const value = printJson(build.workflow({ actions: [call] }));
    const { document: snapshot, position } = atCursor(withCursorIn(value, unknown));
    const found = service.hover(snapshot, position)?.markdown ?? '';
    assert.match(found, /^\*\*Input of "Threat Response - Inspect for Observables"\*\*\n/);
    assert.doesNotMatch(found, new RegExp(unknown.slice(-35)));
  });

  it('keeps the lines of a description, and makes no list and no heading of them', () => {
    const value = printJson(build.workflow({ description: 'One\n\nTwo\n- three\n===\n4. four' }));
    const { document: snapshot, position } = atCursor(withCursorIn(value, workflowId(build.ownTitle)));
    const found = service.hover(snapshot, position)?.markdown ?? '';
    assert.ok(found.includes('One\n\nTwo  \n\\- three  \n\\===  \n4\\. four'), found);
  });

  it('tells the target, and whose choice it is', () => {
    const integration = '$module_target;Cisco XDR;securex:ao:iroh_api;platform-apis$';
    const value = printJson(
      build.workflow({
        actions: [build.httpRequest('inherits'), build.httpRequest('chooses', { target: build.onId(integration) })],
      }),
    );
    const on = (title: string): string => {
      const { document: snapshot, position } = atCursor(withCursorIn(value, activityId(title)));
      return service.hover(snapshot, position)?.markdown ?? '';
    };
    assert.match(on('inherits'), /It runs on its workflow's target, CTR\\_API, which a token key can serve\./);
    assert.match(on('chooses'), /It runs on a target of the integration Cisco XDR, which a token key can serve\./);
  });

  it('finds an id from its first to its last character', () => {
    const start = text.indexOf(activityId('use'));
    const line = text.slice(0, start).split('\n').length - 1;
    const character = start - text.lastIndexOf('\n', start) - 1;
    const at = (moved: number) => service.hover(document(text), { line, character: character + moved });
    for (const inside of [0, activityId('use').length]) assert.match(at(inside)?.markdown ?? '', /^\*\*use\*\*/);
    assert.equal(at(-3), undefined);
  });

  it('knows ids that an export writes without their prefix', () => {
    const bare = text.replaceAll(/(?:definition_activity|variable_workflow)_(?=\w{35}[.$])/g, '');
    assert.notEqual(bare, text);
    const { document: snapshot, position } = atCursor(withCursorIn(bare, '$activity.'));
    assert.match(service.hover(snapshot, position)?.markdown ?? '', /^\*\*make\*\*/);
  });

  it('says nothing between things, and nothing in a file that is no workflow', () => {
    const beside = atCursor(withCursorIn(text, '"generic.workflow"'));
    assert.equal(service.hover(beside.document, beside.position), undefined);
    assert.equal(service.hover(document('{"a": 1}'), { line: 0, character: 3 }), undefined);
  });

  it('still works while the JSON is broken', () => {
    const broken = text.replace('"title": "use",', '"title": "use"');
    const { document: snapshot, position } = atCursor(withCursorIn(broken, token));
    assert.match(service.hover(snapshot, position)?.markdown ?? '', /^\*\*make\*\*/);
  });
});

describe('definition and references', () => {
  const { document: snapshot, position } = atCursor(withCursorIn(text, build.local('Token')));

  it('lead from a reference to the name of what it names', () => {
    const found = service.definition(snapshot, position);
    assert.ok(found);
    assert.deepEqual(textsOf([found.origin, found.selection]), [build.local('Token'), 'Token']);
    assert.match(textAt(text, found.range), new RegExp(`^\\{[^]*${variableId('Token')}[^]*\\}$`));
  });

  it('find all places, with the definition on demand', () => {
    const reference = build.local('Token');
    assert.deepEqual(textsOf(service.references(snapshot, position)), [reference, reference, reference]);
    const all = textsOf(service.references(snapshot, position, { withDefinition: true }));
    assert.deepEqual(all, ['Token', reference, reference, reference]);
  });

  it('tell what is written from what is read', () => {
    const kinds = service.highlights(snapshot, position).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['text', 'text', 'write', 'read', 'read']);
  });

  it('keep copies of a workflow apart, whose things have the same ids', () => {
    const copy = build.workflow({ title: 'Inner', actions: [build.generator('make')] });
    const nested = printJson(
      build.workflow({ actions: [build.generator('make')], beside: { subworkflows: [copy, copy] } }),
    );
    const first = atCursor(withCursorIn(nested, activityId('make')));
    assert.equal(service.highlights(first.document, first.position).length, 3);
  });
});

describe('rename', () => {
  const renamed = (wanted: string, name: string) => {
    const { document: snapshot, position } = atCursor(withCursorIn(text, wanted));
    return service.rename(snapshot, position, name);
  };

  it('changes what people read, wherever it is written, and nothing else', () => {
    const { document: snapshot, position } = atCursor(withCursorIn(text, token));
    const before = service.renamed(snapshot, position);
    assert.ok('name' in before);
    assert.deepEqual([before.name, textAt(text, before.range)], ['make', token]);
    const result = renamed(token, 'fetch "it"');
    assert.ok('edits' in result);
    const after = applyTextEdits(text, result.edits);
    assert.equal(after, text.replaceAll(/("(?:title|display_name)": )"make"/g, '$1"fetch \\"it\\""'));
  });

  it('refuses an empty name, and what has no name of its own', () => {
    assert.deepEqual(renamed(token, ' '), { problem: 'A name cannot be empty.' });
    assert.ok('problem' in renamed(workflowId(build.ownTitle), 'x'));
    const { document: snapshot, position } = atCursor(withCursorIn(text, workflowId(build.ownTitle)));
    assert.ok('problem' in service.renamed(snapshot, position));
  });

  it('starts at the title, at its copy among the properties, and at a reference alike', () => {
    const use = text.indexOf('"title": "use"');
    for (const [wanted, from] of [
      ['"use"', use],
      ['"use"', use + 20],
      [activityId('use'), 0],
    ] as const) {
      const { document: snapshot, position } = atCursor(withCursorIn(text, wanted, from));
      assert.ok('name' in service.renamed(snapshot, position), wanted);
      assert.equal(service.highlights(snapshot, position).length, 3);
    }
  });

  it('refuses while the JSON is broken, before anybody typed a name', () => {
    const broken = atCursor(withCursorIn(text.replace('"title": "use",', '"title": "use"'), token));
    const found = service.renamed(broken.document, broken.position);
    assert.ok('problem' in found);
    assert.match(found.problem, /not valid JSON/);
  });
});

describe('the outline, foldings and selection ranges', () => {
  const titles = (nodes: readonly OutlineNode[]): unknown[] =>
    nodes.map(({ name, children }) => (children.length > 0 ? [name, titles(children)] : name));

  it('show activities as a tree', () => {
    const nested = printJson(
      build.workflow({
        variables: [build.variable('Other')],
        actions: [build.condition('if', build.branch('then', 1, 'eq', 1, build.generator('make')))],
      }),
    );
    assert.deepEqual(titles(service.outline(document(nested))), [
      [
        build.ownTitle,
        [
          ['Variables', ['Other']],
          ['if', [['then', ['make']]]],
        ],
      ],
    ]);
  });

  it('tell what holds activities from what is one', () => {
    const value = printJson(
      build.workflow({
        actions: [build.forEach('each', build.completed('end', '')), build.generator('make'), build.sleep('wait')],
      }),
    );
    const [workflow] = service.outline(document(value));
    const kinds = (nodes: readonly OutlineNode[] = []): unknown[] =>
      nodes.flatMap(({ name, kind, children }) => [[name, kind], ...kinds(children)]);
    assert.deepEqual(kinds(workflow?.children), [
      ['each', 'loop'],
      ['end', 'activity'],
      ['make', 'call'],
      ['wait', 'activity'],
    ]);
  });

  it('grow from the reference to its string, its activity and the file', () => {
    const { document: snapshot, position } = atCursor(withCursorIn(text, token));
    const [ranges = []] = service.selectionRanges(snapshot, [position]);
    const texts = textsOf(ranges);
    assert.deepEqual(texts.slice(0, 2), [token, `"${token}"`]);
    assert.match(texts[2] ?? '', /^\{[^]*"title": "keep"/);
    assert.equal(texts.at(-1), text.trim());
    for (const [index, inner] of texts.slice(0, -1).entries()) assert.ok(texts[index + 1]?.includes(inner));
  });

  it('fold each activity', () => {
    const starts = service.foldings(document(text)).map(({ start, end }) => [start, end] as const);
    const lines = text.split('\n');
    for (const [start, end] of starts) {
      assert.match(lines[start] ?? '', /[[{]$/);
      assert.match(lines[end + 1] ?? '', /^\s*[\]}]/);
    }
    assert.equal(starts.length, 6);
    const activities = service.foldings(document(text)).filter(({ isActivity }) => isActivity);
    assert.deepEqual(activities.length, 4);
  });
});

const whole = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

describe('inlay hints', () => {
  const lines = text.split('\n');
  /** What stands directly before and behind a hint. */
  const around = ({ position: { line, character } }: InlayHint, length: number): string[] => {
    const at = lines[line] ?? '';
    return [at.slice(Math.max(0, character - length), character), at.slice(character, character + length)];
  };

  it('put a name beside each id, within the range only', () => {
    const hints = service.inlayHints(document(text), whole);
    const of = (kind: string): string[] => hints.filter((hint) => hint.kind === kind).map((hint) => hint.text);
    assert.deepEqual(of('references'), ['Token', 'Access Token of make', 'Token', 'Token']);
    assert.deepEqual(of('inputs'), ['Access Token']);
    const first = hints.find(({ kind }) => kind === 'references');
    assert.ok(first);
    const line = { start: { line: first.position.line, character: 0 }, end: { ...first.position, character: 999 } };
    assert.deepEqual(service.inlayHints(document(text), line), [first]);
  });

  it('stand before a reference, outside of its quotes unless there is more in them', () => {
    const references = service.inlayHints(document(text), whole).filter(({ kind }) => kind === 'references');
    assert.ok(references.every(({ isBefore }) => isBefore));
    const sides = references.map((hint) => around(hint, 2));
    assert.deepEqual(sides, [
      [': ', '"$'],
      [': ', '"$'],
      [': ', '"$'],
      ['r ', '$w'],
    ]);
  });

  it('stand behind an id, and not behind that of a definition', () => {
    const hints = service.inlayHints(document(text), whole);
    const others = hints.filter(({ kind }) => kind !== 'references' && kind !== 'activities');
    assert.ok(others.length > 0);
    for (const hint of others) {
      assert.equal(hint.isBefore, false);
      assert.match(around(hint, 200)[0] ?? '', /^\s*"(?!unique_name).*"$/);
    }
  });

  it('head each activity, so that those that are folded read as a list of steps', () => {
    const headings = service.inlayHints(document(text), whole).filter(({ kind }) => kind === 'activities');
    assert.deepEqual(
      headings.map((hint) => hint.text),
      ['make', 'keep', 'use', 'request'],
    );
    assert.ok(headings.length > 0);
    for (const hint of headings) assert.match(around(hint, 200)[0] ?? '', /^\s*\{$/);
  });

  it('are short in the midst of a text, and leave the references of a workflow to itself alone', () => {
    const long = 'A variable with a name that is longer than any line should be';
    const value = printJson(
      build.workflow({
        variables: [build.variable(long)],
        actions: [build.completed('end', `${build.local(long)} at ${build.workflowStart()}`)],
      }),
    );
    const references = service.inlayHints(document(value), whole).filter(({ kind }) => kind === 'references');
    assert.deepEqual(
      references.map((hint) => hint.text),
      ['A variable with a name that is…'],
    );
  });
});
