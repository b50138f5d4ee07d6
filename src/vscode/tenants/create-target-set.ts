import * as vscode from 'vscode';
import { problemOfSuffix } from '../../core/catalog/target-sets';
import { plainMessage } from '../../tenant/explorer/plain-message';
import type { Credentials } from '../../tenant/ports';
import { stateOfSnapshot } from '../../tenant/state/state-of';
import type { TenantState } from '../../tenant/state/tenant-state';
import type { WorkspaceIndex } from '../../tenant/state/workspace-index';
import type { TargetImpact } from '../../tenant/switch/switch-impact';
import { applyTargetSet, type SetDeed } from '../../tenant/target-set/apply-target-set';
import { describeTargetSet, remarksOn } from '../../tenant/target-set/describe-target-set';
import { planTargetSet, type TargetSetPlan } from '../../tenant/target-set/plan-target-set';
import { TargetSetRefused } from '../../tenant/target-set/set-key';
import { changesOf, createApiClient, leftToPerson, stepName, stepsOf } from '../../tenant/target-set/set-steps';
import { regionOfState, type SetMethod } from '../../tenant/target-set/target-set';
import { targetSetChecklist } from '../../tenant/target-set/target-set-checklist';
import { nameOf, undoTargetSet } from '../../tenant/target-set/undo-target-set';
import { showReport } from '../commands/show-report';
import { readVocabulary } from '../configuration';
import { askImpact } from './ask-impact';
import { readAfresh } from './read-afresh';
import { saveBefore } from './save-before';
import { tellUndone, undoing } from './tell-undone';
import type { TenantData } from './tenant-data';
import type { KnownTenant } from './tenant-list';
import { withSignal } from './with-signal';

const undo = vscode.l10n.t('Undo');

/** The way back: the usual targets for workflows that make their tokens themselves. */
export function prepareLegacy(tenant: KnownTenant, data: TenantData, index: WorkspaceIndex): Promise<void> {
  return createTargetSet('legacy', '', tenant, data, index);
}

/** Targets beside the usual ones, so that both methods can be used at once. */
export async function createSecondSet(tenant: KnownTenant, data: TenantData, index: WorkspaceIndex): Promise<void> {
  const methods = [
    {
      label: vscode.l10n.t('For the Token'),
      description: vscode.l10n.t('the account key of the targets makes the tokens'),
      method: 'token' as const,
    },
    {
      label: vscode.l10n.t('For the Legacy Method'),
      description: vscode.l10n.t('workflows make tokens and pass them'),
      method: 'legacy' as const,
    },
  ];
  const placeHolder = vscode.l10n.t('What is the second set of targets for?');
  const picked = await vscode.window.showQuickPick(methods, { placeHolder });
  if (!picked) return;
  const suffix = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('What do the names of the second set end with?'),
    value: picked.method === 'token' ? '_Token' : '_Legacy',
    validateInput: problemOfSuffix,
  });
  if (suffix) await createTargetSet(picked.method, suffix, tenant, data, index);
}

async function createTargetSet(
  method: SetMethod,
  suffix: string,
  tenant: KnownTenant,
  data: TenantData,
  index: WorkspaceIndex,
): Promise<void> {
  const snapshot = await readAfresh(tenant, data);
  if (!snapshot) return;
  const state = stateOfSnapshot(snapshot, 'live', readVocabulary);
  const region = regionOfState(state) ?? tenant.region;
  const plan = await planWithKey((key) => planTargetSet({ method, suffix, region }, key, state, index), method, state);
  if (!plan) return;
  const steps = stepsOf(plan);
  const left = leftToPerson(plan);
  if (left.length > 0) {
    const message =
      left.length === 1
        ? vscode.l10n.t('1 thing is left to you first. {0}', left.join(' '))
        : vscode.l10n.t('{0} things are left to you first. {1}', left.length, left.join(' '));
    await offerChecklist(message, plan, tenant);
    return;
  }
  if (steps.length === 0) {
    const message = vscode.l10n.t('All of these targets of {0} are as they should be already.', tenant.name);
    void vscode.window.showInformationMessage(plainMessage(message));
    return;
  }
  const impacts = await askImpact({ steps: changesOf(plan) }, tenant, data);
  if (!impacts || !(await isConfirmed(plan, impacts, tenant))) return;
  const credentials = plan.key.state === 'to-create' ? await askCredentials(plan.key.name) : undefined;
  if (plan.key.state === 'to-create' && !credentials) return;

  const saved = await saveBefore(tenant, snapshot, data);
  if (!saved) return;
  const { done, surprise } = await withSignal(vscode.l10n.t('Creating the targets'), (signal, progress) =>
    applyTargetSet(plan, credentials, data.client(tenant), signal, (step, number) => {
      progress.report({
        message: plainMessage(vscode.l10n.t('{0} ({1} of {2})', stepName(step), number, steps.length)),
      });
    }),
  );
  await data.refresh(tenant);
  if (surprise === undefined) await offerUndo(done, tenant, data);
  else await tellSurprise(surprise, done, tenant, data, saved);
}

/** Asks for the key only where several would do. */
async function planWithKey(
  plan: (key?: string) => TargetSetPlan,
  method: SetMethod,
  { accountKeys }: TenantState,
): Promise<TargetSetPlan | undefined> {
  const keys = accountKeys.filter(({ isTokenKey }) => method === 'token' && isTokenKey);
  const items = keys.map((key) => ({ label: key.name, description: key.typeName, id: key.uniqueName ?? key.name }));
  const placeHolder = vscode.l10n.t('Which key are the targets to use?');
  const chosen = items.length > 1 ? await vscode.window.showQuickPick(items, { placeHolder }) : undefined;
  if (items.length > 1 && !chosen) return undefined;
  try {
    return plan(chosen?.id);
  } catch (error) {
    if (!(error instanceof TargetSetRefused)) throw error;
    void vscode.window.showErrorMessage(plainMessage(error.message));
    return undefined;
  }
}

async function isConfirmed(
  plan: TargetSetPlan,
  impacts: readonly TargetImpact[],
  tenant: KnownTenant,
): Promise<boolean> {
  const { length } = stepsOf(plan);
  const yes = length === 1 ? vscode.l10n.t('Carry Out 1 Step') : vscode.l10n.t('Carry Out {0} Steps', length);
  const checklist = vscode.l10n.t('Show as a Checklist');
  const lines = describeTargetSet(plan, impacts).flatMap(({ subject, text, details }) => [
    `${subject}: ${text}.`,
    ...details,
  ]);
  const detail = [...lines, ...remarksOn(plan)].map(plainMessage).join('\n');
  const question = plainMessage(vscode.l10n.t('Create and change these targets of {0}?', tenant.name));
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, yes, checklist);
  if (answer === checklist) await showReport(targetSetChecklist(plan, tenant.name));
  return answer === yes;
}

async function offerChecklist(message: string, plan: TargetSetPlan, tenant: KnownTenant): Promise<void> {
  const show = vscode.l10n.t('Show as a Checklist');
  if ((await vscode.window.showWarningMessage(plainMessage(message), show)) === show)
    await showReport(targetSetChecklist(plan, tenant.name));
}

/** Of the API client for the new key. They go to the tenant, and are kept nowhere here. */
async function askCredentials(keyName: string): Promise<Credentials | undefined> {
  const title = vscode.l10n.t('The New Account Key "{0}"', keyName);
  const ask = (prompt: string, password: boolean) =>
    vscode.window.showInputBox({ title, prompt, password, ignoreFocusOut: true });
  const clientId = (await ask(vscode.l10n.t('The id of its API client. {0}', createApiClient), false))?.trim();
  if (!clientId) return undefined;
  const clientSecret = (
    await ask(vscode.l10n.t('The password of its API client. It is sent to the tenant, and not kept.'), true)
  )?.trim();
  return clientSecret ? { clientId, clientSecret } : undefined;
}

async function offerUndo(done: readonly SetDeed[], tenant: KnownTenant, data: TenantData): Promise<void> {
  const names = done.map(nameOf).join(', ');
  const message = plainMessage(
    done.length === 1
      ? vscode.l10n.t('1 step was carried out in {0}, and read back: {1}.', tenant.name, names)
      : vscode.l10n.t('{0} steps were carried out in {1}, and read back: {2}.', done.length, tenant.name, names),
  );
  if ((await vscode.window.showInformationMessage(message, undo)) === undo) await goBack(done, tenant, data);
}

async function tellSurprise(
  surprise: string,
  done: readonly SetDeed[],
  tenant: KnownTenant,
  data: TenantData,
  saved: vscode.Uri,
): Promise<void> {
  if (done.length === 0) {
    void vscode.window.showErrorMessage(plainMessage(vscode.l10n.t('Nothing was changed. {0}', surprise)));
    return;
  }
  const detail = plainMessage(
    vscode.l10n.t(
      'Done, or perhaps done: {0}. The state before is saved in {1}.',
      done.map(nameOf).join(', '),
      saved.fsPath,
    ),
  );
  const message = plainMessage(vscode.l10n.t('The plan was not finished. {0}', surprise));
  const answer = await vscode.window.showWarningMessage(message, { modal: true, detail }, undo);
  if (answer === undo) await goBack(done, tenant, data);
}

async function goBack(done: readonly SetDeed[], tenant: KnownTenant, data: TenantData): Promise<void> {
  const { undone, late, left } = await undoing(() =>
    undoTargetSet(done, data.client(tenant), new AbortController().signal),
  );
  await data.refresh(tenant);
  await tellUndone(tenant, vscode.l10n.t('As before: {0}.', undone.join(', ')), late, left);
}
