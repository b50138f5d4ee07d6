import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { inspect } from '../support/atomics';
import { printJson } from '../support/print-json';
import * as build from '../support/workflow';
import { answerPreview, tickFiles } from './refactor-preview';
import { until } from './until';
import { closeEverything, newFile } from './workspace-files';

describe('workflows of a folder', () => {
  let files: vscode.Uri[];
  let before: string[];
  let folder: vscode.Uri;

  beforeEach(async () => {
    const texts = ['First', 'Second'].map((title) =>
      printJson(build.workflow({ title, actions: [build.atomicCall('ask', inspect, '')] })),
    );
    const [first = '', second = ''] = texts;
    const one = await newFile('one.json', first);
    folder = vscode.Uri.joinPath(one, '..');
    const other = vscode.Uri.joinPath(folder, 'other.json');
    await vscode.workspace.fs.writeFile(other, new TextEncoder().encode(second));
    files = [one, other];
    before = texts;
  });
  afterEach(closeEverything);

  it('move to another set of targets and back, byte for byte', async () => {
    await confirmAll('sxo.retargetFolder', { suffix: '_Token', isUndo: false });
    for (const text of await texts()) assert.match(text, /"CTR_API_Token"/);
    await reportHas('Move to the targets with _Token');
    await confirmAll('sxo.retargetFolder', { suffix: '_Token', isUndo: true });
    assert.deepEqual(await texts(), before);
  });

  it('move to the XDR targets', async () => {
    await confirmAll('sxo.moveFolderToXdrTargets', { to: 'xdr', withInferred: false });
    for (const text of await texts()) assert.match(text, /"Platform APIs"/);
    await reportHas('Move to the XDR targets');
  });

  it('are converted to the legacy method, what was not confirmed stays', async () => {
    await run('sxo.convertFolder', undefined, 1);
    const now = await texts();
    assert.deepEqual(
      now.map((text, index) => text !== before[index]),
      [true, false],
    );
    assert.match(now[0] ?? '', /"CTR_For_Access_Token"/);
    await reportHas('Conversion to the Legacy Method');
  });

  function confirmAll(command: string, options: object): Promise<void> {
    return run(command, options, files.length);
  }

  async function run(command: string, options: object | undefined, count: number): Promise<void> {
    const running = vscode.commands.executeCommand(command, folder, undefined, options);
    await answerPreview(running, { answer: 'apply', confirm: tickFiles(count) });
  }

  async function reportHas(title: string): Promise<void> {
    const report = await until('a report is shown', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.languageId === 'markdown' && document;
    });
    assert.ok(report.getText().startsWith(`# ${title}\n`), report.getText());
  }

  /** As the editor shows them: confirmed edits may not be saved yet. */
  function texts(): Promise<string[]> {
    return Promise.all(files.map(async (uri) => (await vscode.workspace.openTextDocument(uri)).getText()));
  }
});
