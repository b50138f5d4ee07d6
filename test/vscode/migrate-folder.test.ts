import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answerPreview, tickFirst } from './refactor-preview';
import { until } from './until';
import { closeEverything, copyOf, textOnDisk } from './workspace-files';

describe('the migration of a folder', () => {
  let files: vscode.Uri[];
  let before: string[];
  let folder: vscode.Uri;

  beforeEach(async () => {
    folder = await copyOf('folder');
    files = ['first.json', 'deeper/second.json', 'no-workflow.json'].map((name) => vscode.Uri.joinPath(folder, name));
    before = await Promise.all(files.map(textOnDisk));
  });
  afterEach(closeEverything);

  it('shows its Refactor Preview, and changes nothing when that is discarded', async () => {
    await migrateFolder('discard');
    assert.deepEqual(await texts(), before);
  });

  it('changes what is confirmed, and reports it', async () => {
    // The list begins with the first file; a tick at a file is one for all its changes.
    await migrateFolder('apply', tickFirst);
    const now = await texts();
    const changed = now.filter((text, index) => text !== before[index]);
    assert.equal(changed.length, 1, 'only the confirmed file is changed');
    assert.doesNotMatch(
      changed[0]!,
      /"Authorization"|CTR_For_Access_Token|\.output\.variable_workflow_01PP75S3G7CJY6WAQr2IJC7qga2SIoE09gQ/,
    );
    JSON.parse(changed[0]!);
    const report = await until('a report is shown', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.languageId === 'markdown' && document;
    });
    const [notConfirmed, done] = [report.getText().indexOf('## Not confirmed'), report.getText().indexOf('## Done')];
    assert.ok(notConfirmed > 0 && done > notConfirmed, report.getText());
    assert.doesNotMatch(report.getText(), /no-workflow/);
  });

  async function migrateFolder(answer: 'apply' | 'discard', confirm?: () => Promise<void>): Promise<void> {
    const command = vscode.commands.executeCommand('sxo.migrateFolder', folder);
    await answerPreview(command, {
      answer,
      async confirm() {
        assert.deepEqual(await texts(), before);
        await confirm?.();
      },
    });
  }

  /** As the editor shows them: confirmed edits may not be saved yet. */
  function texts(): Promise<string[]> {
    return Promise.all(files.map(async (uri) => (await vscode.workspace.openTextDocument(uri)).getText()));
  }
});
