/** A target as SecureX orchestration calls it, and as Cisco XDR does. */
export interface TargetNamePair {
  readonly secureX: string;
  readonly xdr: string;
  /** Other names for the first; whoever goes back gets the first. */
  readonly also: readonly string[];
  /** Cisco lists both sets in the same order and in the same places, but nowhere says this pair in words. */
  readonly isInferred: boolean;
}

export const targetNamePairs: readonly TargetNamePair[] = [
  { secureX: 'CTR_API', xdr: 'Platform APIs', also: ['CTR_Target'], isInferred: false },
  { secureX: 'Private_CTIA_Target', xdr: 'Private Intelligence APIs', also: [], isInferred: true },
  { secureX: 'CTIA_Target', xdr: 'Public Intelligence APIs', also: [], isInferred: true },
];

/** Those that only Cisco XDR gives: a workflow that chooses one of them, or a tenant that has one, is in XDR. */
const onlyInXdr: ReadonlySet<string> = new Set(
  [...targetNamePairs.map(({ xdr }) => xdr), 'Automation APIs', 'Conure APIs'].map((name) => name.toLowerCase()),
);

export function isXdrName(name: string): boolean {
  return onlyInXdr.has(name.toLowerCase());
}

/** The pair whose SecureX name it is, in the set with the usual names; nothing for any other name. */
export function pairOfSecureXName(name: string): TargetNamePair | undefined {
  const asked = name.toLowerCase();
  return targetNamePairs.find(({ secureX, also }) => [secureX, ...also].some((each) => each.toLowerCase() === asked));
}
