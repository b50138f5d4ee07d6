import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, finding, findingsOf } from './findings';
import { inputValue, nightlyCheck } from './nightly-check';
import { until } from './until';
import { closeEverything, copyOf, newFile, open, textOnDisk, workspaceFolder } from './workspace-files';

describe('a project file', () => {
  afterEach(closeEverything);

  /** A workflow in a folder of its own, and where the folder's project file is or will be. */
  async function workflowWith(content?: object): Promise<{ workflow: vscode.Uri; project: vscode.Uri }> {
    const workflow = await copyOf(nightlyCheck);
    const project = vscode.Uri.joinPath(workflow, '..', '.sxo.json');
    if (content) await save(project, JSON.stringify(content));
    return { workflow, project };
  }

  async function save(uri: vscode.Uri, text: string): Promise<void> {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  }

  const kept = { rule: 'access-token-input', file: nightlyCheck, reason: 'Keeps a token of its own.' };
  const hasFinding = (uri: vscode.Uri, code: string) => findingsOf(uri).some((each) => codeOf(each) === code);

  it('chooses severities and suppresses, before the first finding is shown', async () => {
    const { workflow } = await workflowWith({
      version: 1,
      severities: { 'authorization-header': 'error' },
      suppressions: [kept],
    });
    await open(workflow);
    assert.equal((await finding(workflow, 'authorization-header')).severity, vscode.DiagnosticSeverity.Error);
    assert.ok(!hasFinding(workflow, 'access-token-input'));
  });

  it('is followed as it changes, comes and goes', async () => {
    const { workflow, project } = await workflowWith();
    await open(workflow);
    await finding(workflow, 'access-token-input');
    await save(project, JSON.stringify({ version: 1, suppressions: [kept] }));
    await until('the finding is hidden', () => !hasFinding(workflow, 'access-token-input'));
    await save(project, JSON.stringify({ version: 1, suppressions: [] }));
    await finding(workflow, 'access-token-input');
    await save(project, JSON.stringify({ version: 1, severities: { 'access-token-input': 'off' } }));
    await until('the rule is off', () => !hasFinding(workflow, 'access-token-input'));
    await vscode.workspace.fs.delete(project);
    await finding(workflow, 'access-token-input');
  });

  it('keeps what it suppresses from a migration', async () => {
    const { workflow } = await workflowWith({ version: 1, suppressions: [kept] });
    const document = await open(workflow);
    await finding(workflow, 'authorization-header');
    await vscode.commands.executeCommand('sxo.migrateWorkflow', workflow);
    await until('it is migrated', () => document.isDirty);
    assert.ok(document.getText().includes(inputValue));
    assert.ok(!document.getText().includes('"Authorization"'));
  });

  it('that nobody understands is said so, and nothing is migrated', async () => {
    const { workflow, project } = await workflowWith({ version: 1, suppression: [kept] });
    const document = await open(workflow);
    await finding(workflow, 'access-token-input');
    const shown = await finding(project, 'project-file');
    assert.equal(shown.severity, vscode.DiagnosticSeverity.Error);
    const before = document.getText();
    await vscode.commands.executeCommand('sxo.migrateWorkflow', workflow);
    assert.equal(document.getText(), before);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      workflow,
      (await finding(workflow, 'access-token-input')).range,
      'quickfix',
    );
    assert.deepEqual(
      actions.filter(({ edit }) => edit),
      [],
    );
  });

  it('tells suppressions of no use, and a quick fix takes them out', async () => {
    const gone = { rule: 'token-refresh', file: nightlyCheck, reason: 'Long gone.' };
    const over = { rule: 'token-target', reason: 'Over.', expires: '2020-01-31' };
    const { workflow, project } = await workflowWith({ version: 1, suppressions: [kept, gone, over] });
    await open(workflow);
    const document = await open(project);
    const told = await until('both are told', () => {
      const shown = findingsOf(project);
      return shown.length === 2 && shown;
    });
    assert.deepEqual(
      told.map((each) => document.getText(each.range)),
      [JSON.stringify(gone), JSON.stringify(over)],
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      project,
      told[0]!.range,
      'quickfix',
    );
    const action = actions.find(({ title }) => title === 'Take this suppression out');
    assert.ok(action?.edit, `offered: ${actions.map(({ title }) => title).join(', ')}`);
    await vscode.workspace.applyEdit(action.edit);
    assert.deepEqual(JSON.parse(document.getText()), { version: 1, suppressions: [kept, over] });
  });

  it('is completed and explained by its schema', async () => {
    const { project } = await workflowWith({ version: 1, suppressions: [kept] });
    const document = await open(project);
    const hovers = await until('the schema explains a key', async () => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        project,
        document.positionAt(document.getText().indexOf('"reason"') + 2),
      );
      return found.length > 0 && found;
    });
    const texts = hovers.flatMap(({ contents }) =>
      contents.map((each) => (typeof each === 'string' ? each : each.value)),
    );
    assert.match(texts.join('\n'), /Why it is left as it is/);
  });

  describe('"Suppress here..."', () => {
    async function suppressAction(uri: vscode.Uri, code: string): Promise<vscode.CodeAction> {
      const { range } = await finding(uri, code);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        range,
        'quickfix',
      );
      const action = actions.find(({ title }) => title === `Suppress here... (${code})`);
      assert.ok(action?.command);
      assert.ok(!action.isPreferred && !action.edit);
      return action;
    }

    async function run({ command }: vscode.CodeAction, reason: string): Promise<void> {
      await vscode.commands.executeCommand(command!.command, ...(command!.arguments as unknown[]), reason);
    }

    it('writes into the nearest project file, laid out as it is', async () => {
      const { workflow, project } = await workflowWith();
      await save(project, '{\n\t"version": 1\n}\n');
      await open(workflow);
      await run(await suppressAction(workflow, 'access-token-input'), 'On purpose.');
      await until('the finding is hidden', () => !hasFinding(workflow, 'access-token-input'));
      const text = await textOnDisk(project);
      assert.match(text, /^\{\n\t"version": 1,\n\t"suppressions": \[\n\t\t\{\n\t\t\t"rule": "access-token-input",\n/);
      const { suppressions } = JSON.parse(text) as { suppressions: Record<string, string>[] };
      assert.deepEqual(
        suppressions.map(({ file, reason }) => [file, reason]),
        [[nightlyCheck, 'On purpose.']],
      );
      assert.match(suppressions[0]!.activity!, /^definition_activity_/);
    });

    it('creates a project file where there is none', async () => {
      const project = vscode.Uri.joinPath(workspaceFolder(), '.sxo.json');
      const { workflow } = await workflowWith();
      await open(workflow);
      try {
        await run(await suppressAction(workflow, 'authorization-header'), 'On purpose.');
        await until('the finding is hidden', () => !hasFinding(workflow, 'authorization-header'));
        const { suppressions } = JSON.parse(await textOnDisk(project)) as { suppressions: { file: string }[] };
        assert.equal(suppressions[0]!.file, vscode.workspace.asRelativePath(workflow));
      } finally {
        await vscode.workspace.fs.delete(project);
      }
      await finding(workflow, 'authorization-header');
    });

    it('is no part of fix-all', async () => {
      const { workflow } = await workflowWith();
      const document = await open(workflow);
      await finding(workflow, 'access-token-input');
      const everything = new vscode.Range(0, 0, document.lineCount, 0);
      for (const kind of ['source.fixAll', 'source', 'refactor']) {
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          workflow,
          everything,
          kind,
        );
        assert.deepEqual(
          actions.filter(({ title }) => title.startsWith('Suppress')),
          [],
        );
      }
    });

    it('is not offered for a document that no project file could speak of', async () => {
      const text = await textOnDisk(await copyOf(nightlyCheck));
      const document = await vscode.workspace.openTextDocument({ language: 'json', content: text });
      await vscode.window.showTextDocument(document);
      const { range } = await finding(document.uri, 'access-token-input');
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        'quickfix',
      );
      assert.deepEqual(
        actions.filter(({ title }) => title.startsWith('Suppress')),
        [],
      );
    });
  });

  it('of another folder is not asked', async () => {
    await newFile('.sxo.json', JSON.stringify({ version: 1, severities: { 'access-token-input': 'off' } }));
    const { workflow } = await workflowWith();
    await open(workflow);
    await finding(workflow, 'access-token-input');
  });
});
