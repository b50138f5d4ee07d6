import { regions, type Region } from '../regions';
import type { TargetState, TenantState } from '../state/tenant-state';

/** `legacy`: workflows make tokens and pass them; `token`: the account key of the targets makes them. */
export const setMethods = ['legacy', 'token'] as const;
export type SetMethod = (typeof setMethods)[number];

/** Which set is meant: the usual one, or with a suffix one beside it, so that both methods can be used at once. */
export interface TargetSet {
  readonly method: SetMethod;
  /** What the names end with; empty for the usual names. */
  readonly suffix: string;
  readonly region: Region;
}

export interface WantedTarget {
  readonly name: string;
  /** Under which other name it may be there already. */
  readonly alias?: string;
  readonly host: string;
  readonly path?: string;
  /** Whether it uses the set's account key, or none at all. */
  readonly usesKey: boolean;
}

/** What the documentation has an API client allowed to do whose tokens workflows pass on. */
export const legacyScopes: readonly string[] = [
  'Casebook',
  'Enrich:read',
  'Global Intel:read',
  'Inspect:read',
  'Private Intel',
  'Response',
];

/** The targets of a set; where tokens are fetched comes first, as the others are of no use without it. */
export function wantedTargets({ method, suffix, region }: TargetSet): readonly WantedTarget[] {
  const platform = { host: hostIn(region, 'visibility'), path: '/iroh' };
  const usesKey = method === 'token';
  // The documentation calls it CTR_Target; the product and nearly every workflow CTR_API, to which a move adds the suffix.
  const [name, alias] = [`CTR_API${suffix}`, `CTR_Target${suffix}`];
  return [
    ...(method === 'legacy' ? [{ name: `CTR_For_Access_Token${suffix}`, ...platform, usesKey: true }] : []),
    { name, alias, ...platform, usesKey },
    { name: `CTIA_Target${suffix}`, host: hostIn(region, 'intel'), usesKey },
    { name: `Private_CTIA_Target${suffix}`, host: hostIn(region, 'private.intel'), usesKey },
  ];
}

/** The region of a tenant: as its source tells, or as the hosts of its targets do. */
export function regionOfState({ source, targets }: TenantState): Region | undefined {
  return source.region ?? regions.find((region) => targets.some((target) => leadsTo(target, region)));
}

function leadsTo({ host }: TargetState, region: Region): boolean {
  return services.some((service) => host?.toLowerCase() === hostIn(region, service));
}

const services = ['visibility', 'intel', 'private.intel'] as const;

function hostIn(region: Region, service: (typeof services)[number]): string {
  return `${service}${region === 'us' ? '' : `.${region}`}.amp.cisco.com`;
}
