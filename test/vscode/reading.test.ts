import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { nightlyCheck, tokenReference } from './nightly-check';
import { until } from './until';
import { closeEverything, copyOf, newFile, open } from './workspace-files';

const generatorTitle = 'Threat Response - Generate Access Token';
const consumerTitle = 'Find observables';

describe('reading a workflow', () => {
  let document: vscode.TextDocument;

  beforeEach(async () => {
    document = await open(await copyOf(nightlyCheck));
  });
  afterEach(closeEverything);

  it('tells by a hover what a reference stands for, and where it starts and ends', async () => {
    const hovers = await ask<vscode.Hover[]>('vscode.executeHoverProvider', inside(tokenReference));
    const own = hovers.filter(({ range }) => range && document.getText(range) === tokenReference);
    assert.equal(own.length, 1);
    assert.match(markdownOf(own[0]!), new RegExp(`^\\*\\*${generatorTitle}\\*\\*.*\\n[^]*output "Access Token" is read`));
  });

  it('shows names beside ids, and none of a kind that is switched off', async () => {
    assert.deepEqual(await hintsOn(tokenReference), [`Access Token of ${generatorTitle}`]);
    const settings = vscode.workspace.getConfiguration('sxo.inlayHints', document.uri);
    await settings.update('references', false, vscode.ConfigurationTarget.Workspace);
    try {
      await until('the hint is gone', async () => (await hintsOn(tokenReference)).length === 0);
      assert.ok((await hints()).length > 0, 'those of other kinds stay');
    } finally {
      await settings.update('references', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await until('the hint is back', async () => (await hintsOn(tokenReference)).length > 0);
  });

  it('leads from a reference to the title of the activity', async () => {
    const [link, ...others] = await ask<vscode.LocationLink[]>('vscode.executeDefinitionProvider', inside(tokenReference));
    assert.deepEqual(others, []);
    assert.equal(link?.targetUri.toString(), document.uri.toString());
    assert.equal(textOf(link.targetSelectionRange!), generatorTitle);
    assert.equal(textOf(link.originSelectionRange!), tokenReference);
  });

  it('finds all references, and highlights them', async () => {
    const places = await until('references are found', async () => {
      const found = await ask<vscode.Location[]>('vscode.executeReferenceProvider', inside(tokenReference));
      return found.length > 0 && found;
    });
    const expected = document.getText().split(tokenReference).length - 1;
    const texts = places.map(({ range }) => textOf(range));
    assert.deepEqual(texts, [generatorTitle, ...Array<string>(expected).fill(tokenReference)]);
    const highlights = await ask<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', inside(tokenReference));
    const reads = highlights.filter(({ kind }) => kind === vscode.DocumentHighlightKind.Read);
    assert.deepEqual(reads.map(({ range }) => textOf(range)), Array<string>(expected).fill(tokenReference));
  });

  it('renames an activity wherever its name is written, and one undo restores it', async () => {
    const before = document.getText();
    const at = await renameIsOffered();
    const edit = await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', at, 'Look "around"');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const after = before.replaceAll(/("(?:title|display_name)": )"Find observables"/g, '$1"Look \\"around\\""');
    assert.equal(document.getText(), after);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('says what can be renamed where nothing can', async () => {
    await renameIsOffered();
    await assert.rejects(prepareRename(inside('"generic.workflow"')), /Only variables and activities/);
  });

  it('outlines the workflow beside JSON', async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider');
    const workflow = symbols.find(({ detail }) => detail === 'workflow');
    assert.equal(workflow?.name, 'Nightly check');
    assert.deepEqual(workflow.children.slice(0, 2).map(({ name }) => name), [generatorTitle, consumerTitle]);
    assert.equal(textOf(workflow.selectionRange), 'Nightly check');
  });

  it('folds each activity as a region', async () => {
    const foldings = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider');
    const regions = foldings.filter(({ kind }) => kind === vscode.FoldingRangeKind.Region);
    const activities = document.getText().split('"object_type": "definition_activity"').length - 1;
    assert.equal(regions.length, activities);
    for (const { start, end } of regions) {
      assert.match(document.lineAt(start).text, /\{$/);
      assert.match(document.lineAt(end + 1).text, /^\s*\},?$/);
    }
  });

  it('grows a selection from the reference to its string', async () => {
    const [innermost] = await ask<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', [inside(tokenReference)]);
    const texts: string[] = [];
    for (let at = innermost; at; at = at.parent) texts.push(textOf(at.range));
    const reference = texts.indexOf(tokenReference);
    assert.ok(reference >= 0, texts.slice(0, 5).join('\n'));
    assert.equal(texts[reference + 1], `"${tokenReference}"`);
  });

  it('leaves JSON that is no workflow as it is', async () => {
    document = await open(await newFile('plain.json', `{"unique_name": "x", "value": ["${tokenReference}"]}`));
    const at = inside(tokenReference);
    const [symbols, places, hovers] = await Promise.all([
      until('JSON outlines it', async () => {
        const found = await ask<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider');
        return found && found.length > 0 && found;
      }),
      ask<vscode.Location[]>('vscode.executeReferenceProvider', at),
      ask<vscode.Hover[]>('vscode.executeHoverProvider', at),
    ]);
    assert.deepEqual(symbols.map(({ name }) => name), ['unique_name', 'value']);
    assert.deepEqual([places, hovers, await hints()], [[], [], []]);
  });

  /** A place in the middle of the first of these. */
  function inside(text: string): vscode.Position {
    const at = document.getText().indexOf(text);
    assert.ok(at >= 0, text);
    return document.positionAt(at + Math.floor(text.length / 2));
  }

  function ask<T>(command: string, ...further: unknown[]): Thenable<T> {
    return vscode.commands.executeCommand<T>(command, document.uri, ...further);
  }

  /** Without a provider, the editor proposes the word under the cursor. */
  async function renameIsOffered(): Promise<vscode.Position> {
    const at = inside(`"title": "${consumerTitle}"`);
    await until('a rename is offered', async () => (await prepareRename(at)).placeholder === consumerTitle);
    return at;
  }

  async function prepareRename(at: vscode.Position) {
    return await ask<{ readonly range: vscode.Range; readonly placeholder: string }>('vscode.prepareRename', at);
  }

  function hints(): Thenable<vscode.InlayHint[]> {
    const end = document.positionAt(document.getText().length);
    return ask('vscode.executeInlayHintProvider', new vscode.Range(new vscode.Position(0, 0), end));
  }

  /** Those in the line where a text first stands. */
  async function hintsOn(text: string): Promise<string[]> {
    const { line } = inside(text);
    const found = (await hints()).filter(({ position, label }) => position.line === line && label !== 'Access Token');
    return found.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
  }

  function textOf(range: vscode.Range): string {
    return document.getText(range);
  }

  function markdownOf({ contents }: vscode.Hover): string {
    return contents.map((each) => (typeof each === 'string' ? each : each.value)).join('\n');
  }
});
