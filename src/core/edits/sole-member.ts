import { lineage, type JsonPathNode } from '../document/json-path';
import type { JsonMember, Locator } from '../document/locator';
import { EditRefused } from './edit-refused';

/** A key that stands twice, here or on the way here, is refused: what the last one hides would come to light. */
export function soleMember(locator: Locator, path: JsonPathNode): JsonMember {
  let found: JsonMember | undefined;
  for (const node of lineage(path)) {
    if (!node.parent) break;
    const members = membersAt(locator, node);
    const place = node.toArray().join('/');
    if (members.length > 1) throw new EditRefused(`The key ${place} stands twice in the file.`);
    found ??= members[0];
    if (!found) throw new EditRefused(`The file has no ${place}.`);
  }
  if (!found) throw new EditRefused('The whole file cannot be changed at once.');
  return found;
}

function membersAt(locator: Locator, { parent, key }: JsonPathNode): readonly JsonMember[] {
  const members = parent ? locator.members(parent) : [];
  return typeof key === 'number' ? members.slice(key, key + 1) : members.filter(({ name }) => name === key);
}
