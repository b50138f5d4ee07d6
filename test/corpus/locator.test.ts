import assert from 'node:assert/strict';
import { isWorkflowExport, readWorkflowFile } from '../../src/core/document/read-workflow-file';
import { exportSchema } from '../../src/core/document/schema';
import { allFiles, describeCorpus } from '../support/corpus';
import { compareWithTree } from '../support/locator-against-tree';

describeCorpus('every public workflow', () => {
  it('is located by offsets as jsonc-parser locates it', function () {
    const files = allFiles();
    const values = files.reduce((sum, { text }) => sum + compareWithTree(text), 0);
    assert.ok(values > files.length);
    if (this.test) this.test.title += `: ${values} values and their keys in ${files.length} files`;
  });

  it('is an export as the schema has it, and read as one', () => {
    for (const { name, text } of allFiles()) {
      const value: unknown = JSON.parse(text);
      assert.ok(isWorkflowExport(value), name);
      assert.deepEqual(exportSchema.safeParse(value).error?.issues, undefined, name);
      assert.equal(readWorkflowFile(value).isOdd, false, name);
    }
  });
});
