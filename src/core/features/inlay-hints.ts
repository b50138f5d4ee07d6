import type { Activity } from '../document/workflow';
import { introduce, memberName } from '../reading/introduce';
import type { DocumentReading } from '../reading/document-reading';
import type { Mention } from '../reading/mention';
import type { Thing } from '../reading/thing';
import { isId } from '../reading/things';
import type { InlayHint, InlayKind } from '../reading-service';
import { shownName } from '../text/shown-name';
import type { Range, Span } from '../text/position';
import { shortened } from '../text/wording';

/** Beyond it the names would cost more than they help; the largest known export has 0.3 million characters. */
const largest = 2_000_000;
/** Of a name, and of one in the midst of a text. */
const longestName = 60;
const longestInText = 30;

/** Names beside the ids in a range of the text, and a heading on each activity. */
export function inlayHints(reading: DocumentReading, range: Range): readonly InlayHint[] {
  const { lines, document } = reading.analysis;
  if (document.text.length > largest) return [];
  const [from, to] = [lines.offset(range.start), lines.offset(range.end)];
  const hints = headings(reading, from, to);
  let owner: Activity | undefined;
  let isInSight = true;
  for (const mention of reading.mentions) {
    // What an activity holds is located only where the activity itself reaches into the range.
    if (mention.activity !== owner) {
      owner = mention.activity;
      isInSight = owner === undefined || reading.reaches(owner.path, from, to);
    }
    const kind = isInSight ? kindOf(mention) : undefined;
    if (!kind) continue;
    const span = reading.spanOf(mention);
    if (span.end < from || span.start > to) continue;
    const { name, what } = introduce(mention.thing, reading);
    if (isId(name)) continue;
    const { offset, isBefore, most } = placeOf(mention, span);
    const text = shownName(shortened(`${outputOf(mention, reading)}${name}`, most));
    hints.push({ kind, position: lines.position(offset), isBefore, text, tooltip: what });
  }
  return hints;
}

/** The title behind the bracket that opens an activity: all that is seen of it when it is folded. */
function headings(reading: DocumentReading, from: number, to: number): InlayHint[] {
  const { lines, document } = reading.analysis;
  return reading.file.exports.flatMap(({ workflow }) =>
    workflow.activities.flatMap((activity): InlayHint[] => {
      const start = document.locator.place(activity.path)?.value.start;
      if (start === undefined || start < from || start > to) return [];
      const { name, what } = introduce({ kind: 'activity', activity }, reading);
      if (isId(name)) return [];
      const text = shownName(shortened(name, longestName));
      return [{ kind: 'activities', position: lines.position(start + 1), isBefore: false, text, tooltip: what }];
    }),
  );
}

/** A reference is so long that nobody would see what stands behind it. Names stay outside of the quotes where they can. */
function placeOf({ reference }: Mention, { start, end }: Span) {
  if (!reference) return { offset: end + 1, isBefore: false, most: longestName };
  if (reference.isWhole) return { offset: start - 1, isBefore: true, most: longestName };
  return { offset: start, isBefore: true, most: longestInText };
}

/** The output that is read, where its name is not in the text already; in front, as the end may be cut off. */
function outputOf({ reference }: Mention, reading: DocumentReading): string {
  if (reference?.source?.calledId === undefined) return '';
  const name = memberName(reference, reading);
  return isId(name) || name === reference.to.member ? '' : `${name} of `;
}

function kindOf({ role, thing, onKey, reference }: Mention): InlayKind | undefined {
  // It is written in words already.
  if (thing.kind === 'expression') return undefined;
  // Of its own workflow a reference says itself what it reads: `$workflow....output.start_time$`.
  if (reference) return thing.kind === 'workflow' ? undefined : 'references';
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
