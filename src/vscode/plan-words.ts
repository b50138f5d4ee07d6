import * as vscode from 'vscode';
import { beforeImport, beforeImportOfMoved, beforeLegacyImport } from '../core/before-import';
import type { RetargetingOptions } from '../core/language-service';
import type { Vocabulary } from '../core/vocabulary';

/** How a plan is spoken of: as a migration, or as the way back. In whole sentences, which a translation needs. */
export interface PlanWords {
  readonly reportTitle: (vocabulary: Vocabulary) => string;
  /** While many files are planned. */
  readonly planning: string;
  /** Above the files of which nothing could be made. */
  readonly notDone: string;
  readonly failed: (files: number) => string;
  readonly refused: (file: string, why: string) => string;
  readonly nothing: (file: string) => string;
  /** The same of many files. */
  readonly nothingAnywhere: string;
  readonly notAlone: (file: string) => string;
  readonly notSafely: (file: string) => string;
  readonly reminder: (vocabulary: Vocabulary, suffixes: Iterable<string>) => string;
}

export const migrationWords: PlanWords = {
  reportTitle: ({ token }) => vscode.l10n.t('Migration to the {0}', token),
  planning: vscode.l10n.t('Planning the migration'),
  notDone: vscode.l10n.t('Not migrated'),
  failed: (files) =>
    files === 1
      ? vscode.l10n.t('1 file could not be migrated.')
      : vscode.l10n.t('{0} files could not be migrated.', files),
  refused: (file, why) => vscode.l10n.t('{0} was not migrated. {1}', file, why),
  nothing: (file) => vscode.l10n.t('{0} passes no access token by hand. There is nothing to migrate.', file),
  nothingAnywhere: vscode.l10n.t('No workflow here passes an access token by hand. There is nothing to migrate.'),
  notAlone: (file) => vscode.l10n.t('Nothing in {0} can be migrated alone.', file),
  notSafely: (file) => vscode.l10n.t('Nothing in {0} can be migrated safely without you.', file),
  reminder: beforeImport,
};

export const conversionWords: PlanWords = {
  reportTitle: () => vscode.l10n.t('Conversion to the Legacy Method'),
  planning: vscode.l10n.t('Planning the conversion'),
  notDone: vscode.l10n.t('Not converted'),
  failed: (files) =>
    files === 1
      ? vscode.l10n.t('1 file could not be converted.')
      : vscode.l10n.t('{0} files could not be converted.', files),
  refused: (file, why) => vscode.l10n.t('{0} was not converted. {1}', file, why),
  nothing: (file) =>
    vscode.l10n.t('{0} lacks no access token that could be passed by hand. There is nothing to convert.', file),
  nothingAnywhere: vscode.l10n.t(
    'No workflow here lacks an access token that could be passed by hand. There is nothing to convert.',
  ),
  notAlone: (file) => vscode.l10n.t('Nothing in {0} can be converted alone.', file),
  notSafely: (file) => vscode.l10n.t('Nothing in {0} can be converted safely without you.', file),
  reminder: (_, suffixes) => beforeLegacyImport(suffixes),
};

export function retargetingWords(options: RetargetingOptions): PlanWords {
  return {
    reportTitle: () => titleOf(options),
    planning: vscode.l10n.t('Planning the move'),
    notDone: vscode.l10n.t('Not moved'),
    failed: (files) =>
      files === 1 ? vscode.l10n.t('1 file could not be moved.') : vscode.l10n.t('{0} files could not be moved.', files),
    refused: (file, why) => vscode.l10n.t('{0} was not moved. {1}', file, why),
    nothing: (file) => vscode.l10n.t('{0} chooses no target that would move.', file),
    nothingAnywhere: vscode.l10n.t('No workflow here chooses a target that would move.'),
    notAlone: (file) => vscode.l10n.t('Nothing in {0} can be moved alone.', file),
    notSafely: (file) => vscode.l10n.t('Nothing in {0} can be moved safely without you.', file),
    reminder: () => beforeImportOfMoved(options),
  };
}

function titleOf(options: RetargetingOptions): string {
  if ('to' in options)
    return options.isUndo ? vscode.l10n.t('Back to the SecureX targets') : vscode.l10n.t('Move to the XDR targets');
  return options.isUndo
    ? vscode.l10n.t('Back from {0}', options.suffix)
    : vscode.l10n.t('Move to the targets with {0}', options.suffix);
}
