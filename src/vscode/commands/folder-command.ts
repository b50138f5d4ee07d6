import * as vscode from 'vscode';
import type { DocumentSnapshot, ManualStep, RetargetingOptions } from '../../core/language-service';
import { countOf } from '../../core/text/wording';
import { plainMessage } from '../../tenant/explorer/plain-message';
import { confirmUnits } from '../folder-changes/confirm-units';
import { confirmedOf, type ChangingFile, type ChangeUnit } from '../folder-changes/change-unit';
import type { FolderWork } from '../folder-changes/folder-work';
import { planUnits } from '../folder-changes/plan-units';
import { migrationOutcome } from '../migration-outcome';
import { rangeAfter } from '../plan-edits';
import { migrationReport, migrationSummary, type FileOutcome } from '../report';
import type { Session } from '../session';
import { readSnapshot } from '../workflow-files';
import { showReport } from './show-report';

/**
 * A command on the chosen files and folders, or on the whole workspace, after a look at the Refactor Preview.
 * @param ask what is to be done; nothing where the user does not say. It may be given what to do.
 */
export function registerFolderCommand(
  session: Session,
  id: string,
  ask: (roots: readonly vscode.Uri[], given: RetargetingOptions | undefined) => Promise<FolderWork | undefined>,
): vscode.Disposable {
  return vscode.commands.registerCommand(
    id,
    async (clicked?: vscode.Uri, selected?: readonly vscode.Uri[], given?: RetargetingOptions) => {
      const roots = selected ?? (clicked ? [clicked] : (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri));
      const work = await ask(roots, given);
      const planned = work && (await planUnits(session, roots, work));
      if (!planned) return;
      if (planned.units.length > 0) await confirmUnits(planned.units);
      const outcomes = await Promise.all(planned.units.map((unit) => outcomesOf(session, unit, work)));
      await tell(session, [...outcomes.flat(), ...planned.others], planned.units.length > 0, work);
    },
  );
}

async function tell(
  session: Session,
  outcomes: readonly FileOutcome[],
  wasAsked: boolean,
  { words }: FolderWork,
): Promise<void> {
  if (outcomes.length === 0) {
    void vscode.window.showInformationMessage(words.nothingAnywhere);
    return;
  }
  const summary = migrationSummary(outcomes, words);
  session.output.info(`${countOf(outcomes.length, 'file')} of a folder: ${summary}`);
  const wasDiscarded = wasAsked && outcomes.every(({ done }) => done.length === 0);
  const showIt = vscode.l10n.t('Show Report');
  if (wasDiscarded && (await vscode.window.showInformationMessage(plainMessage(summary), showIt)) !== showIt) return;
  await showReport(migrationReport(outcomes, words));
}

/** What became of the files that were to change, read from them as they are now. */
async function outcomesOf(
  { service, snapshots }: Session,
  unit: ChangeUnit,
  { plan, isToldAnew }: FolderWork,
): Promise<FileOutcome[]> {
  const read = await Promise.all(unit.members.map((uri) => readSnapshot(uri, snapshots)));
  const now = read.flatMap(({ snapshot }) => snapshot ?? []);
  const left = isToldAnew ? plan(now) : [];
  return unit.changing.flatMap((file) => {
    const after = isToldAnew ? left[indexOf(file.before.uri, now)] : { manual: leftAsPlanned(file) };
    if (!after) return [];
    const outcome = migrationOutcome(file.before, file.plan, confirmedOf(file), after, service);
    if (confirmedOf(file) !== undefined) return [outcome];
    const problem = vscode.l10n.t('It changed while the changes were shown, so none of them was made. Try again.');
    return [{ ...outcome, problem }];
  });
}

function indexOf(uri: string, snapshots: readonly DocumentSnapshot[]): number {
  return snapshots.findIndex((each) => each.uri === uri);
}

/** With its places in the text as it is now. */
function leftAsPlanned(file: ChangingFile): readonly ManualStep[] {
  const applied = [...(confirmedOf(file)?.applied ?? [])];
  return file.manual.map((step) => ({ ...step, range: rangeAfter(applied, step.range) }));
}
