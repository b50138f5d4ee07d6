import { bareId } from '../../document/reference';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** An id says its time in front and is random behind; so many of the random characters make another one of it. */
const movedCharacters = 8;

/** Where the characters of an id begin that differ between the sets; its prefix says a type and stays. */
export function movedFrom(id: string): number {
  return id.length - Math.min(movedCharacters, bareId(id).length);
}

/**
 * The id that a target has in the set of a suffix, or, backwards, the one that it has without. A tenant knows a target
 * by its id, so a copy with the same one would replace the first. Each character moves on in the alphabet by a number
 * made of the suffix: the same id always becomes the same one, and nothing has to be kept for the way back.
 */
export function idInSet(id: string, suffix: string, direction: 'forwards' | 'backwards'): string {
  const start = movedFrom(id);
  const distances = distancesOf(suffix);
  const moved = Array.from(id.slice(start), (character, index) => {
    const at = alphabet.indexOf(character);
    if (at === -1) return character;
    const distance = distances[index] ?? 0;
    return alphabet.charAt((at + (direction === 'forwards' ? distance : alphabet.length - distance)) % alphabet.length);
  });
  return id.slice(0, start) + moved.join('');
}

/** One number for each character, and never one that leaves it where it is. */
function distancesOf(suffix: string): number[] {
  let hash = 0;
  return Array.from({ length: movedCharacters }, (_, index) => {
    for (const character of `${suffix}${index}`) hash = (hash * 31 + character.charCodeAt(0)) % 1_000_003;
    return 1 + (hash % (alphabet.length - 1));
  });
}
