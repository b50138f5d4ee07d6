import type * as vscode from 'vscode';
import { createLanguageService } from '../core/service';
import { ActiveWorkflow } from './active-workflow';
import { registerOpenDocumentation } from './commands/open-documentation';
import { registerOnDemand } from './commands/register-on-demand';
import { registerOpenSample } from './commands/open-sample';
import { registerShowOutput } from './commands/show-output';
import { workflowCommandIds } from './commands/workflow-command-ids';
import { DocumentSnapshots } from './document-snapshots';
import { LazyExplorer } from './explorer/lazy-explorer';
import { registerExplorer } from './explorer/register-explorer';
import { registerGraph } from './graph/register-graph';
import { registerCodeActions } from './language/code-actions';
import { registerCodeLens } from './language/code-lens';
import { WorkflowDiagnostics } from './language/diagnostics';
import { WorkflowStatus } from './language/language-status';
import { registerWithFirstWorkflow } from './language/with-first-workflow';
import { registerWorkspaceSymbols } from './language/workspace-symbols';
import { MigrationPreview } from './migration-preview';
import { createHost, createOutput } from './output';
import { ProjectDiagnostics } from './project/project-diagnostics';
import { ProjectFiles } from './project/project-files';
import type { Session } from './session';
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
  const explorer = new LazyExplorer(context, () => session);
  const session: Session = {
    service: createLanguageService(createHost(output, projects, definitions)),
    snapshots,
    projects,
    definitions,
    output,
    explorer,
    extensionUri: context.extensionUri,
  };
  const diagnostics = new WorkflowDiagnostics(session);
  const projectDiagnostics = new ProjectDiagnostics(session);
  const active = new ActiveWorkflow(session);

  context.subscriptions.push(
    output,
    projects,
    snapshots,
    definitions,
    explorer,
    diagnostics,
    projectDiagnostics,
    active,
    new WorkflowStatus(active),
    registerCodeActions(session),
    registerCodeLens(session),
    registerWithFirstWorkflow(active, async () => {
      const { registerReading } = await import('./language/register-reading.js');
      return () => registerReading(session, active);
    }),
    registerWorkspaceSymbols(session),
    registerOnDemand(workflowCommandIds, async () => {
      const { registerWorkflowCommands } = await import('./commands/workflow-commands.js');
      return () => registerWorkflowCommands(session, diagnostics, projectDiagnostics);
    }),
    new MigrationPreview(session),
    registerShowOutput(session),
    registerOpenDocumentation(session),
    registerOpenSample(session),
    registerExplorer(explorer, context.workspaceState),
    registerGraph(session),
  );
  active.refresh();
  explorer.loadForTenants();
}
