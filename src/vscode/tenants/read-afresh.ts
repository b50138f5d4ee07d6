import * as vscode from 'vscode';
import { plainMessage } from '../../tenant/explorer/plain-message';
import type { Snapshot } from '../../tenant/snapshot';
import type { TenantData } from './tenant-data';
import type { KnownTenant } from './tenant-list';

/** A plan is only as good as what is known, and that may be old. Nothing where it could not be read, which is said. */
export async function readAfresh(tenant: KnownTenant, data: TenantData): Promise<Snapshot | undefined> {
  const before = data.of(tenant).snapshot;
  const { snapshot, error } = await data.refresh(tenant);
  if (!error && snapshot && snapshot === before) return undefined; // Somebody stopped it.
  if (!error && snapshot) return snapshot;
  const message = error?.message ?? vscode.l10n.t('{0} could not be read.', tenant.name);
  void vscode.window.showErrorMessage(plainMessage(message));
  return undefined;
}
