import { typeNameOf } from './account-key-types';
import { groupBy } from '../group-by';
import { verdictOf } from './method';
import type { AccountKeyState, TargetGroupState, TargetState, TenantState } from './tenant-state';

export interface FieldChange {
  readonly field: string;
  /** In words; `null` where there is nothing. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface ItemDifference {
  readonly kind: 'added' | 'removed' | 'changed';
  /** The name after, or before where it was removed. */
  readonly name: string;
  readonly uniqueName: string | null;
  /** Only where it was changed. */
  readonly changes: readonly FieldChange[];
}

export interface StateDifference {
  readonly targets: readonly ItemDifference[];
  readonly accountKeys: readonly ItemDifference[];
  readonly targetGroups: readonly ItemDifference[];
}

/** What became of one state in another: two moments of a tenant, two tenants, or files and a tenant. */
export function differenceOf(before: TenantState, after: TenantState): StateDifference {
  return {
    targets: compare(before.targets, after.targets, targetFields),
    accountKeys: compare(before.accountKeys, after.accountKeys, keyFields),
    targetGroups: compare(before.targetGroups, after.targetGroups, groupFields),
  };
}

interface Item {
  readonly id: string | null;
  readonly uniqueName: string | null;
  readonly name: string;
}

/** `undefined` where the state does not tell, which is no difference to one that does. */
type Fields = Readonly<Record<string, string | null | undefined>>;

function compare<Of extends Item>(
  before: readonly Of[],
  after: readonly Of[],
  fieldsOf: (item: Of) => Fields,
): ItemDifference[] {
  const partners = pair(before, after);
  const paired = new Set(partners.values());
  const differences: ItemDifference[] = [];
  for (const item of before) {
    const partner = partners.get(item);
    if (!partner) {
      differences.push({ kind: 'removed', name: item.name, uniqueName: item.uniqueName, changes: [] });
      continue;
    }
    const changes = changesBetween(fieldsOf(item), fieldsOf(partner));
    const { name, uniqueName } = partner;
    if (changes.length > 0) differences.push({ kind: 'changed', name, uniqueName, changes });
  }
  for (const item of after) {
    if (paired.has(item)) continue;
    differences.push({ kind: 'added', name: item.name, uniqueName: item.uniqueName, changes: [] });
  }
  return differences;
}

/** What is the same on both sides: by unique name, of the rest by id, and of the rest by name. */
function pair<Of extends Item>(before: readonly Of[], after: readonly Of[]): Map<Of, Of> {
  const partners = new Map<Of, Of>();
  let left = [...before];
  let right = [...after];
  const identities: readonly ((item: Of) => string | null)[] = [
    ({ uniqueName }) => uniqueName,
    ({ id }) => id,
    ({ name }) => name,
  ];
  for (const identityOf of identities) {
    // From the end, so that the first of several with one name is the first to be taken.
    const waiting = groupBy([...right].reverse(), identityOf);
    const taken = new Set<Of>();
    left = left.filter((item) => {
      const identity = identityOf(item);
      const partner = identity === null ? undefined : waiting.get(identity)?.pop();
      if (!partner) return true;
      partners.set(item, partner);
      taken.add(partner);
      return false;
    });
    right = right.filter((item) => !taken.has(item));
  }
  return partners;
}

function changesBetween(before: Fields, after: Fields): FieldChange[] {
  return Object.keys(before).flatMap((field) => {
    const [from, to] = [before[field], after[field]];
    return from === undefined || to === undefined || from === to ? [] : [{ field, from, to }];
  });
}

function targetFields(target: TargetState): Fields {
  const { name, type, host, path, accountKey, accountKeyId, hasNoAccountKey, remoteId, isValid, moduleInfo } = target;
  const key = accountKey ? `${accountKey.name} (${typeNameOf(accountKey.type)})` : (accountKeyId ?? null);
  return {
    name,
    type,
    host,
    path,
    'account key': key,
    'no account keys': hasNoAccountKey === null ? undefined : yesOrNo(hasNoAccountKey),
    method: verdictOf(target).method,
    remote: remoteId,
    integration: moduleInfo?.externalId ?? undefined,
    valid: isValid === null ? undefined : yesOrNo(isValid),
  };
}

/** In the words of both products: the two states need not have the same ones, and that is no difference. */
const keyFields = ({ name, type }: AccountKeyState): Fields => ({ name, type: typeNameOf(type) });
const groupFields = ({ name, type }: TargetGroupState): Fields => ({ name, type });
const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');
