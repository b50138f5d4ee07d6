import { introduce } from '../reading/introduce';
import type { DocumentReading } from '../reading/document-reading';
import type { Mention } from '../reading/mention';
import type { Thing } from '../reading/thing';
import { isId } from '../reading/things';
import type { InlayHint, InlayKind } from '../reading-service';
import { shownName } from '../text/shown-name';
import type { Range } from '../text/position';

/** Beyond it the names would cost more than they help; the largest known export has 0.3 million characters. */
const largest = 2_000_000;
const longestName = 40;

/** Names after the ids in a range of the text. */
export function inlayHints(reading: DocumentReading, range: Range): readonly InlayHint[] {
  const { lines, document } = reading.analysis;
  if (document.text.length > largest) return [];
  const [from, to] = [lines.offset(range.start), lines.offset(range.end)];
  const hints: InlayHint[] = [];
  for (const mention of reading.mentions) {
    const kind = kindOf(mention);
    if (!kind) continue;
    const { start, end } = reading.spanOf(mention);
    if (end < from || start > to) continue;
    const { name, what } = introduce(mention.thing, reading);
    if (isId(name)) continue;
    const text = shownName(name.length > longestName ? `${name.slice(0, longestName)}…` : name);
    hints.push({ kind, position: lines.position(mention.reference ? end : end + 1), text, tooltip: what });
  }
  return hints;
}

function kindOf({ role, thing, onKey, reference }: Mention): InlayKind | undefined {
  if (reference) return 'references';
  if (role === 'definition' || role === 'name') return undefined;
  if (onKey) return thing.kind === 'variable' || thing.kind === 'called-variable' ? 'inputs' : undefined;
  return kindOfThing(thing);
}

function kindOfThing(thing: Thing): InlayKind | undefined {
  if (thing.kind === 'workflow' || thing.kind === 'called') return 'atomics';
  if (thing.kind !== 'object') return 'references';
  if (thing.section === 'targets' || thing.section === 'target_groups') return 'targets';
  if (thing.section === 'runtime_users') return 'accountKeys';
  return thing.section === 'categories' ? 'categories' : 'references';
}
