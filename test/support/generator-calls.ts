import { tokenGenerators } from '../../src/core/catalog/atomics';
import type { JsonObject } from './json';
import { activitiesOf, bare, calledBy, exportsOf } from './read-export';

const generators: ReadonlySet<string> = new Set(tokenGenerators.map(({ id }) => id));

export function isGeneratorId(id: string): boolean {
  return generators.has(bare(id));
}

export function isGeneratorCall(activity: JsonObject): boolean {
  return isGeneratorId(calledBy(activity));
}

/** The ids of the generators that a file calls, once for each call. */
export function generatorCalls(value: unknown): string[] {
  const activities = exportsOf(value).flatMap(activitiesOf);
  return activities.map(({ activity }) => calledBy(activity)).filter(isGeneratorId);
}
