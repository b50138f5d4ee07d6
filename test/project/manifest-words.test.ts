import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/repository';

const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const words = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as Record<string, unknown>;

interface Text {
  readonly path: readonly string[];
  readonly text: string;
}

function textsIn(value: unknown, path: readonly string[] = []): Text[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

const keyOf = (text: string): string | undefined => /^%([\w.-]+)%$/.exec(text)?.[1];
const texts = textsIn(manifest);

/** Under these names the editor shows what stands there. */
const shown = new Set([
  ...[
    'title',
    'shortTitle',
    'category',
    'description',
    'markdownDescription',
    'contents',
    'contextualTitle',
    'altText',
  ],
  ...['displayName', 'deprecationMessage', 'markdownDeprecationMessage', 'errorMessage', 'patternErrorMessage'],
]);
/** Conditions and names of files may have blanks, and are for no person. */
const conditions = new Set(['when', 'enablement', 'fileMatch']);

function isShown({ path, text }: Text): boolean {
  const name = path.at(-1)!;
  const list = path.at(-2)!;
  if (path[0] === 'displayName' || path[0] === 'description') return true;
  if (path[0] !== 'contributes' && path[0] !== 'capabilities') return false;
  if (/^(?:markdownE|e)num(?:Item)?(?:Descriptions|Labels)$/i.test(list)) return true;
  if (name === 'name' && path.includes('views')) return true;
  return shown.has(name) || (text.includes(' ') && !conditions.has(name) && !conditions.has(list));
}

describe('the words of the manifest', () => {
  it('stand in package.nls.json, all of them', () => {
    const bare = texts.filter((each) => isShown(each) && keyOf(each.text) === undefined);
    assert.deepEqual(
      bare.map(({ path, text }) => `${path.join('.')}: ${text}`),
      [],
    );
  });

  it('have a key there, and no key is without use', () => {
    const used = new Set(texts.flatMap(({ text }) => keyOf(text) ?? []));
    assert.ok(used.size > 0);
    assert.deepEqual([...used].sort(), Object.keys(words).sort());
  });

  it('are there, and none holds a key itself', () => {
    for (const [key, text] of Object.entries(words)) {
      assert.ok(typeof text === 'string' && text.trim() !== '', key);
      assert.doesNotMatch(text, /^%.*%$/, key);
    }
  });

  it('ship with the extension', () => {
    assert.ok(readFileSync(join(root, '.vscodeignore'), 'utf8').split('\n').includes('!package.nls.json'));
  });
});
