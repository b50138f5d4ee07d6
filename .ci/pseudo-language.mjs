// A language that nobody speaks, with an editor that speaks it: what is not marked did not go through a translation. Its
// texts are as much longer as those of most translations are.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The name that editors know for such a language. */
export const pseudoLanguage = 'qps-ploc';

/** Icons, placeholders, code and the targets of links stay; the words of a link are marked by themselves. */
export function inPseudoLanguage(text) {
  const mark = (words) => `⟦${words}⟧`;
  return text
    .split('\n')
    .map((line) => {
      const parts = line.split(/(\]\([^)]*\)|`[^`]*`|\$\([^)]*\)|\{\d+\})/);
      const longer = parts.map((part, index) => (index % 2 === 0 ? part.replace(/[aeiou]/g, '$&$&') : part)).join('');
      const isLink = /^\[[^\]]*\]\([^)]*\)$/.test(longer);
      return isLink ? longer.replace(/^\[([^\]]*)\]/, (_, words) => `[${mark(words)}]`) : mark(longer);
    })
    .join('\n');
}

/** What of a text is in no language that is marked. */
export function unmarked(text) {
  const inner = text.replace(/⟦[^⟦⟧]*⟧/g, '');
  return inner === text ? text : unmarked(inner);
}

/**
 * Teaches the language to an editor that was started with `--locale`, before its page is opened: a language pack that
 * leaves the editor's own words as they are, and the translations beside the texts of the installed extension, where a
 * translation would stand.
 */
export function teachPseudoLanguage({ data }) {
  const own = join(data, 'main.i18n.json');
  writeFileSync(own, JSON.stringify({ version: '1.0.0', contents: {} }));
  const pack = { hash: 'none', extensions: [{ extensionIdentifier: { id: 'none' }, version: '1.0.0' }], translations: { vscode: own } };
  writeFileSync(join(data, 'data', 'languagepacks.json'), JSON.stringify({ [pseudoLanguage]: pack }));
  const installed = readdirSync(join(data, 'extensions')).find((name) => name.startsWith('securex-workflows.'));
  for (const file of ['package.nls', 'l10n/bundle.l10n']) {
    const path = join(data, 'extensions', installed, file);
    const texts = Object.entries(JSON.parse(readFileSync(`${path}.json`, 'utf8')));
    const translated = Object.fromEntries(texts.map(([key, text]) => [key, inPseudoLanguage(text)]));
    writeFileSync(`${path}.${pseudoLanguage}.json`, JSON.stringify(translated));
  }
}
