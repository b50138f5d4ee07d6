import * as vscode from 'vscode';
import type { LegacySummary } from '../../core/language-service';
import type { Vocabulary } from '../../core/vocabulary';
import { codeLensEnabled } from '../configuration';
import { toRange } from '../convert';
import type { Session } from '../session';
import { jsonSelector } from '../workflow-documents';

/** Over each legacy workflow: "3 activities pass an access token | Migrate | Preview". */
export function registerCodeLens(session: Session): vscode.Disposable {
  return vscode.languages.registerCodeLensProvider(jsonSelector, {
    onDidChangeCodeLenses: session.snapshots.onDidReset,
    async provideCodeLenses(document) {
      await session.snapshots.ready(document.uri);
      const snapshot = codeLensEnabled(document.uri) ? session.snapshots.of(document) : undefined;
      if (!snapshot) return [];
      const { legacy } = session.service.summarize(snapshot);
      if (legacy.length === 0) return [];
      const isMigratable = session.service.planMigration(snapshot).edits.length > 0;
      const vocabulary = session.service.vocabulary(snapshot);
      return legacy.flatMap((workflow) => lensesOf(workflow, document.uri, isMigratable, vocabulary));
    },
  });
}

function lensesOf(
  legacy: LegacySummary,
  uri: vscode.Uri,
  isMigratable: boolean,
  { token }: Vocabulary,
): vscode.CodeLens[] {
  const range = toRange(legacy.range);
  const lens = (title: string, command: string, tooltip: string) =>
    new vscode.CodeLens(range, { title, command, tooltip, arguments: [uri] });
  const headline = lens(headlineOf(legacy), '', legacy.workflow);
  if (!isMigratable) return [headline];
  return [
    headline,
    lens(
      vscode.l10n.t('Migrate'),
      'sxo.migrateWorkflow',
      vscode.l10n.t('Migrate everything in this file to the {0}', token),
    ),
    lens(
      vscode.l10n.t('Preview'),
      'sxo.previewMigration',
      vscode.l10n.t('Compare this file with what the migration would make of it'),
    ),
  ];
}

function headlineOf({ activities, migratable }: LegacySummary): string {
  if (activities === 0) return vscode.l10n.t('An access token is generated for no activity');
  const headline =
    activities === 1
      ? vscode.l10n.t('1 activity passes an access token')
      : vscode.l10n.t('{0} activities pass an access token', activities);
  return migratable < activities
    ? vscode.l10n.t('{0}, {1} to be changed by hand', headline, activities - migratable)
    : headline;
}
