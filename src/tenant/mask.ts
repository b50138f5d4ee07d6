/** As the product itself masks in exports. */
export const mask = '*****';

type JsonObject = Readonly<Record<string, unknown>>;

const secretName =
  /pass(?:word|wd|phrase|code)|pwd|secret|token|api[-_ ]?key|private[-_ ]?key|credential|authorization|cookie/i;
const loginName = /^(?:basic_)?(?:user|username|login)$/i;
const personName = /^(?:owner|created_by|updated_by)$/;
const addressName = /^(?:proxy_url|host|hostname|server)$/i;

// Texts of a tenant are of any length: each pattern begins in few places, so that none looks at a text over and over.
const mail = /(?<![^\s<>"',;@])[^\s<>"',;@]+@[^\s<>"',;@]+/g;
const loginOfAddress = /:\/\/[^\s/?#]*@/g;
const secretInQuery = /([?&;](?=[^=&;?\s]*(?:pass|secret|token|key|credential|signature|auth))[^=&;?\s]*=)[^&;\s#]+/gi;

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

/** Without a login before the host and without secrets in the query. */
export function maskedAddress(text: string): string {
  return text.replace(loginOfAddress, `://${mask}@`).replace(secretInQuery, `$1${mask}`);
}

/** A host is often written without a scheme, and may have a login before it all the same. */
export function maskedHost(text: string): string {
  return maskedAddress(withoutLogin(text));
}

/** Passwords may hold any character, even unescaped: whatever stands before the last at sign is the login. */
function withoutLogin(address: string): string {
  const at = address.lastIndexOf('@');
  if (at === -1) return address;
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(address)?.[0] ?? '';
  return `${scheme}${mask}${address.slice(at)}`;
}
