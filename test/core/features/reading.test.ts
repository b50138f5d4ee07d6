import assert from 'node:assert/strict';
import { inspect } from '../../support/atomics';
import { atCursor, withCursorIn } from '../../support/cursor';
import { activityId, variableId, workflowId } from '../../support/ids';
import { printJson } from '../../support/print-json';
import { document, serviceWith } from '../../support/service';
import { textAt } from '../../support/text-at';
import { applyTextEdits } from '../../support/text-edits';
import * as build from '../../support/workflow';
import type { OutlineNode } from '../../../src/core/reading-service';

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

  it('lets no title act as Markdown', () => {
    const value = printJson(build.workflow({ actions: [build.generator('[x](command:y)')] }));
    const { document: snapshot, position } = atCursor(withCursorIn(value, activityId('[x](command:y)')));
    const found = service.hover(snapshot, position)?.markdown ?? '';
    assert.match(found, /\\\[x\\\]\\\(command/);
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
    assert.deepEqual(all, ['Token', variableId('Token'), reference, reference, reference]);
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
    assert.equal(service.references(first.document, first.position, { withDefinition: true }).length, 2);
  });
});

describe('rename', () => {
  const renamed = (wanted: string, name: string) => {
    const { document: snapshot, position } = atCursor(withCursorIn(text, wanted));
    return service.rename(snapshot, position, name);
  };

  it('changes what people read, wherever it is written, and nothing else', () => {
    const result = renamed(token, 'fetch "it"');
    assert.ok('edits' in result);
    const after = applyTextEdits(text, result.edits);
    assert.equal(after, text.replaceAll(/("(?:title|display_name)": )"make"/g, '$1"fetch \\"it\\""'));
  });

  it('refuses an empty name, and what has no name of its own', () => {
    assert.deepEqual(renamed(token, ' '), { problem: 'A name cannot be empty.' });
    assert.ok('problem' in renamed(workflowId(build.ownTitle), 'x'));
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
  });
});

describe('inlay hints', () => {
  const whole = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

  it('put a name behind each id, within the range only', () => {
    const hints = service.inlayHints(document(text), whole);
    const of = (kind: string): string[] => hints.filter((hint) => hint.kind === kind).map((hint) => hint.text);
    assert.deepEqual(of('references'), ['Token', 'make', 'Token', 'Token']);
    assert.deepEqual(of('inputs'), ['Access Token']);
    const [first] = hints;
    assert.ok(first);
    const line = { start: { line: first.position.line, character: 0 }, end: first.position };
    assert.deepEqual(service.inlayHints(document(text), line), [first]);
  });
});
