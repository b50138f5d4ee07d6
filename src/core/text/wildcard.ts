/** Whether a name fits a pattern in which `*` stands for any characters; case does not matter, as it does not for targets. */
export function fitsName(pattern: string, name: string): boolean {
  return fits(
    Array.from(pattern.toLowerCase()),
    Array.from(name.toLowerCase()),
    '*',
    (sign, character) => sign === character,
  );
}

/**
 * Whether a path fits a pattern: `*` stands for any characters of one name, `?` for one of them, and `**` for any
 * number of folders. Both have forward slashes.
 */
export function fitsPath(pattern: string, path: string): boolean {
  return fits(pattern.split('/'), path.split('/'), '**', (sign, name) =>
    fits(Array.from(sign), Array.from(name), '*', (one, character) => one === '?' || one === character),
  );
}

/** Whether a pattern names one file and no other. */
export function isExactPath(pattern: string): boolean {
  return !/[*?]/.test(pattern);
}

/** Goes back to the last `any` only, which is enough: what an earlier one could take, that one can, too. */
function fits(
  pattern: readonly string[],
  items: readonly string[],
  any: string,
  isLike: (sign: string, item: string) => boolean,
): boolean {
  let at = 0;
  let lastAny = -1;
  let resume = 0;
  for (let index = 0; index < items.length;) {
    const sign = pattern[at];
    if (sign === any) {
      lastAny = at++;
      resume = index;
    } else if (sign !== undefined && isLike(sign, items[index] ?? '')) {
      at++;
      index++;
    } else if (lastAny !== -1) {
      at = lastAny + 1;
      index = ++resume;
    } else {
      return false;
    }
  }
  return pattern.slice(at).every((sign) => sign === any);
}
