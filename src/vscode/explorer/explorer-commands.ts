import * as vscode from 'vscode';
import type { ExplorerNode } from '../../tenant/explorer/explorer-node';
import { plainMessage } from '../../tenant/explorer/plain-message';
import type { TenantView } from '../../tenant/explorer/tenant-nodes';
import { printSnapshot, SnapshotError } from '../../tenant/snapshot';
import { toRange } from '../convert';
import { reasonOf } from '../file-problem';
import type { Session } from '../session';
import { awaitTokenKey } from '../tenants/await-token-key';
import { createSecondSet, prepareLegacy } from '../tenants/create-target-set';
import { signIn } from '../tenants/sign-in';
import { switchTargets } from '../tenants/switch-targets';
import type { KnownTenant } from '../tenants/tenant-list';
import { readSnapshot } from '../workflow-files';
import { compareTenants } from './compare-tenants';
import type { ExplorerCommandId } from './explorer-command-ids';
import type { ExplorerModel } from './explorer-model';
import { findTargetOrKey } from './find-target-or-key';
import { showUsers } from './show-users';
import type { WorkspaceInventory } from './workspace-inventory';

const consolePages = {
  us: 'https://xdr.us.security.cisco.com/automate/account-keys',
  eu: 'https://xdr.eu.security.cisco.com/automate/account-keys',
  apjc: 'https://xdr.apjc.security.cisco.com/automate/account-keys',
} as const;

/** Buttons hand over a node, lines with an error an id, and the palette nothing. */
export type ExplorerCommand = (asked?: ExplorerNode & string) => unknown;

/** What the explorer's lines and buttons do; a node that they are given is the one that was clicked. */
export function explorerCommands(
  session: Session,
  model: ExplorerModel,
  workspace: WorkspaceInventory,
): Readonly<Record<ExplorerCommandId, ExplorerCommand>> {
  const { tenants, data } = model;
  /** Without a node or an id it is the active tenant. */
  const tenantOf = (asked?: ExplorerNode | string): TenantView | undefined => {
    const id = typeof asked === 'string' ? asked : asked?.subject?.tenant;
    return id === undefined ? model.active : model.views.find((view) => view.id === id);
  };
  const change = async (asked: (ExplorerNode & string) | undefined, task: (tenant: KnownTenant) => Promise<void>) => {
    const tenant = tenants.find(tenantOf(asked)?.id ?? '');
    if (!tenant) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Sign in to the tenant whose targets are to change first.'),
      );
      return;
    }
    await workspace.read();
    await task(tenant);
  };
  return {
    'sxo.tenant.signIn': (asked) => signIn(tenants, data, asked === undefined ? undefined : tenants.find(idOf(asked))),
    'sxo.tenant.signOut': async (asked) => {
      const tenant = tenants.find(tenantOf(asked)?.id ?? '');
      if (!tenant) return;
      const yes = vscode.l10n.t('Sign Out');
      const detail = vscode.l10n.t(
        'The password of its API client and the copy of its targets and account keys are deleted here.',
      );
      const answer = await vscode.window.showWarningMessage(
        plainMessage(vscode.l10n.t('Sign out of {0}?', tenant.name)),
        { modal: true, detail },
        yes,
      );
      if (answer !== yes) return;
      // The credentials first: whatever still runs gets no new token.
      await tenants.remove(tenant);
      await data.forget(tenant);
    },
    'sxo.tenant.refresh': async (asked) => {
      const view = tenantOf(asked);
      const tenant = view && tenants.find(view.id);
      if (tenant) await data.refresh(tenant);
      else if (view?.isSnapshot) await openSnapshot(model, vscode.Uri.parse(view.id, true));
    },
    'sxo.tenant.stopReading': (asked) => {
      const tenant = tenants.find(tenantOf(asked)?.id ?? '');
      if (tenant) data.stop(tenant);
    },
    'sxo.tenant.activate': (asked) => tenants.activate(tenantOf(asked)?.id),
    'sxo.tenant.openSnapshot': async () => {
      const [uri] =
        (await vscode.window.showOpenDialog({
          filters: { [vscode.l10n.t('Snapshots')]: ['json'] },
          openLabel: vscode.l10n.t('Open'),
        })) ?? [];
      if (uri) await openSnapshot(model, uri);
    },
    'sxo.tenant.closeSnapshot': (asked) => model.closeSnapshot(tenantOf(asked)?.id ?? ''),
    'sxo.tenant.saveSnapshot': (asked) => saveSnapshot(model, tenantOf(asked)),
    'sxo.tenant.compare': (asked) => compareTenants(model, asked === undefined ? undefined : tenantOf(asked)),
    'sxo.tenant.switchTargets': (asked) => change(asked, (tenant) => switchTargets(tenant, data, workspace.index)),
    'sxo.tenant.prepareLegacy': (asked) => change(asked, (tenant) => prepareLegacy(tenant, data, workspace.index)),
    'sxo.tenant.createSecondSet': (asked) => change(asked, (tenant) => createSecondSet(tenant, data, workspace.index)),
    'sxo.tenant.openConsole': async (asked) => {
      const view = tenantOf(asked);
      const page = consolePages[view?.state?.source.region ?? 'us'];
      if (!(await vscode.env.openExternal(vscode.Uri.parse(page)))) return;
      const tenant = tenants.find(view?.id ?? '');
      const hasKey = view?.state?.accountKeys.some(({ isTokenKey }) => isTokenKey);
      if (tenant && !hasKey) await awaitTokenKey(tenant, data);
    },
    'sxo.explorer.find': async () => {
      await workspace.read();
      await findTargetOrKey(model, workspace.index, (node) => goTo(session, node));
    },
    'sxo.explorer.goTo': (node) => node && goTo(session, node),
    'sxo.explorer.showUsers': (node) => node && showUsers(node, (user) => goTo(session, user)),
    'sxo.explorer.copyName': (node) => vscode.env.clipboard.writeText(node?.subject?.name ?? ''),
    'sxo.explorer.copyId': (node) => vscode.env.clipboard.writeText(node?.subject?.uniqueName ?? ''),
    'sxo.explorer.openDocumentation': () => {
      const { vocabulary } = model.state ?? workspace.index.state;
      return vscode.env.openExternal(vscode.Uri.parse(vocabulary.documentation));
    },
    'sxo.explorer.runStep': (node) => {
      const command = node?.command;
      return command && vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    },
  };
}

function idOf(asked: ExplorerNode | string): string {
  return typeof asked === 'string' ? asked : (asked.subject?.tenant ?? '');
}

/** Opens the file and selects the place, as the file is now. */
async function goTo(session: Session, { place }: ExplorerNode): Promise<void> {
  if (!place) return;
  const uri = vscode.Uri.parse(place.uri, true);
  const { snapshot, problem } = await readSnapshot(uri, session.snapshots);
  if (!snapshot) {
    const message = vscode.l10n.t('{0} cannot be shown. {1}', vscode.workspace.asRelativePath(uri), problem);
    void vscode.window.showErrorMessage(plainMessage(message));
    return;
  }
  const selection = toRange(session.service.locate(snapshot, place.path));
  await vscode.window.showTextDocument(uri, { selection });
}

async function openSnapshot(model: ExplorerModel, uri: vscode.Uri): Promise<void> {
  try {
    await model.openSnapshot(uri);
  } catch (error) {
    const reason =
      error instanceof SnapshotError ? error.message : vscode.l10n.t('It cannot be read. {0}', reasonOf(error));
    const message = vscode.l10n.t('{0} cannot be opened. {1}', vscode.workspace.asRelativePath(uri), reason);
    void vscode.window.showErrorMessage(plainMessage(message));
  }
}

async function saveSnapshot(model: ExplorerModel, view: TenantView | undefined): Promise<void> {
  const tenant = view && model.tenants.find(view.id);
  const snapshot = tenant && model.data.of(tenant).snapshot;
  if (!tenant || !snapshot) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is known of the tenant yet. Refresh it first.'));
    return;
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = `${tenant.name.replace(/[^\w.-]+/g, '-')}-${snapshot.takenAt.slice(0, 10)}.json`;
  const uri = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, file) }),
    filters: { [vscode.l10n.t('Snapshots')]: ['json'] },
  });
  try {
    if (uri) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(printSnapshot(snapshot)));
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The snapshot was not saved. {0}', reasonOf(error)));
  }
}
