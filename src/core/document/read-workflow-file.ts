import { JsonPathNode } from './json-path';
import { collectReferences, maximumDepth, mayHoldReferences } from './collect-references';
import { Grouped } from './grouped';
import { bareId } from './reference';
import { isObject, isWellShaped, withoutOddShapes } from './shapes';
import type { ActivityProperties } from './schema';

import type {
  Reference,
  Activity,
  Dependency,
  TargetDefinition,
  Variable,
  Workflow,
  WorkflowExport,
  WorkflowFile,
} from './workflow';

type JsonObject = Readonly<Record<string, unknown>>;

interface ActivityContext {
  readonly workflow: Workflow;
  readonly parent: Activity | undefined;
  /** Takes every activity, each before its children. */
  readonly all: Activity[];
  /** Takes the references of all activities. */
  readonly references: Reference[];
  readonly depth: number;
}

/** Whether a parsed file is a workflow export at all. */
export function isWorkflowExport(value: unknown): value is JsonObject {
  if (!isObject(value) || !isObject(value.workflow)) return false;
  const { unique_name: id, type, actions, object_type: objectType } = value.workflow;
  return (
    (typeof id === 'string' && id.startsWith('definition_workflow')) ||
    type === 'generic.workflow' ||
    objectType === 'definition_workflow' ||
    (typeof id === 'string' && actions !== undefined)
  );
}

/** Builds the typed model of a parsed export. Odd shapes are noted and passed over, never thrown at. */
export function readWorkflowFile(value: JsonObject): WorkflowFile {
  const reader = new Reader();
  reader.readExport(value, JsonPathNode.root(), undefined);
  return { exports: reader.exports, targets: reader.targets(), doubled: reader.doubled, isOdd: reader.isOdd };
}

class Reader {
  readonly exports: WorkflowExport[] = [];
  readonly doubled: (Activity | Variable)[] = [];
  isOdd = false;
  #depth = 0;
  /** By id: a sub-workflow brings its own definitions along. */
  readonly #targets = new Grouped<string, JsonObject>();
  readonly #accountKeyTypes = new Grouped<string, string>();
  /** The keys from where a search for references starts to where it is: one stack for all, as new ones cost time. */
  readonly #keys: (string | number)[] = [];

  readExport(value: JsonObject, path: JsonPathNode, parent: WorkflowExport | undefined): void {
    if (!isObject(value.workflow)) {
      this.isOdd = true;
      return;
    }
    if (this.#depth > maximumDepth) throw new RangeError('Workflows are nested too deeply.');
    const references: Reference[] = [];
    const ofActivities: Reference[] = [];
    const workflow = this.#workflow(value.workflow, path.child('workflow'), references, ofActivities);
    const read = { path, parent, workflow, dependencies: this.#dependencies(value, path) };
    this.exports.push(read);
    for (const [id, target] of this.#entries(value.targets)) if (isObject(target)) this.#targets.add(id, target);
    for (const [id, key] of this.#entries(value.runtime_users)) {
      if (isObject(key) && typeof key.type === 'string') this.#accountKeyTypes.add(id, key.type);
    }
    this.#entries(value.target_groups);
    for (const key in value) {
      if (key !== 'workflow' && key !== 'subworkflows')
        collectReferences(value[key], path.child(key), this.#keys, workflow, undefined, references);
    }
    Object.assign(workflow, { allReferences: references.concat(ofActivities) });
    this.#list(value.subworkflows).forEach((sub, index) => {
      this.#depth++;
      if (isObject(sub)) this.readExport(sub, path.child('subworkflows').child(index), read);
      else this.isOdd = true;
      this.#depth--;
    });
  }

  targets(): ReadonlyMap<string, TargetDefinition> {
    const definitions = new Map<string, TargetDefinition>();
    for (const [uniqueName, targets] of this.#targets) {
      const [definition, ...others] = targets.map((target) => this.#targetDefinition(uniqueName, target));
      if (!definition) continue;
      const isAmbiguous = definition.isAmbiguous || others.some((other) => !isSameTarget(definition, other));
      definitions.set(uniqueName, { ...definition, isAmbiguous });
    }
    return definitions;
  }

  #targetDefinition(uniqueName: string, target: JsonObject): TargetDefinition {
    const properties = isObject(target.properties) ? target.properties : {};
    const [accountKeyType, ...others] = new Set(
      this.#accountKeyTypes.of(text(properties.default_runtime_user_id) ?? ''),
    );
    return {
      uniqueName,
      displayName: text(properties.display_name) ?? text(target.name) ?? '',
      host: text(properties.host),
      accountKeyType,
      hasNoAccountKey: properties.no_runtime_user === true,
      isAmbiguous: others.length > 0,
    };
  }

  #workflow(value: JsonObject, path: JsonPathNode, references: Reference[], ofActivities: Reference[]): Workflow {
    const uniqueName = this.#required(value.unique_name);
    const properties = this.#object(value.properties);
    this.#object(properties.target);
    const name = this.#optional(value.name);
    const variables = this.#list(value.variables).flatMap((item, index) =>
      this.#variable(item, path.child('variables').child(index)),
    );
    const activities: Activity[] = [];
    const order = numbering();
    const workflow: Workflow = {
      uniqueName,
      id: bareId(uniqueName),
      title: this.#optional(value.title) ?? name ?? uniqueName,
      description: this.#optional(properties.description),
      properties,
      path,
      variables,
      roots: [],
      activities,
      activityById: new Map(),
      orderOf: (activity) => order(activities).get(activity) ?? -1,
      variableById: this.#byId(variables),
      references,
      allReferences: references,
    };
    const roots: Activity[] = [];
    this.#activities(
      value.actions,
      path.child('actions'),
      { workflow, parent: undefined, all: activities, references: ofActivities, depth: 0 },
      roots,
    );
    for (const key in value) {
      if (key !== 'actions')
        collectReferences(value[key], path.child(key), this.#keys, workflow, undefined, references);
    }
    return Object.assign(workflow, { roots, activityById: this.#byId(activities) });
  }

  #byId<T extends Activity | Variable>(items: readonly T[]): Map<string, T> {
    const byId = new Map<string, T>();
    for (const item of items) byId.set(item.id, item);
    if (byId.size < items.length) for (const item of items) if (byId.get(item.id) !== item) this.doubled.push(item);
    return byId;
  }

  #activities(value: unknown, path: JsonPathNode, context: ActivityContext, into: Activity[]): void {
    const items = this.#list(value);
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      if (isObject(item)) into.push(this.#activity(item, path.append(index), context));
      else this.isOdd = true;
    }
  }

  #activity(value: JsonObject, path: JsonPathNode, context: ActivityContext): Activity {
    const uniqueName = this.#required(value.unique_name);
    const properties = this.#properties(value.properties);
    const references: Reference[] = [];
    const children: Activity[] = [];
    const name = this.#optional(value.name);
    const activity: Activity = {
      uniqueName,
      id: bareId(uniqueName),
      type: this.#required(value.type),
      title: this.#optional(value.title) ?? name ?? uniqueName,
      properties,
      calledId: properties.workflow_id ? bareId(properties.workflow_id) : undefined,
      path,
      workflow: context.workflow,
      parent: context.parent,
      children,
      references,
    };
    context.all.push(activity);
    for (const key in value) {
      if (key === 'actions' || key === 'blocks' || !mayHoldReferences(value[key])) continue;
      this.#keys.push(key);
      collectReferences(value[key], path, this.#keys, context.workflow, activity, references);
      this.#keys.pop();
    }
    for (const reference of references) context.references.push(reference);
    if (context.depth >= maximumDepth) throw new RangeError('Activities are nested too deeply.');
    const { actions, blocks } = value;
    if (actions === undefined && blocks === undefined) return activity;
    const { workflow, all, references: ofAll, depth } = context;
    const inner = { workflow, parent: activity, all, references: ofAll, depth: depth + 1 };
    if (actions !== undefined) this.#activities(actions, path.append('actions'), inner, children);
    if (blocks !== undefined) this.#activities(blocks, path.append('blocks'), inner, children);
    return activity;
  }

  /** The properties with every shape that is not allowed left out, so that nobody stumbles over it. */
  #properties(value: unknown): ActivityProperties {
    const properties = this.#object(value);
    if (isWellShaped(properties)) return properties;
    this.isOdd = true;
    return withoutOddShapes(properties);
  }

  #variable(value: unknown, path: JsonPathNode): Variable[] {
    if (!isObject(value)) {
      this.isOdd = true;
      return [];
    }
    const uniqueName = this.#required(value.unique_name);
    const properties = this.#object(value.properties);
    this.#optional(properties.type);
    const name = this.#optional(properties.name) ?? uniqueName;
    const scope = this.#optional(properties.scope) ?? '';
    const isRequired = properties.is_required === true;
    return [{ uniqueName, id: bareId(uniqueName), name, scope, isRequired, initialValue: properties.value, path }];
  }

  #dependencies(value: JsonObject, path: JsonPathNode): Dependency[] {
    return ['atomic_workflows', 'dependent_workflows'].flatMap((key) =>
      this.#list(value[key]).flatMap((id, index) => {
        if (typeof id === 'string') return [{ id: bareId(id), text: id, path: path.child(key).child(index) }];
        this.isOdd = true;
        return [];
      }),
    );
  }

  #list(value: unknown): readonly unknown[] {
    if (Array.isArray(value)) return value as unknown[];
    if (value !== undefined && value !== null) this.isOdd = true;
    return [];
  }

  #entries(value: unknown): [string, unknown][] {
    return Object.entries(this.#object(value));
  }

  #object(value: unknown): JsonObject {
    if (isObject(value)) return value;
    if (value !== undefined && value !== null) this.isOdd = true;
    return {};
  }

  #required(value: unknown): string {
    if (typeof value === 'string') return value;
    this.isOdd = true;
    return '';
  }

  #optional(value: unknown): string | undefined {
    if (typeof value === 'string') return value;
    if (value !== undefined && value !== null) this.isOdd = true;
    return undefined;
  }
}

/** Numbers the activities when somebody first asks. */
function numbering(): (activities: readonly Activity[]) => ReadonlyMap<Activity, number> {
  let numbers: ReadonlyMap<Activity, number> | undefined;
  return (activities) => (numbers ??= new Map(activities.map((activity, index) => [activity, index])));
}

function isSameTarget(one: TargetDefinition, other: TargetDefinition): boolean {
  return (
    one.displayName === other.displayName && one.host === other.host && one.hasNoAccountKey === other.hasNoAccountKey
  );
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
