/** What to say of things that the tenant told in a shape nobody can read; nothing where there were none. */
export function missingInWords(leftOut: number): string | undefined {
  if (leftOut === 0) return undefined;
  const what = leftOut === 1 ? 'One target, key or group has' : `${leftOut} targets, keys or groups have`;
  return `${what} a shape that cannot be read, and ${leftOut === 1 ? 'is' : 'are'} missing here: look in the web console, and report it.`;
}
