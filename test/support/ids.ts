/**
 * An id in the real shape for anything that a test gives a name: the same name, the same id. All start with 03, which
 * no exported workflow does, so that none can be mistaken for a known one.
 */
export function idFor(name: string): string {
  const next = numbersFrom(name);
  const pick = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet.charAt(next() % alphabet.length)).join('');
  return `03${pick(upper, 11)}${pick('01234567', 1)}${pick(upper + upper.slice(10).toLowerCase(), 21)}`;
}

const upper = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export const workflowId = (title: string): string => `definition_workflow_${idFor(`workflow ${title}`)}`;
export const activityId = (title: string): string => `definition_activity_${idFor(`activity ${title}`)}`;
export const variableId = (name: string): string => `variable_workflow_${idFor(`variable ${name}`)}`;

/** A small generator of numbers (xorshift), seeded with a hash of the name (FNV-1a). */
function numbersFrom(name: string): () => number {
  let state = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) state = Math.imul(state ^ name.charCodeAt(at), 0x01000193);
  state |= 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) >>> 4;
  };
}
