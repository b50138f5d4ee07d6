import { activityTypeOf, commonOutputs } from '../catalog/activity-types';
import { systemGenerator } from '../catalog/atomics';
import { bareId } from '../document/reference';
import { isObject } from '../document/shapes';
import type { Activity, Reference } from '../document/workflow';
import type { DocumentReading } from './document-reading';

/** Something that can be read of an activity. */
export interface KnownOutput {
  /** `output`, or `input` for what a loop hands to its body. */
  readonly scope: string;
  /** As a reference writes it. */
  readonly member: string;
  /** The same, in the words of whoever made it. */
  readonly name: string;
  /** Whether every activity has it. */
  readonly isCommon?: true;
}

/** What the activities of one file are known to give: told by its definitions, by its catalogue, or by what it reads. */
export class KnownOutputs {
  readonly #reading: DocumentReading;
  readonly #byCalled = new Map<string, readonly KnownOutput[]>();
  /** What the file reads of activities: by one of them and a scope, by their type, and by what they call. */
  readonly #read = new Map<string, Map<string, string>>();

  constructor(reading: DocumentReading) {
    this.#reading = reading;
    for (const { workflow } of reading.file.exports) {
      this.#addRead(workflow.references);
      for (const { references } of workflow.activities) this.#addRead(references);
    }
  }

  of(activity: Activity): readonly KnownOutput[] {
    return [...this.#own(activity), ...common];
  }

  /** What a loop hands to the activities in it. */
  entriesOf({ id }: Activity): readonly KnownOutput[] {
    const members = new Set(['source_array[@]', ...this.#readOf(`${id} input`).values()]);
    return Array.from(members, (member) => ({ scope: 'input', member, name: member }));
  }

  #own(activity: Activity): readonly KnownOutput[] {
    const { calledId, type, properties, id } = activity;
    if (calledId !== undefined) {
      let known = this.#byCalled.get(calledId);
      if (!known) this.#byCalled.set(calledId, (known = this.#ofDefinition(calledId)));
      return known;
    }
    const members = new Set([
      ...namedOutputs(type, properties),
      ...(activityTypeOf(type)?.outputs ?? []),
      ...this.#readOf(`${id} output`).values(),
      ...this.#readOf(type).values(),
    ]);
    for (const each of commonOutputs) members.delete(each);
    return Array.from(members, (member) => ({ scope: 'output', member, name: member }));
  }

  #ofDefinition(calledId: string): readonly KnownOutput[] {
    const { things, elsewhere } = this.#reading;
    const definition = things.workflowWith(calledId) ?? elsewhere(calledId)?.reading.things.workflowWith(calledId);
    const declared = definition?.variables.filter(({ scope }) => scope === 'output') ?? [];
    const known = new Map(declared.map(({ uniqueName, id, name }) => [id, { member: uniqueName, name }]));
    if (calledId === systemGenerator.id && !known.has(systemGenerator.tokenOutput)) {
      const member = `variable_workflow_${systemGenerator.tokenOutput}`;
      known.set(systemGenerator.tokenOutput, { member, name: 'Access Token' });
    }
    for (const [id, member] of this.#readOf(calledId)) {
      if (!known.has(id) && !commonOutputs.includes(member)) known.set(id, { member, name: id });
    }
    return Array.from(known.values(), (each) => ({ scope: 'output', ...each }));
  }

  #addRead(references: readonly Reference[]): void {
    for (const { source, to } of references) {
      if (!source || to.member === '') continue;
      const member = to.text.slice(1, -1).split('.').slice(3).join('.');
      this.#add(`${source.id} ${to.scope}`, bareId(member), member);
      if (to.scope !== 'output') continue;
      if (source.calledId !== undefined) this.#add(source.calledId, bareId(member), member);
      // What stands behind a dot or in brackets is of that one activity.
      else if (!/[.[]/.test(member)) this.#add(source.type, member, member);
    }
  }

  #readOf(key: string): ReadonlyMap<string, string> {
    return this.#read.get(key) ?? nothing;
  }

  #add(key: string, id: string, member: string): void {
    const members = this.#read.get(key) ?? new Map<string, string>();
    if (!members.has(id)) this.#read.set(key, members.set(id, member));
  }
}

const nothing: ReadonlyMap<string, string> = new Map();

const common: readonly KnownOutput[] = commonOutputs.map((member) => ({
  scope: 'output',
  member,
  name: member,
  isCommon: true,
}));

/** What the activity's own properties name: `script_queries.title`. */
function namedOutputs(type: string, properties: Readonly<Record<string, unknown>>): readonly string[] {
  const named = activityTypeOf(type)?.namedOutputs;
  if (!named) return [];
  const items = properties[named.list];
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown) => {
    const name = isObject(item) ? item[named.name] : undefined;
    return typeof name === 'string' && name !== '' ? [`${named.list}.${name}`] : [];
  });
}
