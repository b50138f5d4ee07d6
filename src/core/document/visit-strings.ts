import type { JsonPath } from './json-path';
import { isObject } from './shapes';

/** Takes a string of a file: a value, or a property's key with the path of the property. The path is only lent. */
export type StringVisitor = (text: string, keys: JsonPath, isKey: boolean) => void;

/** Shows every string below a value, keys included, in the order of the file. */
export function visitStrings(value: unknown, visit: StringVisitor, keys: (string | number)[] = []): void {
  if (typeof value === 'string') {
    visit(value, keys, false);
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      keys.push(index);
      visitStrings(value[index], visit, keys);
      keys.pop();
    }
  } else if (isObject(value)) {
    for (const key in value) {
      keys.push(key);
      visit(key, keys, true);
      visitStrings(value[key], visit, keys);
      keys.pop();
    }
  }
}
