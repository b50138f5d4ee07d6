import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { callOwn, ownAtomic, tokenInput } from '../support/own-atomic';
import type { JsonObject } from '../support/json';
import { printJson } from '../support/print-json';
import * as build from '../support/workflow';
import { finding, findingsOf } from './findings';
import { answerPreview, pause, showsChange, tickFiles, tickFirst } from './refactor-preview';
import { until } from './until';
import { closeEverything, newFile, open, textOnDisk } from './workspace-files';

describe('a definition and its callers in several files', () => {
  let number = 0;
  /** The definition, two callers, and a file that stands for itself. */
  let files: vscode.Uri[];
  let texts: string[];
  let title: string;
  let folder: vscode.Uri;

  const callerNamed = (name: string): JsonObject =>
    build.workflow({
      title: name,
      actions: [build.generator('make'), callOwn('call', build.tokenOf('make'), {}, title)],
    });
  const optional = build.variable(tokenInput, 'secure_string', 'input');

  beforeEach(async () => {
    number += 1;
    // The workspace holds what all tests have left, so each has ids of its own.
    title = `Look up ${number}`;
    const workflows = [
      ownAtomic({ title }),
      callerNamed('First'),
      callerNamed('Second'),
      build.workflow({ title: 'Idle' }),
    ];
    texts = workflows.map((workflow) => printJson(workflow));
    const [first, ...others] = texts;
    const definition = await newFile('definition.json', first!);
    folder = vscode.Uri.joinPath(definition, '..');
    files = [definition];
    for (const [index, text] of others.entries()) {
      const uri = vscode.Uri.joinPath(folder, `other-${index + 1}.json`);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      files.push(uri);
    }
  });
  afterEach(closeEverything);

  it('change together, what was typed and not saved included', async () => {
    await typeInto(files[2]!);
    await answerPreview(migrateFolder(), { confirm: tickFiles(3), answer: 'apply' });
    await areMigrated();
  });

  it('stay as they are where the changes are discarded', async () => {
    await typeInto(files[2]!);
    await answerPreview(migrateFolder(), { answer: 'discard' });
    assert.deepEqual(await shown(), texts);
    assert.equal((await vscode.workspace.openTextDocument(files[2]!)).isDirty, true);
  });

  it('stay as they are where only one of them is confirmed, in the editor and on the disk', async () => {
    await answerPreview(migrateFolder(), { confirm: tickFirst, answer: 'apply' });
    assert.deepEqual(await shown(), texts);
    assert.deepEqual(await Promise.all(files.map(textOnDisk)), texts);
  });

  it('change together after all where a person wants that when told', async () => {
    await answerPreview(migrateFolder(), { confirm: tickFirst, answer: 'apply', ending: pressFirstButton });
    await areMigrated();
  });

  it('are all refused where one cannot be opened as JSON', async () => {
    const document = await open(files[1]!);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    const command = vscode.commands.executeCommand('sxo.migrateFolder', folder);
    await command;
    assert.deepEqual(await shown(), texts);
    const report = await until('a report is shown', () => {
      const active = vscode.window.activeTextEditor?.document;
      return active?.languageId === 'markdown' && active.getText();
    });
    assert.match(report, /other-1\.json changes together with this file, and cannot be changed/);
  });

  it('are looked at for findings in one of them, and again when the definition changes', async () => {
    const document = await open(files[1]!);
    const held = await until('the definition is known', () =>
      findingsOf(document.uri).find(({ message }) =>
        message.includes('stands in another file, which does not change along'),
      ),
    );
    assert.ok(held);
    const done = ownAtomic({ title, variables: [optional], actions: [build.httpRequest(`${title} asks`)] });
    await vscode.workspace.fs.writeFile(files[0]!, new TextEncoder().encode(printJson(done)));
    await until('the finding is another one', () =>
      findingsOf(document.uri).every(({ message }) => !message.includes('stands in another file')),
    );
    await vscode.commands.executeCommand('sxo.migrateWorkflow', document.uri);
    assert.doesNotMatch(document.getText(), /Generate Access Token/);
  });

  it('are named by a finding where the definition is not at hand', async () => {
    await vscode.workspace.fs.delete(files[0]!);
    const document = await open(files[1]!);
    const missing = await finding(document.uri, 'token-needs-review');
    assert.match(missing.message, new RegExp(`Export the atomic "${title}"`));
  });

  it('are offered to be migrated together by the command for one of them, and by a refactoring', async () => {
    const document = await open(files[1]!);
    await until('the definition is known', () =>
      findingsOf(document.uri).find(({ message }) => message.includes('stands in another file')),
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    const action = actions.find((each) => each.command?.command === 'sxo.migrateTogether');
    assert.ok(action, actions.map((each) => each.title).join());
    assert.deepEqual(action.command?.arguments, [document.uri]);
    const command = vscode.commands.executeCommand('sxo.migrateWorkflow', document.uri);
    // Not again at once: the next message with a button is that of the progress, and cancels.
    await until('the offer is taken', async () => {
      await pressFirstButton();
      await pause(2000);
      return showsChange();
    });
    await answerPreview(command, { confirm: tickFiles(3), answer: 'apply' });
    await areMigrated();
  });

  function migrateFolder(): Thenable<unknown> {
    return vscode.commands.executeCommand('sxo.migrateFolder', folder);
  }

  async function pressFirstButton(): Promise<void> {
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
  }

  /** As the editor shows them: confirmed edits may not be saved yet. */
  function shown(): Promise<string[]> {
    return Promise.all(files.map(async (uri) => (await vscode.workspace.openTextDocument(uri)).getText()));
  }

  async function typeInto(uri: vscode.Uri): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    const document = await open(uri);
    const typed = '"title": "Second, typed"';
    texts[2] = texts[2]!.replace('"title": "Second"', typed);
    const offset = document.getText().indexOf('"title": "Second"');
    edit.replace(uri, new vscode.Range(document.positionAt(offset), document.positionAt(offset + 17)), typed);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), texts[2]);
    assert.ok(document.isDirty);
  }

  async function areMigrated(): Promise<void> {
    const [definition, first, second, idle] = await shown();
    const bare = (text: string) => JSON.parse(text) as { workflow: { title: string; actions: unknown[] } };
    const made = ownAtomic({ title, variables: [optional], actions: [build.httpRequest(`${title} asks`)] });
    assert.deepEqual(JSON.parse(definition!), made);
    for (const [index, text] of [first!, second!].entries()) {
      assert.deepEqual(bare(text).workflow.actions, [callOwn('call', '', {}, title)]);
      assert.equal(bare(text).workflow.title, bare(texts[index + 1]!).workflow.title);
    }
    assert.equal(idle, texts[3]);
  }
});
