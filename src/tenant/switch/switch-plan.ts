import { secureXTargetNames } from '../../core/catalog/targets';
import type { Vocabulary } from '../../core/vocabulary';
import { verdictOf } from '../state/method';
import { hasDocumentedName, leadsToSecureX } from '../state/target-role';
import { secureXExternalIds } from '../../core/catalog/integrations';
import type { AccountKeyState, TargetState, TenantState } from '../state/tenant-state';
import type { WorkspaceIndex } from '../state/workspace-index';
import { distinct, workflowsOn, type AffectedWorkflow } from './affected-workflows';
import { keysCalled } from './keys-called';

// What would change is decided here and nowhere else. Carrying a plan out needs the network: it reads each step's
// target by its id, compares `updatedOn`, writes it back whole, and belongs into a file beside this one.

export interface SwitchStep {
  readonly target: TargetState;
  /** The key that is set now; `null` where there is none. */
  readonly from: AccountKeyState | null;
  readonly to: AccountKeyState;
  /** All that run something on the target. */
  readonly workflows: readonly AffectedWorkflow[];
}

export interface SwitchPlan {
  readonly key: AccountKeyState;
  /** The words for whoever reads it. */
  readonly vocabulary: Vocabulary;
  /** In the order in which they are carried out. */
  readonly steps: readonly SwitchStep[];
  /** Targets that have the key already. */
  readonly done: readonly TargetState[];
  /** SecureX targets that stay as they are, and why. */
  readonly leftAlone: readonly { readonly target: TargetState; readonly reason: string }[];
  /** Affected workflows that still pass tokens by hand. */
  readonly notMigrated: readonly AffectedWorkflow[];
}

/** Why there is no plan, and what to do. */
export class SwitchRefused extends Error {}

/**
 * What "switch targets to the SecureX Token" would change.
 * @param keyName the account key's name, unique name or id.
 * @throws {SwitchRefused}
 */
export function planSwitch(state: TenantState, keyName: string, index: WorkspaceIndex): SwitchPlan {
  const key = tokenKeyNamed(keyName, state);
  const { vocabulary } = state;
  const steps: SwitchStep[] = [];
  const done: TargetState[] = [];
  const leftAlone: { target: TargetState; reason: string }[] = [];
  for (const target of inDocumentedOrder(state.targets)) {
    if (verdictOf(target).role !== 'api') continue;
    const reason = reasonToLeaveAlone(target, vocabulary);
    if (reason !== undefined) leftAlone.push({ target, reason });
    else if (target.accountKey === key && target.hasNoAccountKey === false) done.push(target);
    else steps.push({ target, from: currentKey(target), to: key, workflows: workflowsOn(target, index) });
  }
  const affected = distinct(steps.flatMap(({ workflows }) => workflows));
  const notMigrated = affected.filter(({ method }) => method === 'legacy');
  return { key, vocabulary, steps, done, leftAlone, notMigrated };
}

/** As the documentation goes about it: the platform first, the intelligence APIs after it. */
function inDocumentedOrder(targets: readonly TargetState[]): readonly TargetState[] {
  const names = secureXTargetNames.map((name) => name.toLowerCase());
  const rank = ({ name }: TargetState) => {
    const at = names.indexOf(name.toLowerCase());
    return at === -1 ? names.length : at;
  };
  return [...targets].sort((one, other) => rank(one) - rank(other));
}

function tokenKeyNamed(name: string, state: TenantState): AccountKeyState {
  const { accountKeys, vocabulary } = state;
  const found = keysCalled(name, state);
  const tokenKeys = accountKeys.filter(({ isTokenKey }) => isTokenKey).map((key) => `"${key.name}"`);
  const advice =
    tokenKeys.length > 0
      ? `Token keys of this tenant: ${tokenKeys.join(', ')}.`
      : `This tenant has no token key: create one in the web console, of the type ${vocabulary.tokenKeyType}.`;
  const [key, ...others] = found;
  if (!key) throw new SwitchRefused(`The tenant has no account key "${name}". ${advice}`);
  if (others.length > 0) {
    throw new SwitchRefused(`${found.length} account keys are called "${name}"; give the id of the one that is meant.`);
  }
  if (!key.isTokenKey) {
    throw new SwitchRefused(
      `The account key "${name}" is of the type ${key.typeName}, and only a token key will do. ${advice}`,
    );
  }
  return key;
}

function reasonToLeaveAlone(target: TargetState, { product }: Vocabulary): string | undefined {
  if (target.moduleInfo && secureXExternalIds.has(target.moduleInfo.externalId)) return undefined;
  if (!hasDocumentedName(target)) return 'it bears a name of its own, which no workflow of Cisco chooses';
  if (target.host !== null && !leadsToSecureX(target)) return `it leads to ${target.host}, which is no ${product} API`;
  return undefined;
}

export function currentKey({ hasNoAccountKey, accountKey }: TargetState): AccountKeyState | null {
  return hasNoAccountKey === true ? null : accountKey;
}
