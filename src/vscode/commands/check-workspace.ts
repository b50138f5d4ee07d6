import * as vscode from 'vscode';
import { files } from '../counts';
import type { WorkflowDiagnostics } from '../language/diagnostics';
import type { ProjectDiagnostics } from '../project/project-diagnostics';
import type { Session } from '../session';
import { forEachFile } from '../workflow-files';

interface Tally {
  workflows: number;
  errors: number;
  warnings: number;
  infos: number;
}

/** Checks every workflow file of the workspace, and leaves the findings in the Problems view. */
export function registerCheckWorkspace(
  session: Session,
  diagnostics: WorkflowDiagnostics,
  projects: ProjectDiagnostics,
): vscode.Disposable {
  return vscode.commands.registerCommand('sxo.checkWorkspace', async () => {
    const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    const tally: Tally = { workflows: 0, errors: 0, warnings: 0, infos: 0 };
    const unread: string[] = [];
    const checked: vscode.Uri[] = [];
    const finished = await forEachFile(vscode.l10n.t('Checking workflows'), roots, session.snapshots, (uri, read) => {
      if (read.snapshot) {
        checked.push(uri);
        if (session.service.summarize(read.snapshot).isWorkflow) tally.workflows += 1;
        for (const { severity } of diagnostics.check(uri, read.snapshot)) tally[`${severity}s`] += 1;
      } else {
        unread.push(`${vscode.workspace.asRelativePath(uri)}: ${read.problem}`);
      }
    });
    if (finished && unread.length === 0) projects.everythingChecked(checked);
    if (finished) await tell(session, tally, unread);
  });
}

async function tell(session: Session, tally: Tally, unread: readonly string[]): Promise<void> {
  const findings = [
    tally.errors > 0 ? errors(tally.errors) : '',
    tally.warnings > 0 ? warnings(tally.warnings) : '',
    tally.infos > 0 ? notes(tally.infos) : '',
  ].filter((part) => part !== '');
  const found = checked(tally.workflows, findings.length > 0 ? findings.join(', ') : vscode.l10n.t('nothing found'));
  const message =
    unread.length > 0 ? `${found} ${vscode.l10n.t('{0} could not be read.', files(unread.length))}` : found;
  session.output.info(message);
  for (const line of unread) session.output.warn(line);

  const showProblems = vscode.l10n.t('Show Problems');
  const showOutput = vscode.l10n.t('Show Output');
  const buttons = [...(findings.length > 0 ? [showProblems] : []), ...(unread.length > 0 ? [showOutput] : [])];
  const answer = await vscode.window.showInformationMessage(message, ...buttons);
  if (answer === showProblems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (answer === showOutput) session.output.show();
}

function checked(workflows: number, findings: string): string {
  return workflows === 1
    ? vscode.l10n.t('1 workflow checked: {0}.', findings)
    : vscode.l10n.t('{0} workflows checked: {1}.', workflows, findings);
}

function errors(count: number): string {
  return count === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', count);
}

function warnings(count: number): string {
  return count === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', count);
}

function notes(count: number): string {
  return count === 1 ? vscode.l10n.t('1 note') : vscode.l10n.t('{0} notes', count);
}
