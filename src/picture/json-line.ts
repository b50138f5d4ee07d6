/** What a terminal takes for a command, or what turns the direction of text; JSON itself would let it through. */
const active = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

/** A value as JSON on one line, which does nothing to a terminal that shows it. */
export function jsonLine(value: object): string {
  return JSON.stringify(value).replace(
    active,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
