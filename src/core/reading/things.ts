import { lineage, valueAt, type JsonPathNode } from '../document/json-path';
import { bareId } from '../document/reference';
import { isObject } from '../document/shapes';
import type { Activity, Reference, Variable, Workflow, WorkflowFile } from '../document/workflow';
import { sections, type ObjectThing, type Section, type Thing } from './thing';

/** What ids begin with, by what they stand for. */
const prefixes: readonly (readonly [prefix: string, section: Section])[] = [
  ['definition_target_', 'targets'],
  ['target_group_', 'target_groups'],
  ['definition_runtime_user_', 'runtime_users'],
  ['variable_', 'variables'],
  ['category_', 'categories'],
  ['trigger', 'triggers'],
  ['schedule_', 'schedules'],
  ['event_', 'events'],
  ['rule', 'rules'],
  ['webhook_', 'webhooks'],
  ['tabletype_', 'table_types'],
];

const idShape = /^(?:[a-z_]+_)?[0-9A-Za-z]{35}$/;

/** Whether a text is an id and nothing else. */
export function isId(text: string): boolean {
  return text.length >= 35 && text.length < 80 && idShape.test(text);
}

/** Tells what the ids of one file stand for; one object for each thing. */
export class Things {
  readonly #workflows = new Map<string, Workflow>();
  readonly #objects = new Map<string, ObjectThing>();
  readonly #made = new Map<unknown, Thing>();
  readonly #elsewhere = new Map<string, Thing>();

  constructor(file: WorkflowFile, root: unknown) {
    for (const { workflow, path } of file.exports) {
      if (!this.#workflows.has(workflow.id)) this.#workflows.set(workflow.id, workflow);
      this.#addObjects(valueAt(root, path.toArray()), path);
    }
  }

  activity(activity: Activity): Thing {
    return this.#once(activity, () => ({ kind: 'activity', activity }));
  }

  variable(variable: Variable, workflow: Workflow): Thing {
    return this.#once(variable, () => ({ kind: 'variable', variable, workflow }));
  }

  workflow(workflow: Workflow): Thing {
    return this.#once(workflow, () => ({ kind: 'workflow', workflow }));
  }

  get objects(): Iterable<ObjectThing> {
    return this.#objects.values();
  }

  /** The workflow of this file that has the id. */
  workflowWith(id: string): Workflow | undefined {
    return this.#workflows.get(id);
  }

  /** A workflow or an atomic, in this file or elsewhere. */
  definition(id: string): Thing {
    const workflow = this.#workflows.get(id);
    return workflow ? this.workflow(workflow) : this.#onceElsewhere(id, () => ({ kind: 'called', id }));
  }

  /** An input or an output of a workflow or an atomic, in this file or elsewhere. */
  variableOf(workflowId: string, id: string): Thing {
    const workflow = this.#workflows.get(workflowId);
    const variable = workflow?.variableById.get(id);
    if (workflow && variable) return this.variable(variable, workflow);
    return this.#onceElsewhere(`${workflowId} ${id}`, () => ({ kind: 'called-variable', workflowId, id }));
  }

  /** What a reference names; nothing where it names nothing that has an id, or that the workflow does not hold. */
  referredBy({ to: { kind, owner, text }, path, source, variable, workflow }: Reference): Thing | undefined {
    if (source) return this.activity(source);
    if (variable) return this.variable(variable, workflow);
    switch (kind) {
      case 'activity':
        return undefined;
      case 'workflow':
        return owner === workflow.id ? this.workflow(workflow) : undefined;
      case 'global':
      case 'env':
        return isId(owner) ? this.#object(`variable_${owner}`, 'variables') : undefined;
      case 'output':
        return this.expression(text, this.#objectAround(path));
      case 'trigger':
      case 'targetgroup':
        if (isId(owner)) return this.#objectById(owner);
        return kind === 'targetgroup' && owner !== '' ? this.expression(text) : undefined;
    }
  }

  /** @param workflow the one that holds the id: copies of a workflow have the same ids for things of their own. */
  named(id: string, workflow: Workflow): Thing | undefined {
    const bare = bareId(id);
    const object = this.object(bare);
    if (object) return object;
    const activity = workflow.activityById.get(bare);
    if (activity) return this.activity(activity);
    const variable = workflow.variableById.get(bare);
    if (variable) return this.variable(variable, workflow);
    if (id.startsWith('definition_workflow_') || this.#workflows.has(bare)) return this.definition(bare);
    if (id.startsWith('definition_activity_') || id.startsWith('variable_workflow_')) return undefined;
    return this.#objectById(id);
  }

  /** What the file holds in one of its sections. */
  object(id: string): ObjectThing | undefined {
    return this.#objects.get(bareId(id));
  }

  /** @param around whose it is, where others may have the same. */
  expression(text: string, around?: ObjectThing): Thing {
    const make = (): Thing => ({ kind: 'expression', text, ...(around ? { around } : {}) });
    return this.#onceElsewhere(`${text} ${around?.id ?? ''}`, make);
  }

  #objectAround(path: JsonPathNode): ObjectThing | undefined {
    for (const { key } of lineage(path)) {
      const object = this.object(String(key));
      if (object) return object;
    }
    return undefined;
  }

  /** By what the id begins with where the file does not hold it. */
  #objectById(id: string): Thing | undefined {
    const section = prefixes.find(([prefix]) => id.startsWith(prefix))?.[1];
    return this.object(id) ?? (section && this.#object(id, section));
  }

  #addObjects(value: unknown, path: JsonPathNode): void {
    if (!isObject(value)) return;
    for (const section of sections) {
      const items = value[section];
      if (!isObject(items)) continue;
      for (const [id, item] of Object.entries(items)) {
        if (!isObject(item) || this.#objects.has(bareId(id))) continue;
        const place = path.child(section).child(id);
        this.#objects.set(bareId(id), { kind: 'object', section, id, value: item, path: place });
      }
    }
  }

  #object(id: string, section: Section): Thing {
    const make = (): Thing => ({ kind: 'object', section, id, value: undefined, path: undefined });
    return this.object(id) ?? this.#onceElsewhere(`${section} ${id}`, make);
  }

  #once(of: Activity | Variable | Workflow, make: () => Thing): Thing {
    let thing = this.#made.get(of);
    if (!thing) this.#made.set(of, (thing = make()));
    return thing;
  }

  #onceElsewhere(key: string, make: () => Thing): Thing {
    let thing = this.#elsewhere.get(key);
    if (!thing) this.#elsewhere.set(key, (thing = make()));
    return thing;
  }
}
