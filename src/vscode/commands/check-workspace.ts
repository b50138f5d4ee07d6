import * as vscode from 'vscode';
import type { WorkflowDiagnostics } from '../language/diagnostics';
import type { ProjectDiagnostics } from '../project/project-diagnostics';
import type { Session } from '../session';
import { countOf } from '../../core/text/wording';
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
    const finished = await forEachFile('Checking workflows', roots, session.snapshots, (uri, read) => {
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
    tally.errors > 0 ? countOf(tally.errors, 'error') : '',
    tally.warnings > 0 ? countOf(tally.warnings, 'warning') : '',
    tally.infos > 0 ? countOf(tally.infos, 'note') : '',
  ].filter((part) => part !== '');
  const found = `${countOf(tally.workflows, 'workflow')} checked: ${findings.length > 0 ? findings.join(', ') : 'nothing found'}.`;
  const message = unread.length > 0 ? `${found} ${countOf(unread.length, 'file')} could not be read.` : found;
  session.output.info(message);
  for (const line of unread) session.output.warn(line);

  const showProblems = 'Show Problems';
  const showOutput = 'Show Output';
  const buttons = [...(findings.length > 0 ? [showProblems] : []), ...(unread.length > 0 ? [showOutput] : [])];
  const answer = await vscode.window.showInformationMessage(message, ...buttons);
  if (answer === showProblems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (answer === showOutput) session.output.show();
}
