import { mask, maskedAddress, maskedHost, secretName } from '../core/text/mask';

type JsonObject = Readonly<Record<string, unknown>>;

const loginName = /^(?:basic_)?(?:user|username|login)$/i;
const personName = /^(?:owner|created_by|updated_by)$/;
const addressName = /^(?:proxy_url|host|hostname|server)$/i;

// Begins in few places, so that it does not look at a long text over and over.
const mail = /(?<![^\s<>"',;@])[^\s<>"',;@]+@[^\s<>"',;@]+/g;

/** Everything that is known to hide secrets masked, at every depth. */
export function maskedObject(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, maskedItem(name, item)]));
}

/** An account key's properties are its secrets; not even their names are needed. */
export function maskedAccountKey(key: JsonObject): JsonObject {
  return maskedObject(Object.fromEntries(Object.entries(key).filter(([name]) => !/propert/i.test(name))));
}

function maskedItem(name: string, item: unknown): unknown {
  // Nothing to hide, and what is missing should be seen to be missing.
  if (item === null || item === undefined || item === '') return item;
  if (secretName.test(name) || loginName.test(name)) return mask;
  if (typeof item === 'string') return maskedText(name, item);
  return maskedInside(name, item);
}

function maskedInside(name: string, item: unknown): unknown {
  if (typeof item === 'string') return maskedText(name, item);
  // Items of a list are of the kind that its name says.
  if (Array.isArray(item)) return item.map((each) => maskedInside(name, each));
  return typeof item === 'object' && item !== null ? maskedObject(item as JsonObject) : item;
}

function maskedText(name: string, text: string): string {
  if (personName.test(name)) return text.replace(mail, mask);
  return addressName.test(name) ? maskedHost(text) : maskedAddress(text);
}
