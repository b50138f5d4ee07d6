import { countOf } from '../../core/text/wording';
import { sharedVocabulary, type Vocabulary } from '../../core/vocabulary';
import type { MigratedFile, MigrateFormatter, MigrateSummary } from '../migrate-report';
import { painter, type Paint } from './paint';
import type { PlanWords } from './plan-words';
import { printable } from './wording';

/** @param writing whether the plan was carried out. */
export function migrateText(colour: boolean, writing: boolean, words: PlanWords): MigrateFormatter {
  const paint = painter(colour);
  const ending = endOf(words);
  return {
    start: () => '',
    file: (migrated) => {
      ending.add(migrated);
      return heading(migrated, writing, words, paint) + changeLines(migrated) + manualLines(migrated, paint);
    },
    end: (summary) => {
      const hint = summary.changes > 0 && !writing ? ' Nothing was written; see --write, --diff and --out.' : '';
      const reminder = summary.changes > 0 && writing ? ending.reminder() : '';
      return `${migrateSentence(summary, writing, words)}${hint}\n${reminder}`;
    },
  };
}

/** What is left to a person; the patch of `--diff` has no place for it. */
export function manualText(colour: boolean, words: PlanWords): MigrateFormatter {
  const paint = painter(colour);
  const ending = endOf(words);
  return {
    start: () => '',
    file: (migrated) => {
      ending.add(migrated);
      return manualLines(migrated, paint);
    },
    end: (summary) => {
      const reminder = summary.changes > 0 ? ending.reminder() : '';
      return `${migrateSentence(summary, false, words)}\n${reminder}`;
    },
  };
}

/** What is said at the end of all files that were changed. */
function endOf(words: PlanWords) {
  const spoken = new Set<Vocabulary>();
  const sets = new Set<string>();
  return {
    add: ({ vocabulary, suffixes = [] }: MigratedFile): void => {
      if (vocabulary) spoken.add(vocabulary);
      for (const suffix of suffixes) sets.add(suffix);
    },
    reminder: (): string => `${words.reminder(sharedVocabulary(spoken), sets)}\n`,
  };
}

function heading(
  { file, named, status, changes, manual, suppressed }: MigratedFile,
  writing: boolean,
  { verb, done, doneInPart, whyUnchanged }: PlanWords,
  paint: Paint,
): string {
  const name = printable(file);
  const can = writing ? '' : 'can be ';
  switch (status) {
    case 'migrated':
      return `${paint('bold', name)}: ${paint('green', can + done)}, ${countOf(changes.length, 'change')}\n`;
    case 'partial': {
      const left = `${manual.length} left to you`;
      if (changes.length === 0) return `${paint('bold', name)}: ${paint('yellow', `not ${done}`)}, ${left}\n`;
      return `${paint('bold', name)}: ${paint('yellow', can + doneInPart)}, ${countOf(changes.length, 'change')}, ${left}\n`;
    }
    case 'unchanged':
      // What the project file keeps is there, and no reader is to take it for done.
      if (suppressed > 0) return `${paint('bold', name)}: not ${done}, ${countOf(suppressed, 'finding')} suppressed\n`;
      return named ? `${name}: ${whyUnchanged}, so there is nothing to ${verb}.\n` : '';
    case 'skipped':
      return named ? `${name}: This is no workflow export, so there is nothing to ${verb}.\n` : '';
    case 'failed':
      // Said on standard error, where nobody pipes it away.
      return '';
  }
}

function changeLines({ changes }: MigratedFile): string {
  return changes.map(({ message }) => `  ${printable(message)}\n`).join('');
}

function manualLines({ file, manual }: MigratedFile, paint: Paint): string {
  return manual
    .map(({ code, message, range: { start } }) => {
      const place = paint('bold', `${printable(file)}:${start.line + 1}:${start.character + 1}:`);
      return `${place} ${paint('yellow', 'left to you')}: ${printable(message)} ${paint('dim', `[${code}]`)}\n`;
    })
    .join('');
}

function migrateSentence(summary: MigrateSummary, writing: boolean, words: PlanWords): string {
  const { migrated, partial, unchanged, skipped, failed, manual, suppressed, written } = summary;
  const parts = [
    `${countOf(migrated, 'file')} ${writing ? '' : 'can be '}${partial > 0 ? words.doneWhole : words.done}`,
    partial > 0 ? `${partial} ${words.withRest}` : '',
    unchanged > 0 ? `${unchanged} ${suppressed > 0 ? words.unchangedOrKept : words.unchanged}` : '',
    skipped > 0 ? `${skipped} no workflow` : '',
    failed > 0 ? `${failed} failed` : '',
  ].filter((part) => part !== '');
  const left = manual > 0 ? ` ${countOf(manual, 'thing')} left to you.` : '';
  const files = writing ? `; ${countOf(written, 'file')} written` : '';
  const aside = suppressed > 0 ? ` ${countOf(suppressed, 'finding')} suppressed.` : '';
  return `${parts.join(', ')}${files}.${left}${aside}`;
}
