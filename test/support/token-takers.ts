import { tokenConsumers } from '../../src/core/catalog/atomics';
import { isJsonObject } from './json';
import { activitiesOf, bare, exportsOf, listOf, nameOf, propertiesOf, textOf } from './read-export';

const tokenInputs: ReadonlySet<string> = new Set(tokenConsumers.map(({ tokenInput }) => tokenInput));

/** The ids of all activities that are passed something in a known Access Token input or an Authorization header. */
export function tokenTakers(value: unknown): string[] {
  return exportsOf(value)
    .flatMap(activitiesOf)
    .map(({ activity }) => activity)
    .filter((activity) => {
      const { input, custom_headers: headers } = propertiesOf(activity);
      const inputs = isJsonObject(input) ? Object.entries(input) : [];
      return (
        inputs.some(([key, item]) => tokenInputs.has(bare(key)) && item !== '') ||
        listOf(headers).some((header) => isJsonObject(header) && /^authorization$/i.test(textOf(header.name)))
      );
    })
    .map(nameOf);
}
