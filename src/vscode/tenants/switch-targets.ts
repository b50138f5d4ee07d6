import * as vscode from 'vscode';
import { plainMessage } from '../../tenant/explorer/plain-message';
import { applySwitch, putBack } from '../../tenant/switch/apply-switch';
import { describePlan } from '../../tenant/switch/describe-plan';
import { planSwitch, SwitchRefused, type SwitchPlan } from '../../tenant/switch/switch-plan';
import type { SwitchedTarget } from '../../tenant/switch/write-key';
import { stateOfSnapshot } from '../../tenant/state/state-of';
import type { TenantState } from '../../tenant/state/tenant-state';
import type { WorkspaceIndex } from '../../tenant/state/workspace-index';
import { readVocabulary } from '../configuration';
import { askImpact } from './ask-impact';
import { readAfresh } from './read-afresh';
import { saveBefore } from './save-before';
import type { TenantData } from './tenant-data';
import type { KnownTenant } from './tenant-list';
import { tellUndone, undoing } from './tell-undone';
import { withSignal } from './with-signal';

/** Points the SecureX targets of a tenant at its token key: after a look at what changes, and with a way back. */
export async function switchTargets(tenant: KnownTenant, data: TenantData, index: WorkspaceIndex): Promise<void> {
  const snapshot = await readAfresh(tenant, data);
  if (!snapshot) return;
  const plan = await choosePlan(stateOfSnapshot(snapshot, 'live', readVocabulary), index);
  if (!plan) return;
  if (plan.steps.length === 0) {
    const { vocabulary, key } = plan;
    const message = vscode.l10n.t(
      'All {0} targets of {1} use "{2}" already.',
      vocabulary.product,
      tenant.name,
      key.name,
    );
    void vscode.window.showInformationMessage(plainMessage(message));
    return;
  }
  const yes =
    plan.steps.length === 1 ? vscode.l10n.t('Switch 1 Target') : vscode.l10n.t('Switch {0} Targets', plan.steps.length);
  const question = plainMessage(vscode.l10n.t('Switch the targets of {0} to "{1}"?', tenant.name, plan.key.name));
  const impacts = await askImpact(plan, tenant, data);
  if (!impacts) return;
  const detail = describePlan(plan, impacts).map(plainMessage).join('\n');
  if ((await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) !== yes) return;

  const saved = await saveBefore(tenant, snapshot, data);
  if (!saved) return;
  const { switched, surprise } = await apply(plan, tenant, data);
  await data.refresh(tenant);
  if (surprise === undefined) await offerWayBack(plan, switched, tenant, data);
  else await tellSurprise(surprise, switched, tenant, data, saved);
}

async function choosePlan(state: TenantState, index: WorkspaceIndex): Promise<SwitchPlan | undefined> {
  const keys = state.accountKeys.filter(({ isTokenKey }) => isTokenKey);
  if (keys.length === 0) {
    const open = vscode.l10n.t('Open the Web Console');
    const message = vscode.l10n.t(
      'The tenant has no token key yet. Create one in the web console, and refresh the tenant.',
    );
    if ((await vscode.window.showWarningMessage(message, open)) === open)
      await vscode.commands.executeCommand('sxo.tenant.openConsole');
    return undefined;
  }
  const items = keys.map((key) => ({ label: key.name, description: key.typeName, id: key.uniqueName ?? key.name }));
  const placeHolder = vscode.l10n.t('Which key are the targets to use?');
  const chosen = items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, { placeHolder });
  if (!chosen) return undefined;
  try {
    return planSwitch(state, chosen.id, index);
  } catch (error) {
    if (!(error instanceof SwitchRefused)) throw error;
    void vscode.window.showErrorMessage(plainMessage(error.message));
    return undefined;
  }
}

function apply(plan: SwitchPlan, tenant: KnownTenant, data: TenantData) {
  return withSignal(vscode.l10n.t('Switching'), (signal, progress) =>
    applySwitch(plan, data.client(tenant), signal, ({ target }, number) => {
      progress.report({
        message: plainMessage(vscode.l10n.t('{0} ({1} of {2})', target.name, number, plan.steps.length)),
      });
    }),
  );
}

async function offerWayBack(
  plan: SwitchPlan,
  switched: readonly SwitchedTarget[],
  tenant: KnownTenant,
  data: TenantData,
): Promise<void> {
  const back = vscode.l10n.t('Put Them Back');
  const message = plainMessage(
    switched.length === 1
      ? vscode.l10n.t('1 target uses "{0}" now.', plan.key.name)
      : vscode.l10n.t('{0} targets use "{1}" now.', switched.length, plan.key.name),
  );
  if ((await vscode.window.showInformationMessage(message, back)) === back) await restore(switched, tenant, data);
}

async function tellSurprise(
  surprise: string,
  switched: readonly SwitchedTarget[],
  tenant: KnownTenant,
  data: TenantData,
  saved: vscode.Uri,
): Promise<void> {
  if (switched.length === 0) {
    void vscode.window.showErrorMessage(plainMessage(vscode.l10n.t('Nothing was switched. {0}', surprise)));
    return;
  }
  const back = vscode.l10n.t('Put Back What Was Changed');
  const names = switched.map(({ target }) => target.name).join(', ');
  const detail = plainMessage(
    vscode.l10n.t('Changed, or perhaps changed: {0}. The state before is saved in {1}.', names, saved.fsPath),
  );
  const answer = await vscode.window.showWarningMessage(
    plainMessage(vscode.l10n.t('The switch stopped. {0}', surprise)),
    { modal: true, detail },
    back,
  );
  if (answer === back) await restore(switched, tenant, data);
}

async function restore(switched: readonly SwitchedTarget[], tenant: KnownTenant, data: TenantData): Promise<void> {
  const { restored, late, left } = await undoing(() =>
    putBack(switched, data.client(tenant), new AbortController().signal),
  );
  await data.refresh(tenant);
  await tellUndone(
    tenant,
    restored.length === 1
      ? vscode.l10n.t('1 target is as before.')
      : vscode.l10n.t('{0} targets are as before.', restored.length),
    late.map(({ name }) => name),
    left.map(({ target, reason }) => ({ name: target.name, reason })),
  );
}
