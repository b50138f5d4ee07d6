import * as vscode from 'vscode';
import { TenantError } from '../../tenant/api/tenant-error';
import { impactOf, type ImpactPlan, type TargetImpact } from '../../tenant/switch/switch-impact';
import type { TenantData } from './tenant-data';
import type { KnownTenant } from './tenant-list';
import { withSignal } from './with-signal';

/** Nothing where the user gave up. */
export async function askImpact(
  plan: ImpactPlan,
  tenant: KnownTenant,
  data: TenantData,
): Promise<readonly TargetImpact[] | undefined> {
  const title = vscode.l10n.t('Asking the tenant what hangs on the targets');
  try {
    return await withSignal(title, (signal) => impactOf(plan, data.client(tenant), signal));
  } catch (error) {
    if (error instanceof TenantError && error.kind === 'cancelled') return undefined;
    throw error;
  }
}
