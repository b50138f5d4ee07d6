import assert from 'node:assert/strict';
import type { ReferenceText } from '../../src/core/document/reference';
import { isWorkflowExport, readWorkflowFile } from '../../src/core/document/read-workflow-file';
import { parseDocument } from '../../src/core/document/parsed-document';
import { isWrite } from '../../src/core/analysis/assignments';
import { spanInString } from '../../src/core/edits/json-text';
import { LineIndex } from '../../src/core/text/line-index';
import { allFiles, describeCorpus } from '../support/corpus';
import { document, serviceWith } from '../support/service';

/** Every so many references of a file are looked at: with all of them the test would take a minute. */
const step = 7;

/** Without entries, columns and the like, which nobody could know before they are written. */
function stem({ kind, owner, scope, member }: ReferenceText): string {
  return [kind, owner, scope, ...(kind === 'activity' ? [] : [member.split(/[.[]/)[0]])].join('.');
}

describeCorpus('completions in public workflows', () => {
  it('offer, where the dollar sign stands, what the workflow reads there', () => {
    const service = serviceWith();
    let seen = 0;
    const missing: string[] = [];
    for (const { name, text } of allFiles()) {
      const parsed = parseDocument(text);
      if (!isWorkflowExport(parsed.value)) continue;
      const snapshot = document(text);
      const lines = new LineIndex(text);
      for (const { workflow } of readWorkflowFile(parsed.value).exports) {
        const references = workflow.activities.flatMap((activity) => activity.references);
        for (let at = 0; at < references.length; at += step) {
          const reference = references[at]!;
          const { to, path } = reference;
          if (!reference.source && !reference.variable) continue;
          // One workflow does it; the documentation says that it fails.
          if (isWrite(reference) && to.scope === 'static') continue;
          const { start } = spanInString(text, parsed.locator.place(path)!.value, to.index, to.index + to.text.length);
          const items = service.completions(snapshot, lines.position(start + 1));
          const wanted = `$${stem(to)}`;
          const isOffered = items.some(({ insertText }) =>
            insertText
              .replaceAll(/definition_activity_|definition_workflow_|variable_workflow_/g, '')
              .startsWith(wanted),
          );
          seen++;
          if (!isOffered) missing.push(`${name}: ${to.text}`);
        }
      }
    }
    assert.ok(seen > 2000, String(seen));
    assert.deepEqual(missing, []);
  });
});
