import { isWrite } from '../analysis/assignments';
import { integrationIn } from '../catalog/integrations';
import { valueAt, type JsonPathNode } from '../document/json-path';
import { bareId } from '../document/reference';
import { isObject } from '../document/shapes';
import type { Activity, Reference, Variable, Workflow, WorkflowExport, WorkflowFile } from '../document/workflow';
import type { Mention, MentionRole } from './mention';
import type { Thing } from './thing';
import { isId, type Things } from './things';

const definitionId = /^(?:definition_workflow_)?[0-9A-Za-z]{35}$/;

type JsonObject = Readonly<Record<string, unknown>>;

/** Every place of a file that names a thing, roughly in the order of the file. */
export function findMentions(file: WorkflowFile, root: unknown, things: Things): Mention[] {
  const found: Mention[] = [];
  for (const each of file.exports) new MentionFinder(each, things, found).find(valueAt(root, each.path.toArray()));
  return found;
}

class MentionFinder {
  readonly #workflow: Workflow;
  readonly #path: JsonPathNode;
  readonly #things: Things;
  readonly #found: Mention[];
  readonly #keys: (string | number)[] = [];

  constructor({ workflow, path }: WorkflowExport, things: Things, found: Mention[]) {
    this.#workflow = workflow;
    this.#path = path;
    this.#things = things;
    this.#found = found;
  }

  find(value: unknown): void {
    if (!isObject(value) || !isObject(value.workflow)) return;
    const workflow = this.#workflow;
    const thing = this.#things.workflow(workflow);
    this.#addTitle(thing, value.workflow, workflow.path, undefined);
    for (const variable of workflow.variables) this.#addVariable(variable);
    this.#addReferences(workflow.references);
    this.#addIds(value.workflow, workflow.path, undefined, ['actions']);
    for (const activity of workflow.activities) this.#addActivity(activity, value);
    this.#addIds(value, this.#path, undefined, ['workflow', 'subworkflows']);
  }

  #addVariable(variable: Variable): void {
    const { path, name, uniqueName } = variable;
    const thing = this.#things.variable(variable, this.#workflow);
    if (name !== uniqueName) this.#add(thing, 'name', path.child('properties').child('name'), name);
  }

  #addActivity(activity: Activity, value: JsonObject): void {
    const own = below(value, this.#path, activity.path);
    if (!isObject(own)) return;
    this.#addTitle(this.#things.activity(activity), own, activity.path, activity);
    this.#addReferences(activity.references);
    this.#addIds(own, activity.path, activity, ['actions', 'blocks']);
  }

  /** A title stands among the properties, too. */
  #addTitle(thing: Thing, own: JsonObject, path: JsonPathNode, activity: Activity | undefined): void {
    const { title, properties } = own;
    if (typeof title !== 'string') return;
    this.#add(thing, 'name', path.child('title'), title, activity);
    if (!isObject(properties) || properties.display_name !== title) return;
    this.#add(thing, 'name', path.child('properties').child('display_name'), title, activity);
  }

  #addReferences(references: readonly Reference[]): void {
    for (const reference of references) {
      const thing = this.#things.referredBy(reference);
      if (!thing) continue;
      const { index, text } = reference.to;
      this.#found.push({
        thing,
        role: isWrite(reference) ? 'write' : 'read',
        path: reference.path,
        part: { start: index, end: index + text.length },
        reference,
        workflow: this.#workflow,
        activity: reference.activity,
      });
    }
  }

  /** @param without keys of the value itself that are not looked into. */
  #addIds(value: unknown, base: JsonPathNode, activity: Activity | undefined, without: readonly string[] = []): void {
    if (typeof value === 'string') {
      if (isId(value)) this.#addId(value, base.descendant(this.#keys), activity);
      else if (integrationIn(value)) {
        this.#add(this.#things.expression(value), 'use', base.descendant(this.#keys), value, activity);
      }
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const isList = Array.isArray(value);
    for (const key in value) {
      if (without.includes(key)) continue;
      this.#keys.push(isList ? Number(key) : key);
      if (!isList && isId(key)) this.#addKey(key, base, activity);
      this.#addIds((value as Readonly<Record<string, unknown>>)[key], base, activity);
      this.#keys.pop();
    }
  }

  #addId(id: string, path: JsonPathNode, activity: Activity | undefined): void {
    // A trigger refers to an event or a schedule by the same key.
    const isCall = path.key === 'workflow_id' || (path.key === 'ref_id' && definitionId.test(id));
    const thing = isCall ? this.#things.definition(bareId(id)) : this.#things.named(id, this.#workflow);
    if (!thing) return;
    const isOwn = path.key === 'unique_name' && this.#isOfThing(thing, path.parent);
    const role = isOwn ? 'definition' : activity && path.key === 'workflow_id' ? 'call' : 'use';
    this.#add(thing, role, path, id, activity);
  }

  #addKey(key: string, base: JsonPathNode, activity: Activity | undefined): void {
    const path = base.descendant(this.#keys);
    const calledId = path.parent?.key === 'input' ? activity?.calledId : undefined;
    const isInput = calledId !== undefined;
    const thing = isInput ? this.#things.variableOf(calledId, bareId(key)) : this.#things.named(key, this.#workflow);
    if (!thing) return;
    const role = thing.kind === 'object' && thing.path === path ? 'definition' : isInput ? 'write' : 'use';
    this.#found.push({ thing, role, path, onKey: true, workflow: this.#workflow, activity });
  }

  #isOfThing(thing: Thing, path: JsonPathNode | undefined): boolean {
    switch (thing.kind) {
      case 'activity':
        return thing.activity.path === path;
      case 'variable':
        return thing.variable.path === path;
      case 'workflow':
        return thing.workflow.path === path;
      case 'object':
        return thing.path === path;
      case 'called':
      case 'called-variable':
      case 'expression':
        return false;
    }
  }

  #add(thing: Thing, role: MentionRole, path: JsonPathNode, text: string, activity?: Activity): void {
    const part = { start: 0, end: text.length };
    this.#found.push({ thing, role, path, part, workflow: this.#workflow, activity });
  }
}

/** The value at a path below another one, without walking from the root each time. */
function below(value: unknown, base: JsonPathNode, path: JsonPathNode): unknown {
  const keys: (string | number)[] = [];
  for (let node: JsonPathNode | undefined = path; node && node !== base; node = node.parent) keys.push(node.key);
  return valueAt(value, keys.reverse());
}
