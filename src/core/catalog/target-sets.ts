/** What Cisco's documentation puts behind the usual names where a tenant keeps the targets of both methods. */
export const usualSuffixes: readonly string[] = ['_Token', '_Legacy'];

/** A separator, then what may stand in a name: nothing that JSON, a reference or a person could read in another way. */
export const suffixShape = /^[ _.-][A-Za-z0-9](?:[A-Za-z0-9 _.-]{0,38}[A-Za-z0-9])?$/;

export const suffixShapeInWords =
  'begins with _, -, . or a space, goes on with letters, digits and these, ends with a letter or a digit, and has at most 41 characters';

/** Why a suffix cannot tell one set of targets from another; nothing where it can. */
export function problemOfSuffix(suffix: string): string | undefined {
  return suffixShape.test(suffix) ? undefined : `The suffix "${suffix}" will not do: it ${suffixShapeInWords}.`;
}

/** The name before the suffix; nothing where it does not end with it. Names are compared as criteria do: in any case. */
export function withoutSuffix(name: string, suffix: string): string | undefined {
  const length = name.length - suffix.length;
  if (length <= 0 || name.slice(length).toLowerCase() !== suffix.toLowerCase()) return undefined;
  return name.slice(0, length);
}
