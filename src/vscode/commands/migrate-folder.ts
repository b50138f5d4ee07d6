import * as vscode from 'vscode';
import { confirmUnits } from '../folder-migration/confirm-units';
import { confirmedOf, type MigrationUnit } from '../folder-migration/migration-unit';
import { planUnits } from '../folder-migration/plan-units';
import { migrationOutcome } from '../migration-outcome';
import { migrationReport, migrationSummary, type FileOutcome } from '../report';
import type { Session } from '../session';
import { countOf } from '../../core/text/wording';
import { readSnapshot } from '../workflow-files';
import { showReport } from './show-report';

/** Migrates the chosen files and folders, or the whole workspace, after a look at the Refactor Preview. */
export function registerMigrateFolder(session: Session): vscode.Disposable {
  return vscode.commands.registerCommand(
    'sxo.migrateFolder',
    async (clicked?: vscode.Uri, selected?: readonly vscode.Uri[]) => {
      const chosen =
        selected ?? (clicked ? [clicked] : (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri));
      const planned = await planUnits(session, chosen);
      if (!planned) return;
      if (planned.units.length > 0) await confirmUnits(planned.units);
      const outcomes = await Promise.all(planned.units.map((unit) => outcomesOf(session, unit)));
      await tell(session, [...outcomes.flat(), ...planned.others], planned.units.length > 0);
    },
  );
}

async function tell(session: Session, outcomes: readonly FileOutcome[], wasAsked: boolean): Promise<void> {
  if (outcomes.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No workflow here passes an access token by hand. There is nothing to migrate.'),
    );
    return;
  }
  const summary = migrationSummary(outcomes);
  session.output.info(`Migration of ${countOf(outcomes.length, 'file')}: ${summary}`);
  const wasDiscarded = wasAsked && outcomes.every(({ done }) => done.length === 0);
  const showIt = vscode.l10n.t('Show Report');
  if (wasDiscarded && (await vscode.window.showInformationMessage(summary, showIt)) !== showIt) return;
  await showReport(migrationReport(outcomes));
}

/** What became of the files that were to change, read from them as they are now. */
async function outcomesOf({ service, snapshots }: Session, unit: MigrationUnit): Promise<FileOutcome[]> {
  const read = await Promise.all(unit.members.map((uri) => readSnapshot(uri, snapshots)));
  const now = read.flatMap(({ snapshot }) => snapshot ?? []);
  const left = service.planMigrations(now);
  return unit.changing.flatMap((file) => {
    const index = now.findIndex(({ uri }) => uri === file.before.uri);
    const plan = left[index];
    if (!plan) return [];
    const outcome = migrationOutcome(file.before, file.plan, confirmedOf(file), plan, service);
    if (confirmedOf(file) !== undefined) return [outcome];
    const problem = vscode.l10n.t('It changed while the changes were shown, so none of them was made. Try again.');
    return [{ ...outcome, problem }];
  });
}
