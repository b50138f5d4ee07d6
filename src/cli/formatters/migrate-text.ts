import { beforeImport } from '../../core/before-import';
import type { MigratedFile, MigrateFormatter, MigrateSummary } from '../migrate-report';
import { painter, type Paint } from './paint';
import { count, printable } from './wording';

/** @param writing whether the migration was carried out, and not only planned. */
export function migrateText(colour: boolean, writing: boolean): MigrateFormatter {
  const paint = painter(colour);
  return {
    start: () => '',
    file: (migrated) => heading(migrated, writing, paint) + changeLines(migrated) + manualLines(migrated, paint),
    end: (summary) => {
      const hint = summary.changes > 0 && !writing ? ' Nothing was written; see --write, --diff and --out.' : '';
      const reminder = summary.changes > 0 && writing ? `${beforeImport}\n` : '';
      return `${migrateSentence(summary, writing)}${hint}\n${reminder}`;
    },
  };
}

/** What is left to a person; the patch of `--diff` has no place for it. */
export function manualText(colour: boolean): MigrateFormatter {
  const paint = painter(colour);
  return {
    start: () => '',
    file: (migrated) => manualLines(migrated, paint),
    end: (summary) => `${migrateSentence(summary, false)}\n${summary.changes > 0 ? `${beforeImport}\n` : ''}`,
  };
}

function heading({ file, named, status, changes, manual }: MigratedFile, writing: boolean, paint: Paint): string {
  const name = printable(file);
  switch (status) {
    case 'migrated':
      return `${paint('bold', name)}: ${paint('green', writing ? 'migrated' : 'can be migrated')}, ${count(changes.length, 'change')}\n`;
    case 'partial': {
      const left = `${manual.length} left to you`;
      if (changes.length === 0) return `${paint('bold', name)}: ${paint('yellow', 'not migrated')}, ${left}\n`;
      const done = writing ? 'migrated in part' : 'can be migrated in part';
      return `${paint('bold', name)}: ${paint('yellow', done)}, ${count(changes.length, 'change')}, ${left}\n`;
    }
    case 'unchanged':
      return named ? `${name}: No generated token is passed by hand, so there is nothing to migrate.\n` : '';
    case 'skipped':
      return named ? `${name}: This is no workflow export, so there is nothing to migrate.\n` : '';
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

function migrateSentence(summary: MigrateSummary, writing: boolean): string {
  const { migrated, partial, unchanged, skipped, failed, manual, written } = summary;
  const parts = [
    `${count(migrated, 'file')} ${writing ? 'migrated' : 'can be migrated'}`,
    partial > 0 ? `${partial} in part or not at all` : '',
    unchanged > 0 ? `${unchanged} without a token passed by hand` : '',
    skipped > 0 ? `${skipped} no workflow` : '',
    failed > 0 ? `${failed} failed` : '',
  ].filter((part) => part !== '');
  const left = manual > 0 ? ` ${count(manual, 'thing')} left to you.` : '';
  const files = writing ? `; ${count(written, 'file')} written` : '';
  return `${parts.join(', ')}${files}.${left}`;
}
