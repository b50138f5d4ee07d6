import { systemGenerator } from '../catalog/atomics';
import type { FileAnalysis } from '../analysis/file-analysis';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import { isObject } from '../document/shapes';
import type { Workflow, WorkflowExport } from '../document/workflow';
import type { JsonPathNode } from '../document/json-path';
import type { JsonOperation } from '../edits/json-operation';
import type { ConversionNote } from './conversion-note';
import type { ConversionScope } from './conversion-scope';

/** A list of dependencies that should name the generator and does not. */
interface ShortList {
  readonly name: 'atomic_workflows' | 'dependent_workflows';
  readonly workflow: Workflow;
  readonly path: JsonPathNode;
  readonly add: JsonOperation;
  /** An empty one must stay so: a migration, taking the only entry out again, would take the list along. */
  readonly isFrozen: boolean;
}

const id = `definition_workflow_${systemGenerator.id}`;

/**
 * The file's `atomic_workflows` names the atomics of every level. The other lists are of one level each, and files that
 * have none do without. Where something calls the generator already, a migration leaves all lists as they are.
 */
export function* listsWithoutGenerator(
  { workflows, document }: FileAnalysis,
  scopes: readonly ConversionScope[],
): Iterable<ShortList> {
  const served = new Set(scopes.filter(({ regions }) => regions.length > 0).map(({ workflow }) => workflow.export));
  if (served.size === 0 || workflows.some(callsGenerator)) return;
  for (const { export: each } of workflows) {
    const value = valueOf(each, document.value);
    for (const name of ['atomic_workflows', 'dependent_workflows'] as const) {
      const list = value[name];
      const isOfFile = name === 'atomic_workflows' && each.parent === undefined;
      if (!isOfFile && !(served.has(each) && isFilled(list))) continue;
      const path = each.path.child(name);
      if (each.dependencies.some((known) => known.id === systemGenerator.id && known.path.parent === path)) continue;
      const add: JsonOperation =
        list === undefined
          ? { kind: 'insert', path: each.path, at: placeIn(value, name), name, value: [id] }
          : { kind: 'insert', path, at: Infinity, value: id };
      yield { name, workflow: each.workflow, path, add, isFrozen: list !== undefined && !isFilled(list) };
    }
  }
}

/** For a person, where the file's list stays as it is. */
export function notesOnLists(analysis: FileAnalysis, scopes: readonly ConversionScope[]): ConversionNote[] {
  return [...listsWithoutGenerator(analysis, scopes)]
    .filter(({ isFrozen }) => isFrozen)
    .map(({ name, workflow, path }) => ({
      code: 'unused-dependency',
      workflow,
      activity: undefined,
      message: `The list ${name} is there but empty, and a migration could not leave it so again: add "${systemGenerator.name}" by hand.`,
      path,
    }));
}

function callsGenerator({ workflow }: WorkflowAnalysis): boolean {
  return workflow.activities.some(({ calledId }) => calledId === systemGenerator.id);
}

function valueOf({ path }: WorkflowExport, root: unknown): Readonly<Record<string, unknown>> {
  const value = path.toArray().reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], root);
  return isObject(value) ? value : {};
}

function isFilled(list: unknown): boolean {
  return Array.isArray(list) && list.length > 0;
}

/** The product writes the list of atomics directly before that of all dependencies. */
function placeIn(value: Readonly<Record<string, unknown>>, name: ShortList['name']): number {
  const next = name === 'atomic_workflows' ? Object.keys(value).indexOf('dependent_workflows') : -1;
  return next === -1 ? Infinity : next;
}
