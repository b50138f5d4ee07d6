const upper = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const alphanumeric = upper + upper.slice(10).toLowerCase();
/** Ids begin with the time of their making in digits of base 36. The product has not come that far in its count. */
const yetToCome = '03';

/**
 * New ids in the product's format, for a file: the same text always gives the same ones, none of which stands in it.
 * The core knows neither clock nor chance, so they come from a hash of the text.
 */
export function* newActivityIds(text: string): Generator<string, never> {
  const next = numbersFrom(text);
  const pick = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet.charAt(next() % alphabet.length)).join('');
  const given = new Set<string>();
  for (;;) {
    const id = yetToCome + pick(upper, 11) + pick('01234567', 1) + pick(alphanumeric, 21);
    if (given.has(id) || text.includes(id)) continue;
    given.add(id);
    yield `definition_activity_${id}`;
  }
}

/** Numbers below 2^28 (xorshift128), seeded with four hashes of the text (FNV-1a with different starts). */
function numbersFrom(text: string): () => number {
  let [a, b, c, d] = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x01000193) ^ (a >>> 15);
    c = Math.imul(c ^ code, 0x01000193) ^ (b >>> 13);
    d = Math.imul(d ^ code, 0x01000193) ^ (c >>> 11);
  }
  // Of all states only that of nothing but zeros would never be left.
  d |= 1;
  return () => {
    const mixed = a ^ (a << 11);
    [a, b, c] = [b, c, d];
    d = d ^ (d >>> 19) ^ mixed ^ (mixed >>> 8);
    return d >>> 4;
  };
}
