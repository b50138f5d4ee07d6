import { isObject } from '../document/shapes';

/** The properties of an object of a file; none where it has none. */
export function propertiesIn(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) && isObject(value.properties) ? value.properties : {};
}

/** A text that says something; nothing for any other value. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
