import { idFor } from '../../support/ids';
import type { TenantObject } from '../server/tenant-state';

/** An account key with everything that one of any type keeps, as it is when it is read by its id: nothing masked. */
export function withSecrets(key: TenantObject): TenantObject {
  const secret = (what: string): string => `${what}-${idFor(`${what} of ${key.id}`)}`;
  return {
    ...key,
    properties: {
      ...(key.properties as object | undefined),
      display_name: key.name,
      basic_username: secret('login'),
      basic_password: secret('password'),
      client_secret: secret('client-secret'),
      private_key: `-----BEGIN INVENTED KEY-----\n${secret('first-line')}\n${secret('second-line')}`,
      oauth: { refresh_token: secret('refresh'), scopes: [secret('scope')] },
      note: secret('note'),
    },
    // Beside the properties, where nothing is known to be.
    value: secret('value'),
    old_properties: { basic_password: secret('old') },
  };
}

/** All texts of a key that may be seen nowhere, line by line: JSON writes a line break in another way. */
export function secretsOf({ properties, value, old_properties }: TenantObject): string[] {
  const { display_name, ...secret } = properties as Readonly<Record<string, unknown>>;
  return textsIn([secret, value, old_properties])
    .flatMap((text) => text.split('\n'))
    .filter((text) => text !== display_name);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
