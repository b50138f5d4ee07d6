import type * as vscode from 'vscode';
import { createLanguageService } from '../core/service';
import { ActiveWorkflow } from './active-workflow';
import { registerCheckWorkspace } from './commands/check-workspace';
import { registerConvertWorkflow } from './commands/convert-workflow';
import { registerMigrateFolder } from './commands/migrate-folder';
import { registerMigrateTogether } from './commands/migrate-together';
import { registerMigrateWorkflow } from './commands/migrate-workflow';
import { registerMoveToXdr } from './commands/move-to-xdr';
import { registerOpenDocumentation } from './commands/open-documentation';
import { registerPreviewMigration } from './commands/preview-migration';
import { registerRetargetWorkflow } from './commands/retarget-workflow';
import { registerShowOutput } from './commands/show-output';
import { DocumentSnapshots } from './document-snapshots';
import { ExplorerModel } from './explorer/explorer-model';
import { registerExplorer } from './explorer/register-explorer';
import { WorkspaceInventory } from './explorer/workspace-inventory';
import { registerCallHierarchy } from './language/call-hierarchy';
import { registerGraph } from './graph/register-graph';
import { registerCodeActions } from './language/code-actions';
import { registerCodeLens } from './language/code-lens';
import { registerCompletions } from './language/completions';
import { WorkflowDiagnostics } from './language/diagnostics';
import { WorkflowStatus } from './language/language-status';
import { registerReading } from './language/register-reading';
import { registerWorkspaceSymbols } from './language/workspace-symbols';
import { createHost, createOutput } from './output';
import { ProjectDiagnostics } from './project/project-diagnostics';
import { ProjectFiles } from './project/project-files';
import { registerSuppressFinding } from './project/suppress-finding';
import type { Session } from './session';
import { TenantData } from './tenants/tenant-data';
import { TenantList } from './tenants/tenant-list';
import { WorkspaceDefinitions } from './workspace-definitions';

/**
 * Reads no workspace: only open documents and the project files around them, until a command asks for more, or a
 * document hands its token to a workflow that another file may define.
 */
export function activate(context: vscode.ExtensionContext): void {
  const output = createOutput();
  const projects = new ProjectFiles();
  const snapshots = new DocumentSnapshots(projects);
  const definitions = new WorkspaceDefinitions(snapshots);
  const tenants = new TenantList(context);
  const model = new ExplorerModel(tenants, new TenantData(tenants, context.globalStorageUri));
  const session: Session = {
    service: createLanguageService(createHost(output, projects, definitions)),
    snapshots,
    projects,
    definitions,
    output,
    tenant: model,
    extensionUri: context.extensionUri,
  };
  const diagnostics = new WorkflowDiagnostics(session);
  const projectDiagnostics = new ProjectDiagnostics(session);
  const active = new ActiveWorkflow(session);
  const workspace = new WorkspaceInventory(session, model.choice);

  context.subscriptions.push(
    output,
    projects,
    snapshots,
    definitions,
    tenants,
    model,
    diagnostics,
    projectDiagnostics,
    active,
    workspace,
    new WorkflowStatus(active),
    registerCodeActions(session),
    registerCodeLens(session),
    registerReading(session, active),
    registerCallHierarchy(session, workspace),
    registerWorkspaceSymbols(session, workspace),
    registerCompletions(session),
    registerMigrateWorkflow(session),
    registerConvertWorkflow(session),
    registerPreviewMigration(session),
    registerMigrateFolder(session),
    registerMigrateTogether(session),
    registerRetargetWorkflow(session),
    registerMoveToXdr(session),
    registerCheckWorkspace(session, diagnostics, projectDiagnostics),
    registerSuppressFinding(session),
    registerShowOutput(session),
    registerOpenDocumentation(session),
    registerExplorer(session, model, workspace, context.workspaceState),
    registerGraph(session),
  );
  active.refresh();
}
