import type * as vscode from 'vscode';
import type { Configuration } from '../../core/host';
import type { DocumentSnapshot } from '../../core/language-service';
import type { ExplorerNode } from '../../tenant/explorer/explorer-node';
import { migrationNodes } from '../../tenant/explorer/migration-nodes';
import { tenantNodes } from '../../tenant/explorer/tenant-nodes';
import { workspaceNodes } from '../../tenant/explorer/workspace-nodes';
import { checkDocument, type TenantCheck } from '../../tenant/rules/check-document';
import type { Session } from '../session';
import { TenantData } from '../tenants/tenant-data';
import { TenantList } from '../tenants/tenant-list';
import type { ExplorerCommandId } from './explorer-command-ids';
import { explorerCommands, type ExplorerCommand } from './explorer-commands';
import { ExplorerModel } from './explorer-model';
import type { ExplorerViewId } from './explorer-views';
import { WorkspaceInventory } from './workspace-inventory';

/** The tenants and the workspace, and what is asked of them: lines, commands, findings against the active tenant. */
export class Explorer implements vscode.Disposable {
  readonly workspace: WorkspaceInventory;
  readonly commands: Readonly<Record<ExplorerCommandId, ExplorerCommand>>;
  readonly #session: Session;
  readonly #model: ExplorerModel;
  readonly #tenants: TenantList;

  constructor(session: Session, context: vscode.ExtensionContext) {
    this.#session = session;
    this.#tenants = new TenantList(context);
    this.#model = new ExplorerModel(this.#tenants, new TenantData(this.#tenants, context.globalStorageUri));
    this.workspace = new WorkspaceInventory(session, this.#model.choice);
    this.commands = explorerCommands(session, this.#model, this.workspace);
  }

  /** Fires when another tenant is active, or more is known of it. */
  get onDidChangeTenant(): vscode.Event<void> {
    return this.#model.onDidChange;
  }

  /** Whether there are tenants, whose data grows older. */
  get hasTenants(): boolean {
    return this.#model.views.length > 0;
  }

  /** Whether something is known of an active tenant, so that workflows are held against it. */
  get knowsTenant(): boolean {
    return this.#model.state !== undefined;
  }

  /** The outermost lines of a view. */
  roots(view: ExplorerViewId): readonly ExplorerNode[] {
    const { index } = this.workspace;
    const { active, views } = this.#model;
    switch (view) {
      case 'sxo.tenants':
        return tenantNodes(views, index, Date.now());
      case 'sxo.workspace':
        return index.uris.length > 0 ? workspaceNodes(index) : [];
      case 'sxo.migration':
        return index.uris.length > 0 || active ? migrationNodes(active?.state, index) : [];
    }
  }

  /** What is found in a document against the active tenant; nothing where none is active or nothing is known of it. */
  check(snapshot: DocumentSnapshot, configuration: Configuration): TenantCheck | undefined {
    const { state } = this.#model;
    return state && checkDocument(snapshot, state, this.#session.service, configuration);
  }

  dispose(): void {
    this.workspace.dispose();
    this.#model.dispose();
    this.#tenants.dispose();
  }
}
