import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { compareTenants } from '../../src/vscode/explorer/compare-tenants';
import type { showUsers } from '../../src/vscode/explorer/show-users';
import { fillIn, loadInEditor } from '../support/load-in-editor';
import { root } from '../support/repository';

interface Extractor {
  readonly messagesIn: (text: string) => string[];
  readonly bareWordsIn: (text: string) => string[];
}

const source = join(root, 'src');
/** The editor's part speaks through the editor, its page says what it was handed, and neither knows words of its own. */
const folders = ['vscode', 'webview'];
/** The source of the page, with the words that it is handed, and what it may load. */
const forMachines = [
  /^vscode\/graph\/page-html\.ts: `(?:default-src|<!DOCTYPE html>)/,
  /^webview\/piece-layers\.ts: `<svg xmlns=/,
];

const files = folders.flatMap((folder) =>
  readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({
      name: `${folder}/${name.replaceAll('\\', '/')}`,
      text: readFileSync(join(source, folder, name), 'utf8'),
    })),
);

const bundle = JSON.parse(readFileSync(join(root, 'l10n/bundle.l10n.json'), 'utf8')) as Record<string, string>;

/** A language that nobody speaks: what is not marked did not go through a translation. */
const pseudoLanguage = new Map(Object.entries(bundle).map(([message, text]) => [message, `[!! ${text} !!]`]));

function translate(message: string, ...values: unknown[]): string {
  const text = pseudoLanguage.get(message);
  assert.ok(text !== undefined, `The bundle lacks "${message}".`);
  return fillIn(text, ...values);
}

describe('translation', () => {
  let extractor: Extractor;

  before(async () => {
    extractor = (await import(pathToFileURL(join(root, '.ci/l10n-messages.mjs')).href)) as Extractor;
  });

  it('finds what is handed over, and refuses what nobody could translate', () => {
    const { messagesIn } = extractor;
    assert.deepEqual(messagesIn(`vscode.l10n.t('One {0}', a); show(l10n.t("Two")); other.t('Three');`), [
      'One {0}',
      'Two',
    ]);
    assert.throws(() => messagesIn('vscode.l10n.t(`One ${a}`)'), /plain text/);
    assert.throws(() => messagesIn('vscode.l10n.t(message)'), /plain text/);
  });

  it('knows words that are shown without it', () => {
    const { bareWordsIn } = extractor;
    assert.deepEqual(bareWordsIn(`showErrorMessage('One')`), ['One']);
    assert.deepEqual(bareWordsIn('window.showInformationMessage(plainMessage(`${a} is one`))'), ['`${a} is one`']);
    assert.deepEqual(bareWordsIn(`const yes = 'One'; showWarningMessage(question, yes)`), ['One']);
    assert.deepEqual(bareWordsIn(`const prompt = a ? 'One' : l10n.t('Two'); showInputBox({ prompt })`), ['One']);
    assert.deepEqual(bareWordsIn(`showErrorMessage(l10n.t('One')); showInputBox({ prompt: l10n.t('Two') })`), []);
    assert.deepEqual(bareWordsIn('setStatusBarMessage(`$(check) ${hint}`)'), []);
  });

  it('knows them wherever they stand', () => {
    const { bareWordsIn } = extractor;
    for (const [found, text] of [
      ['One', `const items = [{ label: 'One' }]`],
      ['one', `const item = { label, description: isOne ? 'one' : l10n.t('Two') }`],
      ['one', `item.tooltip = a ?? 'one'`],
      ['`${a} of ${b}`', 'progress.report({ message: `${a} of ${b}` })'],
      ['one', `withProgress({ location, title: 'one' }, task)`],
      ['One', `const own = (text: string) => text; own('One')`],
      ['One more', `ask(data, 'One more')`],
      ['one more', `function problem() { return 'one more'; }`],
      ['Do it...', `const action = new vscode.CodeAction('Do it...', kind)`],
      ['one', `new vscode.CodeLens(range, { title: 'one', command: '' })`],
      ['One', `const panel = createWebviewPanel(viewType, 'One', where)`],
      ['activity passes', `countOf(n, 'activity passes', many)`],
      ['file', `countOf(n, 'file')`],
      ['One', `const words: Record<string, string> = { FileNotFound: 'One' }`],
      ['It is one.', `throw new TenantError('kind-of', 'It is one.')`],
      ['`It is ${a}.`', 'return { problem: `It is ${a}.` }'],
      ['one two', `l10n.t('Not {0}', isOne ? 'one two' : '')`],
    ] as const) {
      assert.deepEqual(bareWordsIn(text), [found], text);
    }
  });

  it('takes nothing for words that is for machines', () => {
    for (const text of [
      `import * as vscode from 'vscode'; import type { A } from './One';`,
      `commands.registerCommand('sxo.one', (kind: 'One' | 'Two') => executeCommand('vscode.diff', kind))`,
      `workspace.getConfiguration('sxo').get<'One'>('lint.run')`,
      `if (event.key === 'Enter') switch (key) { case 'ArrowUp': return kinds['One']; }`,
      'session.output.info(`${name}: ${count} of them read`)',
      `output.warn('The page said something.')`,
      'const id = `sxo.credentials.${tenant}`; const file = `${id}-before-${moment}.json`',
      `showInputBox({ placeHolder: 'http://127.0.0.1:8080' })`,
      `element('div', { class: 'pane after', role: 'group' }).querySelector('.one, .two')`,
      'const title = `${name}: ${summary}`; const text = `$(check) ${title}`',
    ]) {
      assert.deepEqual(extractor.bareWordsIn(text), [], text);
    }
  });

  it('would be missed in any place that has it', () => {
    let tried = 0;
    for (const { name, text } of files) {
      const found = new Set(extractor.bareWordsIn(text.replaceAll('vscode.l10n.t(', '(')));
      for (const message of extractor.messagesIn(text)) {
        tried++;
        assert.ok(found.has(message), `${name}: "${message}"`);
      }
    }
    assert.ok(tried >= Object.keys(bundle).length);
  });

  it('has all words of the extension', () => {
    const bare = files.flatMap(({ name, text }) => extractor.bareWordsIn(text).map((words) => `${name}: ${words}`));
    assert.deepEqual(
      bare.filter((words) => !forMachines.some((pattern) => pattern.test(words))),
      [],
    );
  });

  it('has a bundle that ships, of messages whose placeholders are counted from 0', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { l10n: string };
    assert.ok(existsSync(join(root, manifest.l10n, 'bundle.l10n.json')));
    assert.ok(readFileSync(join(root, '.vscodeignore'), 'utf8').split('\n').includes('!l10n/**'));
    for (const message of Object.keys(bundle)) {
      const used = new Set([...message.matchAll(/\{(\d+)\}/g)].map(([, index]) => Number(index)));
      assert.deepEqual(
        [...used].sort(),
        [...used.keys()].map((_, index) => index),
        message,
      );
    }
  });

  it('is what a person sees', async () => {
    const shown: string[] = [];
    const editor = {
      l10n: { t: translate },
      window: {
        showInformationMessage: (message: string) => void shown.push(message),
        showQuickPick: (_: unknown, { placeHolder }: { placeHolder: string }) => void shown.push(placeHolder),
      },
      QuickPickItemKind: { Separator: -1 },
    };
    const users = loadInEditor(editor, 'explorer/show-users') as { readonly showUsers: typeof showUsers };
    const comparison = loadInEditor(editor, 'explorer/compare-tenants') as {
      readonly compareTenants: typeof compareTenants;
    };
    const use = { id: 'use', kind: 'use', label: 'A workflow', icon: { name: 'file' } } as const;
    const target = { id: 'target', kind: 'target', label: 'CTR_API', icon: { name: 'globe' } } as const;
    const goTo = () => Promise.resolve();
    await users.showUsers(target, goTo);
    await users.showUsers({ ...target, children: () => [use] }, goTo);
    await comparison.compareTenants({ views: [] } as never, undefined);
    assert.equal(shown.length, 3);
    for (const text of shown) assert.match(text, /^\[!! .*[^}] !!\]$/);
    assert.ok(shown[0]!.includes('CTR_API') && shown[1]!.includes('CTR_API'));
  });
});
