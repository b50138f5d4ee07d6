import type { Product } from '../vocabulary';

/** An export's way to name the target that an integration manages with its key. */
export interface IntegrationTarget {
  /** `SecureX`, later `Cisco XDR`: products were renamed over time. */
  readonly product: string;
  /** What stayed, and what tells one from another. */
  readonly externalId: string;
  /** Which of its targets, where it has several: `platform-apis`. */
  readonly endpoint: string | undefined;
}

/** `$module_target;<product>;<external id>[;<endpoint>]$`. */
const expression = /^\$module_target;([^;$]*);([^;$]+)(?:;([^$]*))?\$$/;

/** The integrations that lead to the platform's and the intelligence APIs, and to which of them. */
export const secureXExternalIds: ReadonlyMap<string, string> = new Map([
  ['securex:ao:iroh_api', 'platform'],
  ['securex:ao:private_threat_intel', 'private intelligence'],
  ['securex:ao:public_threat_intel', 'public intelligence'],
]);

/** The product by whose name an integration's target is told; nothing for any other one, such as Secure Endpoint. */
export function productOfIntegration(product: string | null | undefined): Product | undefined {
  return product === 'Cisco XDR' ? 'xdr' : product === 'SecureX' ? 'securex' : undefined;
}

export function integrationIn(text: string): IntegrationTarget | undefined {
  const [, product, externalId, endpoint] = expression.exec(text) ?? [];
  if (product === undefined || externalId === undefined) return undefined;
  return { product, externalId, endpoint: endpoint === '' ? undefined : endpoint };
}

/** Whether it is the target of a SecureX API, in whatever spelling. */
export function isSecureXIntegration(text: string): boolean {
  const integration = integrationIn(text);
  return integration !== undefined && secureXExternalIds.has(integration.externalId);
}
