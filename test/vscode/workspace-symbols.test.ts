import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { printJson } from '../support/print-json';
import * as build from '../support/workflow';
import { until } from './until';
import { closeEverything, newFile, open } from './workspace-files';

describe('workspace symbols', () => {
  afterEach(closeEverything);

  const title = 'Zebra crossing watch';
  const value = build.workflow({ title, variables: [build.variable('Zebra count')], actions: [build.sleep('Zebra pause')] });

  it('name workflows, variables and activities of files that are not open', async () => {
    const uri = await newFile('zebra.json', printJson(value));
    const found = await until('the new file is known', async () => {
      const symbols = await search('zebra');
      return symbols.length === 3 && symbols;
    });
    assert.deepEqual(found.map(({ name }) => name).sort(), ['Zebra count', title, 'Zebra pause']);
    for (const { location } of found) assert.equal(location.uri.toString(), uri.toString());
    assert.deepEqual(await search('zebra xylophone'), []);
  });

  it('lead to the name in the file', async () => {
    const uri = await newFile('zebra-two.json', printJson(build.workflow({ title: 'Quagga', actions: [build.sleep('Quagga pause')] })));
    await until('the new file is known', async () => (await search('quagga')).length === 2);
    await vscode.commands.executeCommand('workbench.action.quickOpen', '#quagga pause');
    const editor = await until('the file is open at the name', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.toString() === uri.toString() && active;
    });
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /"title": "Quagga pause"/);
  });

  /** Only the extension's own: the editor may have others. A provider is there once a JSON file was open. */
  async function search(query: string): Promise<vscode.SymbolInformation[]> {
    if (vscode.workspace.textDocuments.length === 0) await open(await newFile('any.json', '{}'));
    return vscode.commands.executeCommand('vscode.executeWorkspaceSymbolProvider', query);
  }
});
