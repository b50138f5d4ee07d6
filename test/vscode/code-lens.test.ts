import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { nightlyCheck } from './nightly-check';
import { closeEverything, copyOf, open } from './workspace-files';

describe('the code lens', () => {
  afterEach(closeEverything);

  it('stands over a legacy workflow, and goes with the migration', async () => {
    const { uri } = await open(await copyOf(nightlyCheck));
    const [headline, migrate, preview] = await lenses(uri);
    assert.equal(headline?.command?.title, '2 activities pass an access token');
    assert.deepEqual([migrate?.command?.command, preview?.command?.command], ['sxo.migrateWorkflow', 'sxo.previewMigration']);
    await vscode.commands.executeCommand(migrate!.command!.command, ...(migrate!.command!.arguments as unknown[]));
    assert.deepEqual(await lenses(uri), []);
  });

  function lenses(uri: vscode.Uri): Thenable<vscode.CodeLens[]> {
    return vscode.commands.executeCommand('vscode.executeCodeLensProvider', uri, 10);
  }
});
