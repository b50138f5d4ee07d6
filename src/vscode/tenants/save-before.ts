import * as vscode from 'vscode';
import { plainMessage } from '../../tenant/explorer/plain-message';
import type { Snapshot } from '../../tenant/snapshot';
import { reasonOf } from '../file-problem';
import type { TenantData } from './tenant-data';
import type { KnownTenant } from './tenant-list';

/** Without a way back nothing is changed. Nothing where it could not be saved, which is said. */
export async function saveBefore(
  tenant: KnownTenant,
  snapshot: Snapshot,
  data: TenantData,
): Promise<vscode.Uri | undefined> {
  try {
    return await data.saveBefore(tenant, snapshot);
  } catch (error) {
    const message = vscode.l10n.t('Nothing was changed, as the state before cannot be saved. {0}', reasonOf(error));
    void vscode.window.showErrorMessage(plainMessage(message));
    return undefined;
  }
}
