import type { Activity, Reference } from '../document/workflow';

export function isRequest(activity: Activity): boolean {
  return activity.type === 'web-service.http_request';
}

/** Whether a request names a host of its own instead of calling its target. */
export function isAbsolute(activity: Activity | undefined): boolean {
  const url = activity?.properties.relative_url;
  return typeof url === 'string' && /^\s*(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(url);
}

export function isGenJwt(activity: Activity | undefined): boolean {
  const url = activity?.properties.relative_url;
  return typeof url === 'string' && /gen-jwt/i.test(url);
}

/** Whether the reference is all that an HTTP Request sends as its authorization. */
export function isAuthorizationHeader(reference: Reference, activity: Activity): boolean {
  const [, property, key, part] = reference.keys;
  if (property !== 'custom_headers' || typeof key !== 'number' || part !== 'value') return false;
  const name = activity.properties.custom_headers?.[key]?.name ?? '';
  const isBearer = /^\s*(?:bearer\s+)?$/i.test(reference.value.replace(reference.to.text, ''));
  return isRequest(activity) && name.trim().toLowerCase() === 'authorization' && isBearer;
}
