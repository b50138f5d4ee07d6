import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { compareTenants } from '../../src/vscode/explorer/compare-tenants';
import type { showUsers } from '../../src/vscode/explorer/show-users';
import { root } from '../support/repository';

interface Extractor {
  readonly messagesIn: (text: string) => string[];
  readonly bareWordsIn: (text: string) => string[];
}

const source = join(root, 'src/vscode');
/** Every word that they show goes through the editor's translation. What else stands in src/vscode is English so far. */
const translated = ['explorer', 'folder-migration'];

const bundle = JSON.parse(readFileSync(join(root, 'l10n/bundle.l10n.json'), 'utf8')) as Record<string, string>;

/** A language that nobody speaks: what is not marked did not go through a translation. */
const pseudoLanguage = new Map(Object.entries(bundle).map(([message, text]) => [message, `[!! ${text} !!]`]));

function translate(message: string, ...values: unknown[]): string {
  const text = pseudoLanguage.get(message);
  assert.ok(text !== undefined, `The bundle lacks "${message}".`);
  return text.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)]));
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

  for (const folder of translated) {
    it(`has all words of src/vscode/${folder}`, () => {
      const files = readdirSync(join(source, folder));
      assert.ok(files.length > 0);
      const bare = files.flatMap((name) =>
        extractor.bareWordsIn(readFileSync(join(source, folder, name), 'utf8')).map((words) => `${name}: ${words}`),
      );
      assert.deepEqual(bare, []);
    });
  }

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
    await withEditor(editor, async (load) => {
      const users = load('show-users') as { readonly showUsers: typeof showUsers };
      const comparison = load('compare-tenants') as { readonly compareTenants: typeof compareTenants };
      const use = { id: 'use', kind: 'use', label: 'A workflow', icon: { name: 'file' } } as const;
      const target = { id: 'target', kind: 'target', label: 'CTR_API', icon: { name: 'globe' } } as const;
      const goTo = () => Promise.resolve();
      await users.showUsers(target, goTo);
      await users.showUsers({ ...target, children: () => [use] }, goTo);
      await comparison.compareTenants({ views: [] } as never, undefined);
    });
    assert.equal(shown.length, 3);
    for (const text of shown) assert.match(text, /^\[!! .*[^}] !!\]$/);
    assert.ok(shown[0]!.includes('CTR_API') && shown[1]!.includes('CTR_API'));
  });
});

interface Loader {
  _load: (request: string, ...rest: unknown[]) => unknown;
}

/** Loads parts of the explorer as if they ran in the given editor, and leaves nothing of that behind. */
async function withEditor(editor: object, task: (load: (name: string) => unknown) => Promise<void>): Promise<void> {
  const require = createRequire(__filename);
  const loader = require('node:module') as Loader;
  const before = loader._load;
  const known = new Set(Object.keys(require.cache));
  loader._load = (request, ...rest) => (request === 'vscode' ? editor : before.call(loader, request, ...rest));
  try {
    await task((name) => require(join(root, 'out/src/vscode/explorer', name)) as unknown);
  } finally {
    loader._load = before;
    for (const file of Object.keys(require.cache)) if (!known.has(file)) Reflect.deleteProperty(require.cache, file);
  }
}
