import assert from 'node:assert/strict';
import { atCursor, withCursorIn } from '../../support/cursor';
import { workflowId } from '../../support/ids';
import { callOwn, ownAtomic } from '../../support/own-atomic';
import { printJson } from '../../support/print-json';
import * as build from '../../support/workflow';
import { defaultConfiguration } from '../../../src/core/host';
import { createLanguageService } from '../../../src/core/service';

describe('reading one version of a document', () => {
  const titles = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
  const definitions = new Map(
    titles.map((title) => [
      workflowId(title).replace('definition_workflow_', ''),
      { uri: `file:///${title}.json`, text: printJson(ownAtomic({ title })) },
    ]),
  );
  const caller = printJson(build.workflow({ actions: titles.map((title) => callOwn(`call ${title}`, '', {}, title)) }));

  it('analyses it once, and each definition that it calls once, whatever is asked', () => {
    const analysed: string[] = [];
    const service = createLanguageService({
      // Asked anew for each analysis.
      configuration: (uri) => {
        analysed.push(uri);
        return defaultConfiguration;
      },
      definitions: (id) => {
        const definition = definitions.get(id);
        return definition ? [definition] : [];
      },
    });
    const { document, position } = atCursor(withCursorIn(caller, workflowId('A')));
    const whole = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };
    for (let times = 0; times < 2; times++) {
      service.diagnose(document);
      assert.equal(service.links(document).length, titles.length);
      service.inlayHints(document, whole);
      service.hover(document, position);
      service.definition(document, position);
      service.outline(document);
      const item = service.prepareCalls(document, position);
      assert.equal(item?.uri, 'file:///A.json');
    }
    assert.deepEqual(analysed.sort(), [document.uri, ...titles.map((title) => `file:///${title}.json`)].sort());
  });
});
