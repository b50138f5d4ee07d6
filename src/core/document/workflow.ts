import type { JsonPath, JsonPathNode } from './json-path';
import type { ReferenceText } from './reference';
import type { ActivityProperties } from './schema';

/** A reference and the string that holds it. */
export class Reference {
  readonly to: ReferenceText;
  /** The whole decoded string; equal to `to.text` where the reference is all of it. */
  readonly value: string;
  /** The workflow that holds it. */
  readonly workflow: Workflow;
  /** The activity whose own properties hold it; `undefined` for a place outside every activity. */
  readonly activity: Activity | undefined;
  /** From the activity, or whatever else was read, to the string. */
  readonly keys: JsonPath;
  readonly base: JsonPathNode;
  /** `null`: looked for, and not there. */
  #source: Activity | null | undefined;
  #variable: Variable | null | undefined;

  constructor(
    to: ReferenceText,
    value: string,
    workflow: Workflow,
    activity: Activity | undefined,
    base: JsonPathNode,
    keys: JsonPath,
  ) {
    this.to = to;
    this.value = value;
    this.workflow = workflow;
    this.activity = activity;
    this.keys = keys;
    this.base = base;
  }

  get path(): JsonPathNode {
    return this.base.descendant(this.keys);
  }

  /** The activity of its own workflow that it names. */
  get source(): Activity | undefined {
    if (this.to.kind !== 'activity') return undefined;
    // Not `??=`, which would look again for what is not there.
    if (this.#source === undefined) this.#source = this.workflow.activityById.get(this.to.owner) ?? null;
    return this.#source ?? undefined;
  }

  /** The variable of its own workflow that it names, whatever the scope. */
  get variable(): Variable | undefined {
    if (this.to.kind !== 'workflow') return undefined;
    if (this.#variable === undefined) this.#variable = this.#findVariable() ?? null;
    return this.#variable ?? undefined;
  }

  /** The same where the scope is local. */
  get localVariable(): Variable | undefined {
    const { variable } = this;
    if (!variable || this.to.scope !== 'local') return undefined;
    return variable.scope === 'local' || variable.scope === '' ? variable : undefined;
  }

  /** The same where both are an input of the workflow. */
  get inputVariable(): Variable | undefined {
    const { variable } = this;
    return variable?.scope === 'input' && this.to.scope === 'input' ? variable : undefined;
  }

  #findVariable(): Variable | undefined {
    const { owner, member } = this.to;
    if (owner !== this.workflow.id) return undefined;
    const { variableById } = this.workflow;
    // A table's column is read behind the table's id.
    return variableById.get(member) ?? variableById.get(member.slice(0, Math.max(0, member.indexOf('.'))));
  }

  get isWhole(): boolean {
    return this.value.length === this.to.text.length;
  }
}

/** A step of a workflow, a container of steps, or a branch. */
export interface Activity {
  /** As the file has it, with prefix. */
  readonly uniqueName: string;
  readonly id: string;
  readonly type: string;
  /** The title, or what else tells a person which activity it is. */
  readonly title: string;
  readonly properties: ActivityProperties;
  /** The id, without prefix, of the atomic or the sub-workflow that it calls. */
  readonly calledId: string | undefined;
  readonly path: JsonPathNode;
  readonly workflow: Workflow;
  readonly parent: Activity | undefined;
  /** In the order in which the file lists them: `actions`, then `blocks`. */
  readonly children: readonly Activity[];
  /** The references in its own properties, those of its children left aside. */
  readonly references: readonly Reference[];
}

export interface Variable {
  readonly uniqueName: string;
  readonly id: string;
  readonly name: string;
  readonly scope: string;
  readonly isRequired: boolean;
  /** The value that it starts with. */
  readonly initialValue: unknown;
  readonly path: JsonPathNode;
}

export interface Workflow {
  readonly uniqueName: string;
  readonly id: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly path: JsonPathNode;
  readonly variables: readonly Variable[];
  /** The outermost activities. */
  readonly roots: readonly Activity[];
  /** All activities, each before its children. */
  readonly activities: readonly Activity[];
  readonly activityById: ReadonlyMap<string, Activity>;
  readonly variableById: ReadonlyMap<string, Variable>;
  /** The place of an activity in the order of the file. */
  readonly orderOf: (activity: Activity) => number;
  /** References outside every activity: in properties, variables, triggers and whatever else the export holds. */
  readonly references: readonly Reference[];
  /** These, and then those of all activities. */
  readonly allReferences: readonly Reference[];
}

/** A target that the file embeds. */
export interface TargetDefinition {
  readonly uniqueName: string;
  readonly displayName: string;
  readonly host: string | undefined;
  /** The `type` of its account key where the file embeds that, too: `runtime_user.oauth_integration`, ... */
  readonly accountKeyType: string | undefined;
  readonly hasNoAccountKey: boolean;
  /** Whether the file defines the same id twice and in different ways, at different levels. */
  readonly isAmbiguous: boolean;
}

export interface Dependency {
  /** The workflow's id without prefix. */
  readonly id: string;
  /** As the file has it. */
  readonly text: string;
  readonly path: JsonPathNode;
}

/** One `{workflow, ...}`: the file itself or a sub-workflow embedded in it. */
export interface WorkflowExport {
  readonly path: JsonPathNode;
  readonly workflow: Workflow;
  readonly parent: WorkflowExport | undefined;
  readonly dependencies: readonly Dependency[];
}

/** All of a file: its exports, outermost first. */
export interface WorkflowFile {
  readonly exports: readonly WorkflowExport[];
  /** By their unique name, from every level. */
  readonly targets: ReadonlyMap<string, TargetDefinition>;
  /** Activities and variables whose id another one of the same workflow has, too: nobody can tell which is meant. */
  readonly doubled: readonly (Activity | Variable)[];
  /** Whether some shape is not what the format allows, so that parts of the file could not be read. */
  readonly isOdd: boolean;
}
