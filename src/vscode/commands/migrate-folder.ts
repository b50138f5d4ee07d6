import * as vscode from 'vscode';
import type { DocumentSnapshot, MigrationPlan } from '../../core/language-service';
import { migrationOutcome } from '../migration-outcome';
import { confirmationOf } from '../plan-edits';
import { addForConfirmation } from '../refactor-preview';
import { migrationReport, migrationSummary, type FileOutcome } from '../report';
import type { Session } from '../session';
import { countOf } from '../wording';
import { forEachFile } from '../workflow-files';
import { showReport } from './show-report';

/** A file that would change, open as a document: edits are placed by what the editor shows. */
interface ChangingFile {
  readonly document: vscode.TextDocument;
  readonly before: DocumentSnapshot;
}

interface Collected {
  readonly changing: ChangingFile[];
  /** Files that need a person, or could not be read. */
  readonly others: FileOutcome[];
}

/** Migrates the chosen files and folders, or the whole workspace, after a look at the Refactor Preview. */
export function registerMigrateFolder(session: Session): vscode.Disposable {
  return vscode.commands.registerCommand(
    'sxo.migrateFolder',
    async (clicked?: vscode.Uri, selected?: readonly vscode.Uri[]) => {
      const chosen =
        selected ?? (clicked ? [clicked] : (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri));
      const collected = await collect(session, chosen);
      if (!collected) return;
      if (collected.changing.length > 0) {
        await confirm(session, collected.changing);
        await finishPartial(session, collected.changing);
      }
      await tell(session, collected);
    },
  );
}

/** Plans every file; nothing when the user cancels. */
async function collect(session: Session, roots: readonly vscode.Uri[]): Promise<Collected | undefined> {
  const collected: Collected = { changing: [], others: [] };
  const finished = await forEachFile('Planning the migration', roots, session.snapshots, async (uri, read) => {
    if (read.snapshot) {
      const plan = session.service.planMigration(read.snapshot);
      if (plan.edits.length > 0) await openChanging(session, uri, collected);
      else if (plan.manual.length > 0 || plan.error !== undefined) collected.others.push(untouched(uri, plan));
    } else {
      collected.others.push({ ...untouched(uri), problem: read.problem });
    }
  });
  return finished ? collected : undefined;
}

async function openChanging(session: Session, uri: vscode.Uri, { changing, others }: Collected): Promise<void> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const before = session.snapshots.of(document);
    if (before) changing.push({ document, before });
    else others.push({ ...untouched(uri), problem: 'The editor does not take it for JSON.' });
  } catch (error) {
    others.push({ ...untouched(uri), problem: error instanceof Error ? error.message : String(error) });
  }
}

async function confirm(session: Session, changing: readonly ChangingFile[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const { document, before } of changing)
    addForConfirmation(edit, document.uri, session.service.planMigration(before));
  const confirmed = vscode.workspace.applyEdit(edit, { isRefactoring: true });
  vscode.window.setStatusBarMessage(
    '$(checklist) Choose in the Refactor Preview which files to migrate, then apply.',
    confirmed,
  );
  await confirmed;
}

/** The preview lets single edits through, too; what a plan does to a file only makes sense as a whole. */
async function finishPartial(session: Session, changing: readonly ChangingFile[]): Promise<void> {
  const rest = new vscode.WorkspaceEdit();
  for (const { document, before } of changing) {
    const confirmation = confirmationOf(before.text, session.service.planMigration(before), document.getText());
    if (!confirmation || confirmation.applied.size === 0) continue;
    for (const { offset, length, newText } of confirmation.open) {
      rest.replace(
        document.uri,
        new vscode.Range(document.positionAt(offset), document.positionAt(offset + length)),
        newText,
      );
    }
  }
  if (rest.size === 0) return;
  const finish = 'Finish These Files';
  const answer = await vscode.window.showWarningMessage(
    `${countOf(rest.size, 'file was', 'files were')} migrated only in part.`,
    { modal: true, detail: 'A part of a migration can leave references that lead nowhere. Apply the rest as well?' },
    finish,
  );
  if (answer === finish) await vscode.workspace.applyEdit(rest, { isRefactoring: true });
}

async function tell(session: Session, { changing, others }: Collected): Promise<void> {
  if (changing.length === 0 && others.length === 0) {
    void vscode.window.showInformationMessage(
      'No workflow here passes an access token by hand. There is nothing to migrate.',
    );
    return;
  }
  const outcomes = [...changing.flatMap((file) => outcomeOf(session, file)), ...others];
  const summary = migrationSummary(outcomes);
  session.output.info(`Migration of ${countOf(outcomes.length, 'file')}: ${summary}`);
  const wasDiscarded = changing.length > 0 && outcomes.every(({ done }) => done.length === 0);
  const showIt = 'Show Report';
  if (wasDiscarded && (await vscode.window.showInformationMessage(summary, showIt)) !== showIt) return;
  await showReport(migrationReport(outcomes));
}

function outcomeOf(session: Session, { document, before }: ChangingFile): FileOutcome[] {
  const now = session.snapshots.of(document);
  return now ? [migrationOutcome(vscode.workspace.asRelativePath(document.uri), before, now, session.service)] : [];
}

function untouched(uri: vscode.Uri, plan?: MigrationPlan): FileOutcome {
  const outcome = {
    name: vscode.workspace.asRelativePath(uri),
    uri: uri.toString(),
    done: [],
    declined: [],
    manual: plan?.manual ?? [],
  };
  return plan?.error === undefined ? outcome : { ...outcome, problem: plan.error };
}
