import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { areOfNames, finding, findings, findingsOf } from './findings';
import { authorizationHeader, inputValue, migrated, nightlyCheck } from './nightly-check';
import { until } from './until';
import { closeEverything, copyOf, open } from './workspace-files';

describe('code actions', () => {
  let document: vscode.TextDocument;
  let before: string;

  beforeEach(async () => {
    document = await open(await copyOf(nightlyCheck));
    before = document.getText();
    await findings(document.uri);
  });
  afterEach(closeEverything);

  it('empty exactly one input by the preferred fix, and one undo restores it', async () => {
    const { range } = await finding(document.uri, 'access-token-input');
    vscode.window.activeTextEditor!.selection = new vscode.Selection(range.start, range.start);
    await perform('editor.action.autoFix');
    assert.equal(document.getText(), before.replace(inputValue, '""'));
    await undo();
  });

  it('remove exactly one header, and one undo restores it', async () => {
    const { range } = await finding(document.uri, 'authorization-header');
    vscode.window.activeTextEditor!.selection = new vscode.Selection(range.start, range.start);
    await perform('editor.action.autoFix');
    assert.equal(document.getText(), before.replace(authorizationHeader, ''));
    await undo();
  });

  it('do all that is safe by fix-all, and one undo restores it', async () => {
    await perform('editor.action.sourceAction', { kind: 'source.fixAll.sxo', apply: 'first' });
    const text = document.getText();
    assert.ok(!text.includes(inputValue) && !text.includes(authorizationHeader));
    JSON.parse(text);
    await undo();
  });

  it('run on save where the user asks for it', async () => {
    const settings = vscode.workspace.getConfiguration('editor', document.uri);
    try {
      await settings.update('codeActionsOnSave', { 'source.fixAll.sxo': 'explicit' }, vscode.ConfigurationTarget.Workspace);
      await vscode.window.activeTextEditor!.edit((edit) => { edit.insert(new vscode.Position(0, 1), ' '); });
      await document.save();
      assert.ok(!document.getText().includes(inputValue));
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('migrate the whole workflow as a refactoring, and one undo restores it', async () => {
    await perform('editor.action.refactor', { kind: 'refactor.rewrite.sxo', apply: 'first' });
    assert.equal(document.getText(), migrated(before));
    await until('only the names of SecureX are left', () => areOfNames(findingsOf(document.uri)));
    await undo();
  });

  it('answer only the kinds that are asked for', async () => {
    const { range } = await finding(document.uri, 'access-token-input');
    const kinds = ['quickfix', 'source.fixAll.sxo', 'refactor.rewrite.sxo'];
    for (const kind of kinds) {
      const actions = await offered(range, kind);
      assert.ok(actions.length > 0, kind);
      for (const action of actions) assert.ok(`${action.kind!.value}.`.startsWith(`${kind}.`), action.title);
    }
    assert.deepEqual(await offered(range, 'refactor.extract'), []);
  });

  it('prefer one fix of a finding at most', async () => {
    for (const { range } of await findings(document.uri)) {
      const preferred = (await offered(range, 'quickfix')).filter(({ isPreferred }) => isPreferred);
      assert.ok(preferred.length <= 1, preferred.map(({ title }) => title).join(', '));
    }
  });

  function offered(range: vscode.Range, kind: string): Thenable<vscode.CodeAction[]> {
    return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind);
  }

  /** Runs a command of the editor until it changes the document: it drops a request when its light bulb asks meanwhile. */
  async function perform(command: string, ...args: unknown[]): Promise<void> {
    await until(`${command} changes the document`, async () => {
      const changed = new Promise<true>((resolve) => {
        const listener = vscode.workspace.onDidChangeTextDocument((event) => {
          if (event.document !== document || document.getText() === before) return;
          listener.dispose();
          resolve(true);
        });
      });
      await vscode.commands.executeCommand(command, ...args);
      return Promise.race([changed, new Promise<false>((resolve) => setTimeout(resolve, 2000, false))]);
    });
  }

  async function undo(): Promise<void> {
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  }
});
