import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings } from './findings';
import { inputValue, nightlyCheck, tokenReference } from './nightly-check';
import { until } from './until';
import { closeEverything, copyOf, newFile, open, textOnDisk, workspaceFolder } from './workspace-files';

describe('completions', () => {
  afterEach(closeEverything);

  it('write a reference for the name that somebody types, and the file stays sound', async () => {
    const document = await open(await copyOf(nightlyCheck));
    const before = document.getText();
    const [name] = /(?<="title": ")[^"]+(?=",\s+"type": "workflow.atomic_workflow")/.exec(before) ?? [];
    assert.ok(name);
    const typed = `$${name.slice(0, 3)}`;
    const start = before.indexOf(inputValue) + 1;
    await write(document, inputValue, '""');
    place(document, start);
    await vscode.commands.executeCommand('type', { text: typed });
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await until('the suggestion is taken', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return !document.getText().includes(`"${typed}"`);
    });
    assert.equal(document.getText(), before);
    const codes = (await findings(document.uri)).map(({ code }) => (typeof code === 'object' ? code.value : code));
    assert.ok(!codes.includes('dangling-reference') && !codes.includes('json-syntax'), codes.join());
  });

  it('are offered while the string is not closed', async () => {
    const document = await open(await copyOf(nightlyCheck));
    const start = document.getText().indexOf(inputValue);
    await write(document, inputValue, '"$act');
    const items = await offered(document, start + '"$act'.length);
    const item = items.find(({ insertText }) => insertText === tokenReference);
    assert.ok(item, items.map(({ label }) => JSON.stringify(label)).join());
    assert.ok(item.range && 'replacing' in item.range);
    assert.equal(document.getText(item.range.replacing), '$act');
  });

  it('leave other JSON alone', async () => {
    const document = await open(await newFile('other.json', '{ "a": "$" }'));
    const items = await offered(document, document.getText().indexOf('$') + 1);
    assert.deepEqual(
      items.filter(({ insertText }) => typeof insertText === 'string' && insertText.startsWith('$')),
      [],
    );
  });

  it('complete and explain keys in a file that is named as the product names its own', async () => {
    const text = await textOnDisk(vscode.Uri.joinPath(workspaceFolder(), nightlyCheck));
    const document = await open(await newFile('definition_workflow_x.json', text));
    const key = document.positionAt(document.getText().indexOf('"skip_execution"') + 2);
    const explained = await until('the key is explained', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        key,
      );
      return hovers.flatMap(({ contents }) =>
        contents.map((each) => (typeof each === 'string' ? each : each.value)),
      )[0];
    });
    assert.match(explained, /passed over/);
    assert.deepEqual(
      vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source !== 'sxo'),
      [],
    );
  });

  async function write(document: vscode.TextDocument, wanted: string, text: string): Promise<void> {
    const start = document.getText().indexOf(wanted);
    assert.notEqual(start, -1, wanted);
    const range = new vscode.Range(document.positionAt(start), document.positionAt(start + wanted.length));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, range, text);
    assert.ok(await vscode.workspace.applyEdit(edit));
  }

  function place(document: vscode.TextDocument, offset: number): void {
    const position = document.positionAt(offset);
    vscode.window.activeTextEditor!.selection = new vscode.Selection(position, position);
  }

  async function offered(document: vscode.TextDocument, offset: number): Promise<vscode.CompletionItem[]> {
    const position = document.positionAt(offset);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    return list.items;
  }
});
