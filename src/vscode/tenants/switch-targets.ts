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
import { countOf } from '../../core/text/wording';
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
    const message = `All ${plan.vocabulary.product} targets of ${tenant.name} use "${plan.key.name}" already.`;
    void vscode.window.showInformationMessage(plainMessage(message));
    return;
  }
  const yes = `Switch ${countOf(plan.steps.length, 'Target')}`;
  const question = plainMessage(`Switch the targets of ${tenant.name} to "${plan.key.name}"?`);
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
    const open = 'Open the Web Console';
    const message = 'The tenant has no token key yet. Create one in the web console, and refresh the tenant.';
    if ((await vscode.window.showWarningMessage(message, open)) === open)
      await vscode.commands.executeCommand('sxo.tenant.openConsole');
    return undefined;
  }
  const items = keys.map((key) => ({ label: key.name, description: key.typeName, id: key.uniqueName ?? key.name }));
  const placeHolder = 'Which key are the targets to use?';
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
  return withSignal('Switching', (signal, progress) =>
    applySwitch(plan, data.client(tenant), signal, ({ target }, number) => {
      progress.report({ message: plainMessage(`${target.name} (${number} of ${plan.steps.length})`) });
    }),
  );
}

async function offerWayBack(
  plan: SwitchPlan,
  switched: readonly SwitchedTarget[],
  tenant: KnownTenant,
  data: TenantData,
): Promise<void> {
  const back = 'Put Them Back';
  const message = plainMessage(`${countOf(switched.length, 'target uses', 'targets use')} "${plan.key.name}" now.`);
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
    void vscode.window.showErrorMessage(plainMessage(`Nothing was switched. ${surprise}`));
    return;
  }
  const back = 'Put Back What Was Changed';
  const names = switched.map(({ target }) => target.name).join(', ');
  const detail = plainMessage(`Changed, or perhaps changed: ${names}. The state before is saved in ${saved.fsPath}.`);
  const answer = await vscode.window.showWarningMessage(
    plainMessage(`The switch stopped. ${surprise}`),
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
    `${countOf(restored.length, 'target is', 'targets are')} as before.`,
    late.map(({ name }) => name),
    left.map(({ target, reason }) => ({ name: target.name, reason })),
  );
}
