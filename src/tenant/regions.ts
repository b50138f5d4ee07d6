/** Where a tenant lives; credentials are good in one region only. */
export const regions = ['us', 'eu', 'apjc'] as const;
export type Region = (typeof regions)[number];

/** The addresses of one tenant's services, without a slash at the end. */
export interface Endpoints {
  /** Where client credentials are exchanged for an access token. */
  readonly token: string;
  /** The Automation API, before `/v1/...`. */
  readonly api: string;
}

export const regionNames: Readonly<Record<Region, string>> = { us: 'US', eu: 'Europe', apjc: 'Asia Pacific' };

/** As developer.cisco.com/docs/cisco-xdr names them. */
export const regionEndpoints: Readonly<Record<Region, Endpoints>> = {
  us: endpoints('visibility.amp.cisco.com', 'automate.us.security.cisco.com'),
  eu: endpoints('visibility.eu.amp.cisco.com', 'automate.eu.security.cisco.com'),
  apjc: endpoints('visibility.apjc.amp.cisco.com', 'automate.apjc.security.cisco.com'),
};

function endpoints(platform: string, automation: string): Endpoints {
  return { token: `https://${platform}/iroh/oauth2/token`, api: `https://${automation}/api` };
}

/** The region that these addresses belong to; none for a server of one's own. */
export function regionOf({ token, api }: Endpoints): Region | undefined {
  return regions.find((region) => regionEndpoints[region].token === token && regionEndpoints[region].api === api);
}
