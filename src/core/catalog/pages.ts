import { tokenConsumers, tokenGenerators, type TokenConsumer, type TokenGenerator } from './atomics';

/**
 * No atomic has a page of its own. Cisco's page on system objects says what system atomics are, and lists which of the
 * older ones they took the place of; its address is the `permalink` in `docs/atomics/system.md` of
 * https://github.com/CiscoSecurity/sxo-05-security-workflows. The list has no atomics of Orbital and of the community.
 */
export const systemAtomicsPage = 'https://ciscosecurity.github.io/sxo-05-security-workflows/atomics/system';

const told: ReadonlySet<string> = new Set(
  [...tokenGenerators, ...tokenConsumers].filter(isTold).map((atomic) => atomic.id),
);

/** Cisco's page that tells of an atomic. */
export function pageOf(atomicId: string): string | undefined {
  return told.has(atomicId) ? systemAtomicsPage : undefined;
}

function isTold(atomic: TokenGenerator | TokenConsumer): boolean {
  const isOrbital = 'product' in atomic && atomic.product === 'orbital';
  return atomic.generation === 'system' || (!isOrbital && (atomic.generation === 'v2' || atomic.generation === 'ctr'));
}
