import type { JsonPathNode } from '../../document/json-path';
import { visitStrings } from '../../document/visit-strings';
import { listed } from '../../text/wording';
import { called, ownership, type Outcome, type RetargetingContext } from './draft';

/**
 * Tells of names of targets in other places than those that choose a target: in descriptions, scripts, inputs, values
 * of variables. A name that moved counts anywhere in a text, any other only where it is all of it: a variable may hold
 * what a criterion asks for, but a workflow that says of what it is not is no matter.
 */
export function* tellMentions(
  { analysis, file, change }: RetargetingContext,
  moved: ReadonlySet<string>,
  written: ReadonlySet<JsonPathNode>,
): Iterable<Outcome> {
  const { document, configuration } = analysis;
  const root = file.exports[0]?.path;
  if (!root) return;
  const whole = new Set(change.knownNames(configuration.secureXTargets));
  const pattern = patternOf(moved);
  const found: { readonly path: JsonPathNode; readonly names: readonly string[]; readonly index: number }[] = [];
  visitStrings(document.value, (text, keys, isKey) => {
    if (isKey) return;
    const matches = pattern ? [...text.matchAll(pattern)] : [];
    const names = new Set(whole.has(text) ? [text] : matches.map(([name]) => name));
    if (names.size === 0) return;
    const path = root.descendant(keys);
    if (!written.has(path)) found.push({ path, names: [...names], index: matches[0]?.index ?? 0 });
  });
  const ownerOf = ownership(file);
  for (const { path, names, index } of found) {
    const owner = ownerOf(path);
    if (!owner) continue;
    yield {
      is: 'left',
      ...owner,
      path,
      part: { start: index, end: index + (names[0]?.length ?? 0) },
      message: `${called(owner)} names ${all(names)} in its ${String(path.key)}, where no target is chosen, so that text stays. If it decides or tells where something runs, write ${all(names.map((name) => change.nameAfter(name)))} there.`,
    };
  }
}

/** None is left out: each is to be written anew. */
function all(names: readonly string[]): string {
  return listed(names, Infinity);
}

/** Any of the names, the longest first, not as a part of a longer one. */
function patternOf(names: ReadonlySet<string>): RegExp | undefined {
  if (names.size === 0) return undefined;
  const alternatives = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\w-])(?:${alternatives.join('|')})(?![\\w-])`, 'g');
}
