import * as vscode from 'vscode';
import type { Change, ManualStep } from '../core/language-service';
import { visible } from '../core/text/shown-name';
import { sharedVocabulary, type Vocabulary } from '../core/vocabulary';
import { changes, files } from './counts';
import { migrationWords, type PlanWords } from './plan-words';

/** What became of one file. */
export interface FileOutcome {
  /** As a person would call it: its path in the workspace. */
  readonly name: string;
  readonly uri: string;
  /** Changes that are in the file now. */
  readonly done: readonly Change[];
  /** Changes that were offered and not confirmed. */
  readonly declined: readonly Change[];
  /** What is left to a person, with its place in the file as it is now. */
  readonly manual: readonly ManualStep[];
  /** The words for it; nothing where it was left as it is. */
  readonly vocabulary?: Vocabulary;
  /** Of the sets of targets that it uses. */
  readonly suffixes?: readonly string[];
  /** Why nothing could be done to the file at all. */
  readonly problem?: string;
}

/** Markdown for people: first what they still have to do, then what was done. */
export function migrationReport(outcomes: readonly FileOutcome[], words: PlanWords = migrationWords): string {
  const sections = [
    section(vscode.l10n.t('Left to you'), outcomes, ({ manual }) => manual, manualItem),
    section(vscode.l10n.t('Not confirmed'), outcomes, ({ declined }) => declined, changeItem),
    section(
      words.notDone,
      outcomes,
      ({ problem }) => (problem === undefined ? [] : [problem]),
      (problem) => `- ${escaped(problem)}`,
    ),
    section(vscode.l10n.t('Done'), outcomes, ({ done }) => done, changeItem),
  ];
  const vocabulary = vocabularyOf(outcomes);
  return [
    `# ${words.reportTitle(vocabulary)}\n`,
    `${migrationSummary(outcomes, words)}\n`,
    ...(outcomes.some(({ done }) => done.length > 0) ? [`${reminderFor(outcomes, words)}\n`] : []),
    ...sections.filter((text) => text !== ''),
  ].join('\n');
}

/** What the files that were changed rely on in the tenant. */
export function reminderFor(outcomes: readonly FileOutcome[], words: PlanWords): string {
  const changed = outcomes.filter(({ done }) => done.length > 0);
  return words.reminder(vocabularyOf(outcomes), new Set(changed.flatMap(({ suffixes = [] }) => suffixes)));
}

/** The words that all files of a report have in common. */
function vocabularyOf(outcomes: readonly FileOutcome[]): Vocabulary {
  return sharedVocabulary(outcomes.flatMap(({ vocabulary }) => vocabulary ?? []));
}

/** One line: "4 changes in 2 files. 1 thing is left to you." */
export function migrationSummary(outcomes: readonly FileOutcome[], words: PlanWords = migrationWords): string {
  const done = outcomes.reduce((sum, outcome) => sum + outcome.done.length, 0);
  const declined = outcomes.reduce((sum, outcome) => sum + outcome.declined.length, 0);
  const manual = outcomes.reduce((sum, outcome) => sum + outcome.manual.length, 0);
  const changed = outcomes.filter((outcome) => outcome.done.length > 0).length;
  const failed = outcomes.filter(({ problem }) => problem !== undefined).length;
  return [
    done === 0 ? vscode.l10n.t('Nothing was changed.') : vscode.l10n.t('{0} in {1}.', changes(done), files(changed)),
    declined > 0 ? notConfirmed(declined) : '',
    manual > 0 ? leftToYou(manual) : '',
    failed > 0 ? words.failed(failed) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function notConfirmed(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 change was not confirmed.')
    : vscode.l10n.t('{0} changes were not confirmed.', count);
}

function leftToYou(count: number): string {
  return count === 1 ? vscode.l10n.t('1 thing is left to you.') : vscode.l10n.t('{0} things are left to you.', count);
}

function section<T>(
  title: string,
  outcomes: readonly FileOutcome[],
  itemsOf: (outcome: FileOutcome) => readonly T[],
  print: (item: T, outcome: FileOutcome) => string,
): string {
  const files = outcomes.filter((outcome) => itemsOf(outcome).length > 0);
  if (files.length === 0) return '';
  const parts = files.map((outcome) => {
    const items = itemsOf(outcome).map((item) => print(item, outcome));
    return `### [${escaped(outcome.name)}](<${outcome.uri}>)\n\n${items.join('\n')}\n`;
  });
  return [`## ${title}\n`, ...parts].join('\n');
}

function manualItem({ title, workflow, message, range, code }: ManualStep, { uri }: FileOutcome): string {
  const line = range.start.line + 1;
  const link = `[${vscode.l10n.t('line {0}', line)}](<${uri}#L${line}>)`;
  const what = vscode.l10n.t('{0} in {1}', `**${escaped(title)}**`, escaped(workflow));
  return `- ${what}, ${link} (\`${code}\`): ${escaped(message)}`;
}

function changeItem({ title, workflow, message }: Change): string {
  return `- ${vscode.l10n.t('{0} in {1}', `**${escaped(title)}**`, escaped(workflow))}: ${escaped(message)}`;
}

/**
 * Names come from the files: none of their characters may act as Markdown, none may break the line or hide. Signs that
 * do nothing inside a word stay as they are, as the report is read as text first.
 */
function escaped(text: string): string {
  return visible(text).replace(/[\\`*[\]<>&~]|\b_|_\b/g, '\\$&');
}
