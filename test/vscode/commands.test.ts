import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, findings, findingsOf } from './findings';
import { migrated, nightlyCheck } from './nightly-check';
import { until } from './until';
import { closeEverything, copyOf, newFile, open, textOnDisk } from './workspace-files';

describe('commands', () => {
  afterEach(closeEverything);

  it('migrate the workflow in the editor, as one step to undo', async () => {
    const document = await open(await copyOf(nightlyCheck));
    const before = document.getText();
    await vscode.commands.executeCommand('sxo.migrateWorkflow');
    assert.equal(document.getText(), migrated(before));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('convert the workflow to the legacy method and back, each as one step to undo', async () => {
    const document = await open(await copyOf(nightlyCheck));
    await vscode.commands.executeCommand('sxo.migrateWorkflow');
    const modern = document.getText();
    await vscode.commands.executeCommand('sxo.convertWorkflow');
    const legacy = document.getText();
    assert.match(legacy, /"right_operand": "CTR_For_Access_Token"/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), modern);
    await vscode.commands.executeCommand('redo');
    assert.equal(document.getText(), legacy);
    await vscode.commands.executeCommand('sxo.migrateWorkflow');
    assert.equal(document.getText(), modern);
  });

  it('keep line endings and a byte order mark', async () => {
    const text = await textOnDisk(await copyOf(nightlyCheck));
    const uri = await newFile('windows.json', `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    const document = await open(uri);
    await vscode.commands.executeCommand('sxo.migrateWorkflow');
    await document.save();
    const bytes = Buffer.from(await vscode.workspace.fs.readFile(uri));
    assert.equal(bytes.toString('utf8'), `\uFEFF${migrated(text).replaceAll('\n', '\r\n')}`);
  });

  it('preview the migration as a diff, and apply it from there', async () => {
    const document = await open(await copyOf(nightlyCheck));
    const before = document.getText();
    await vscode.commands.executeCommand('sxo.previewMigration');
    const diff = await until('a diff is shown', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputTextDiff && input;
    });
    assert.equal(diff.original.toString(), document.uri.toString());
    const right = await until('its right side is read', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === diff.modified.toString()),
    );
    assert.equal(right.getText(), migrated(before));
    assert.equal(document.getText(), before);
    assert.deepEqual(findingsOf(right.uri), []);
    await vscode.commands.executeCommand('sxo.migrateWorkflow', right.uri);
    assert.equal(document.getText(), migrated(before));
  });

  it('move the workflow to a second set of targets or to those of Cisco XDR, and back', async () => {
    const document = await open(await copyOf(nightlyCheck));
    const before = document.getText();
    const chosen = (text: string) => text.match(/(?<="right_operand": ")[^"]*/g) ?? [];
    await vscode.commands.executeCommand('sxo.retargetWorkflow', document.uri, { suffix: '_Token' });
    assert.deepEqual(
      chosen(document.getText()),
      chosen(before).map((name) => `${name}_Token`),
    );
    await vscode.commands.executeCommand('sxo.retargetWorkflow', document.uri, { suffix: '_Token', isUndo: true });
    assert.equal(document.getText(), before);
    await vscode.commands.executeCommand('sxo.moveToXdrTargets', document.uri, { to: 'xdr' });
    const inXdr = (name: string): string => (name === 'CTR_API' ? 'Platform APIs' : name);
    assert.deepEqual(chosen(document.getText()), chosen(before).map(inXdr));
    assert.notEqual(document.getText(), before);
    await vscode.commands.executeCommand('sxo.moveToXdrTargets', document.uri, { to: 'xdr', isUndo: true });
    assert.equal(document.getText(), before);
  });

  it('leave JSON alone that is no workflow', async () => {
    const document = await open(await copyOf('no-workflow.json'));
    const before = document.getText();
    await vscode.commands.executeCommand('sxo.migrateWorkflow', document.uri);
    await vscode.commands.executeCommand('sxo.previewMigration', document.uri);
    assert.equal(document.getText(), before);
    assert.ok(vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputText);
  });

  it('check files that no editor shows', async () => {
    const folder = await copyOf('folder');
    const second = vscode.Uri.joinPath(folder, 'deeper', 'second.json');
    // It tells the result in a message with buttons, and ends when that is answered.
    const ended = vscode.commands.executeCommand('sxo.checkWorkspace');
    const shown = await findings(second);
    assert.ok(shown.some((each) => codeOf(each) === 'authorization-header'));
    assert.deepEqual(findingsOf(vscode.Uri.joinPath(folder, 'no-workflow.json')), []);
    await until('the message is there and can be cleared', async () => {
      await vscode.commands.executeCommand('notifications.clearAll');
      return Promise.race([ended.then(() => true), new Promise((resolve) => setTimeout(resolve, 50, false))]);
    });
  });
});
