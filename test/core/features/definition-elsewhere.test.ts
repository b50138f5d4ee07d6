import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../../src/core/host';
import { createLanguageService } from '../../../src/core/service';
import { atCursor, withCursorIn } from '../../support/cursor';
import { variableId, workflowId } from '../../support/ids';
import { printJson } from '../../support/print-json';
import { document } from '../../support/service';
import { textAt } from '../../support/text-at';
import * as build from '../../support/workflow';

const whole = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

describe('a definition in another file', () => {
  const atomic = build.workflow({
    title: 'Own atomic',
    description: 'Looks up a name.',
    variables: [build.variable('Name to look up', 'string', 'input')],
  });
  const input = variableId('Name to look up');
  const caller = printJson(
    build.workflow({ actions: [build.subWorkflowCall('call', workflowId('Own atomic'), { [input]: 'x' })] }),
  );
  const other = { uri: 'file:///own%20atomic.json', text: printJson(atomic) };
  const service = createLanguageService({
    configuration: () => defaultConfiguration,
    definitions: (id) => (workflowId('Own atomic').endsWith(id) ? [other] : []),
  });
  const at = (wanted: string) => atCursor(withCursorIn(caller, wanted));

  it('gives names, words and the place', () => {
    const { document: snapshot, position } = at(input);
    assert.match(
      service.hover(snapshot, position)?.markdown ?? '',
      /^\*\*Name to look up\*\* \(input of "Own atomic"\)/,
    );
    const place = service.definition(snapshot, position);
    assert.deepEqual([place?.uri, place && textAt(other.text, place.selection)], [other.uri, 'Name to look up']);
    const texts = service
      .inlayHints(snapshot, whole)
      .flatMap(({ kind, text }) => (kind === 'activities' ? [] : [text]));
    assert.deepEqual(texts, ['Name to look up', 'Own atomic']);
  });

  it('is read once, however many files are named and however often', () => {
    const names = Array.from({ length: 6 }, (_, index) => `Own ${index}`);
    const others = new Map(
      names.map((title) => [
        workflowId(title),
        { uri: `file:///${title}`, text: printJson(build.workflow({ title })) },
      ]),
    );
    let configured = 0;
    const counting = createLanguageService({
      configuration: () => {
        configured += 1;
        return defaultConfiguration;
      },
      definitions: (id) => {
        const found = others.get(`definition_workflow_${id}`);
        return found ? [found] : [];
      },
    });
    const calls = [...names, ...names].map((title, index) =>
      build.subWorkflowCall(`call ${index}`, workflowId(title), {}),
    );
    const snapshot = document(printJson(build.workflow({ actions: calls })));
    const hints = counting.inlayHints(snapshot, whole);
    assert.deepEqual(
      hints.flatMap(({ kind, text }) => (kind === 'atomics' ? [text] : [])),
      [...names, ...names],
    );
    const afterFirst = configured;
    counting.inlayHints(snapshot, whole);
    assert.equal(configured, afterFirst);
  });

  it('is linked from the id, and named as a person would name the file', () => {
    const { document: snapshot, position } = at(workflowId('Own atomic'));
    const [link] = service.links(snapshot);
    assert.deepEqual([link?.target, link && textAt(caller, link.range)], [other.uri, workflowId('Own atomic')]);
    const found = service.hover(snapshot, position)?.markdown ?? '';
    assert.match(found, /Looks up a name\.[^]*It is defined in own atomic\.json, line \d+\./);
  });
});
