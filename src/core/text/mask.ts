/** As the product itself masks in exports. */
export const mask = '*****';

/** What a property or a variable is called that holds a secret. */
export const secretName =
  /pass(?:word|wd|phrase|code)|pwd|secret|token|api[-_ ]?key|private[-_ ]?key|credential|authorization|cookie/i;

// Texts of a tenant or a file are of any length: each pattern begins in few places, so that none looks at a text over and over.
const loginOfAddress = /:\/\/[^\s/?#]*@/g;
const secretInQuery = /([?&;](?=[^=&;?\s]*(?:pass|secret|token|key|credential|signature|auth))[^=&;?\s]*=)[^&;\s#]+/gi;

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
