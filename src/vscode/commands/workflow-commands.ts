import * as vscode from 'vscode';
import type { WorkflowDiagnostics } from '../language/diagnostics';
import type { ProjectDiagnostics } from '../project/project-diagnostics';
import { registerSuppressFinding } from '../project/suppress-finding';
import type { Session } from '../session';
import { registerCheckWorkspace } from './check-workspace';
import { registerConvertFolder } from './convert-folder';
import { registerConvertWorkflow } from './convert-workflow';
import { registerMigrateFolder } from './migrate-folder';
import { registerMigrateTogether } from './migrate-together';
import { registerMigrateWorkflow } from './migrate-workflow';
import { registerMoveToXdr } from './move-to-xdr';
import { registerPreviewMigration } from './preview-migration';
import { registerRetargetFolder } from './retarget-folder';
import { registerRetargetWorkflow } from './retarget-workflow';

/** What checks and changes workflows. */
export function registerWorkflowCommands(
  session: Session,
  diagnostics: WorkflowDiagnostics,
  projectDiagnostics: ProjectDiagnostics,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerCheckWorkspace(session, diagnostics, projectDiagnostics),
    registerSuppressFinding(session),
    registerConvertFolder(session),
    registerConvertWorkflow(session),
    registerMigrateFolder(session),
    registerMigrateTogether(session),
    registerMigrateWorkflow(session),
    registerMoveToXdr(session),
    registerPreviewMigration(session),
    registerRetargetFolder(session),
    registerRetargetWorkflow(session),
  );
}
