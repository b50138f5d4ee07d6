import { tokenConsumers } from '../../src/core/catalog/atomics';
import { isGeneratorCall } from './generator-calls';
import { isJsonObject, type Json, type JsonObject } from './json';
import {
  activitiesOf,
  bare,
  calledBy,
  exportsOf,
  listOf,
  nameOf,
  propertiesOf,
  referencesIn,
  textOf,
  variablesOf,
  withoutChildren,
  workflowOf,
} from './read-export';

const orbitalIds = new Set(tokenConsumers.filter(({ product }) => product === 'orbital').map(({ id }) => id));

/**
 * All that serves Orbital, as one text each: generators on an Orbital target, calls of Orbital's atomics, requests on
 * Orbital targets, and whatever brings those a token: generators, variables, and the entries that fill these.
 */
export function orbitalParts(value: unknown): string[] {
  return exportsOf(value).flatMap((exported) => {
    const targetsOf = targetNames(exported);
    const activities = activitiesOf(exported).map(({ activity }) => activity);
    const byId = new Map(activities.map((activity) => [bare(nameOf(activity)), activity]));
    const variables = new Map(variablesOf(exported).map((variable) => [bare(nameOf(variable)), variable]));
    const parts = new Set<JsonObject>();
    const add = (part: JsonObject, reads: Json): void => {
      if (parts.has(part)) return;
      parts.add(part);
      for (const { kind, owner, scope, member } of referencesIn(reads)) {
        const source = kind === 'activity' ? byId.get(owner) : undefined;
        if (source && isGeneratorCall(source)) add(source, propertiesOf(source));
        const variable = kind === 'workflow' && scope === 'local' ? variables.get(member) : undefined;
        if (!variable) continue;
        add(variable, null);
        for (const entry of entriesFor(member, activities)) add(entry, entry.variable_value_new ?? null);
      }
    };
    for (const activity of activities) {
      const isCall = activity.type === 'workflow.atomic_workflow' || activity.type === 'web-service.http_request';
      const isOrbital = orbitalIds.has(calledBy(activity)) || /orbital/i.test(targetsOf(activity));
      if (isCall && isOrbital) add(activity, propertiesOf(activity));
    }
    return [...parts].map((part) => JSON.stringify(withoutChildren(part)));
  });
}

function entriesFor(variable: string, activities: readonly JsonObject[]): JsonObject[] {
  return activities
    .flatMap((activity) => listOf(propertiesOf(activity).variables_to_update))
    .filter(isJsonObject)
    .filter((entry) => referencesIn(entry.variable_to_update).some(({ member }) => member === variable));
}

/** The names of an activity's targets, by criteria or by an id that the export defines, its own or the workflow's. */
function targetNames(exported: JsonObject): (activity: JsonObject) => string {
  const { targets } = exported;
  const named = (target: Json | undefined): string => {
    if (!isJsonObject(target)) return '';
    const definition = isJsonObject(targets) ? targets[textOf(target.target_id)] : undefined;
    const criteria = JSON.stringify(target.target_group ?? null).matchAll(/"right_operand":"([^"]*)"/g);
    const own = isJsonObject(definition) ? textOf(propertiesOf(definition).display_name) : '';
    return [...Array.from(criteria, ([, name = '']) => name), own].join();
  };
  return (activity) => {
    const { target } = propertiesOf(activity);
    const isOwn =
      isJsonObject(target) && target.use_workflow_target !== true && target.use_workflow_target_group !== true;
    return named(isOwn ? target : propertiesOf(workflowOf(exported)).target);
  };
}
