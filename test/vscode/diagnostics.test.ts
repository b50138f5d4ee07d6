import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, finding, findings, findingsOf } from './findings';
import { authorizationHeader, inputValue, nightlyCheck } from './nightly-check';
import { until } from './until';
import { closeEverything, copyOf, newFile, open, textOnDisk } from './workspace-files';

describe('diagnostics', () => {
  afterEach(closeEverything);

  it('appear with code, range, severity and a link to the rule', async () => {
    const document = await open(await copyOf(nightlyCheck));
    const shown = (await findings(document.uri)).map((each) => ({ code: codeOf(each), severity: each.severity }));
    assert.deepEqual(shown, [
      { code: 'securex-ended', severity: vscode.DiagnosticSeverity.Information },
      { code: 'generate-access-token', severity: vscode.DiagnosticSeverity.Warning },
      { code: 'access-token-input', severity: vscode.DiagnosticSeverity.Warning },
      { code: 'authorization-header', severity: vscode.DiagnosticSeverity.Warning },
    ]);
    const input = await finding(document.uri, 'access-token-input');
    assert.equal(document.getText(input.range), inputValue);
    assert.ok(typeof input.code === 'object' && input.code.target.path.includes('access-token-input'));
    const header = await finding(document.uri, 'authorization-header');
    const start = document.getText().indexOf(authorizationHeader);
    const offset = document.offsetAt(header.range.start);
    assert.ok(offset >= start && offset < start + authorizationHeader.length, 'it stands on the header');
  });

  it('lead from the consumer to the generator', async () => {
    const document = await open(await copyOf(nightlyCheck));
    const { relatedInformation } = await finding(document.uri, 'access-token-input');
    const generator = await finding(document.uri, 'generate-access-token');
    assert.ok(relatedInformation?.some(({ location }) => location.uri.toString() === document.uri.toString()
      && location.range.intersection(generator.range) !== undefined));
  });

  it('follow what is typed', async () => {
    const document = await open(await copyOf(nightlyCheck));
    const { range } = await finding(document.uri, 'access-token-input');
    await vscode.window.activeTextEditor!.edit((edit) => { edit.replace(range, '""'); });
    await until('the finding is gone', () => findingsOf(document.uri).every((each) => codeOf(each) !== 'access-token-input'));
    await vscode.commands.executeCommand('undo');
    await finding(document.uri, 'access-token-input');
  });

  it('say where JSON is broken, and still what they can', async () => {
    const text = await textOnDisk(await copyOf(nightlyCheck));
    const document = await open(await newFile('broken.json', text.slice(0, text.lastIndexOf(']'))));
    await finding(document.uri, 'json-syntax');
    await finding(document.uri, 'access-token-input');
  });

  it('come whatever the name and the scheme of the document', async () => {
    const text = await textOnDisk(await copyOf(nightlyCheck));
    const document = await vscode.workspace.openTextDocument({ language: 'json', content: text });
    await vscode.window.showTextDocument(document);
    assert.equal(document.uri.scheme, 'untitled');
    await finding(document.uri, 'access-token-input');
  });

  it('leave JSON alone that is no workflow', async () => {
    const other = await open(await copyOf('no-workflow.json'));
    // Whatever was to come for the first document has come when the second one has its findings.
    await findings((await open(await copyOf(nightlyCheck))).uri);
    assert.deepEqual(findingsOf(other.uri), []);
    const everything = new vscode.Range(0, 0, other.lineCount, 0);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', other.uri, everything);
    assert.deepEqual(actions.filter(({ title }) => /token/i.test(title)), []);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', other.uri);
    assert.deepEqual(lenses, []);
    assert.equal(other.isDirty, false);
  });

  it('obey the settings of severity at once', async () => {
    const document = await open(await copyOf(nightlyCheck));
    await finding(document.uri, 'access-token-input');
    const settings = vscode.workspace.getConfiguration('sxo', document.uri);
    try {
      await settings.update('rules.severity', { 'access-token-input': 'off', 'authorization-header': 'error' }, vscode.ConfigurationTarget.Workspace);
      await until('one finding is an error and another gone', () => {
        const shown = findingsOf(document.uri);
        const header = shown.find((each) => codeOf(each) === 'authorization-header');
        return header?.severity === vscode.DiagnosticSeverity.Error && shown.every((each) => codeOf(each) !== 'access-token-input');
      });
    } finally {
      await settings.update('rules.severity', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await finding(document.uri, 'access-token-input');
  });
});
