import { tokenConsumers, tokenGenerators, type TokenConsumer, type TokenGenerator } from '../catalog/atomics';
import { successors, type Successor } from '../catalog/successors';
import type { JsonPathNode } from '../document/json-path';
import { bareId } from '../document/reference';
import type { Activity, Reference, WorkflowFile } from '../document/workflow';
import type { JsonOperation } from '../edits/json-operation';
import { isPropertyName } from './token-flow';

type Atomic = TokenConsumer | TokenGenerator;

/** A call of a retired atomic, of which every part has its counterpart in a call of the system atomic. */
export interface Replacement {
  readonly kind: 'replacement';
  readonly activity: Activity;
  readonly retired: Atomic;
  readonly successor: Atomic;
  /** The inputs of the call with their new keys. */
  readonly inputs: readonly { readonly path: JsonPathNode; readonly name: string }[];
  /** The references that read the call's outputs, with the ids that these have now. */
  readonly outputs: readonly { readonly reference: Reference; readonly id: string }[];
}

/** What keeps a retired atomic from being replaced. */
export type Gap =
  | { readonly kind: 'no-successor' }
  /** The file says itself what the atomic does, and that may be another thing than Cisco's. */
  | { readonly kind: 'own-definition'; readonly successor: Atomic }
  /** The call has an input, or somebody reads an output, of which no counterpart is known. */
  | { readonly kind: 'input' | 'output'; readonly successor: Atomic; readonly name: string };

const atomicById: ReadonlyMap<string, Atomic> = new Map(
  [...tokenConsumers, ...tokenGenerators].map((atomic) => [atomic.id, atomic]),
);

export function isRetired(atomic: Atomic): boolean {
  return atomic.generation === 'v2' || atomic.generation === 'ctr';
}

/** The retired atomic that an activity calls. */
export function retiredCalledBy({ type, calledId = '' }: Activity): Atomic | undefined {
  const atomic = type === 'workflow.atomic_workflow' ? atomicById.get(calledId) : undefined;
  return atomic && isRetired(atomic) ? atomic : undefined;
}

/**
 * Whether the system atomic can take the place of the retired one that an activity calls.
 *
 * @param readers all references to the activity.
 * @param definitions the ids of the workflows that the file holds.
 */
export function findReplacement(
  activity: Activity,
  retired: Atomic,
  readers: readonly Reference[],
  definitions: ReadonlySet<string>,
): Replacement | Gap {
  const known = successors.get(retired.id);
  const successor = known && atomicById.get(known.id);
  if (!known || !successor) return { kind: 'no-successor' };
  if (definitions.has(retired.id)) return { kind: 'own-definition', successor };

  const path = activity.path.descendant(['properties', 'input']);
  const inputs = new Map<string, { path: JsonPathNode; name: string }>();
  for (const [key, value] of Object.entries(activity.properties.input ?? {})) {
    const id = inputAfter(bareId(key), value, known);
    if (id === undefined || inputs.has(id)) return { kind: 'input', successor, name: key };
    inputs.set(id, { path: path.child(key), name: withPrefixOf(key, id) });
  }
  const outputs: { reference: Reference; id: string }[] = [];
  for (const reference of readers) {
    const { scope, member, text } = reference.to;
    // Whether it succeeded, when it ended: that every activity tells.
    if (isPropertyName(member)) continue;
    const id = scope === 'output' ? known.outputs.get(member) : undefined;
    if (id === undefined) return { kind: 'output', successor, name: text };
    outputs.push({ reference, id });
  }
  return { kind: 'replacement', activity, retired, successor, inputs: [...inputs.values()], outputs };
}

function inputAfter(id: string, value: unknown, { inputs, emptyInputs }: Successor): string | undefined {
  return inputs.get(id) ?? (value === '' ? emptyInputs.get(id) : undefined);
}

/** An id written as another one is: with a prefix or without. */
export function withPrefixOf(written: string, id: string): string {
  return written.slice(0, written.length - bareId(written).length) + id;
}

/** @param emptied references that go anyway; two edits cannot meet in one place. */
export function replacementOperations(
  { activity, successor, inputs, outputs }: Replacement,
  emptied: ReadonlySet<Reference>,
): JsonOperation[] {
  const { properties } = activity;
  const path = activity.path.child('properties');
  const id = withPrefixOf(properties.workflow_id ?? '', successor.id);
  return [
    { kind: 'set', path: path.child('workflow_id'), value: id },
    properties.workflow_name === undefined
      ? {
          kind: 'insert',
          path,
          at: placeAfter('workflow_id', properties),
          name: 'workflow_name',
          value: successor.name,
        }
      : { kind: 'set', path: path.child('workflow_name'), value: successor.name },
    ...inputs.map((input): JsonOperation => ({ kind: 'rename', ...input })),
    ...outputs
      .filter(({ reference }) => !emptied.has(reference))
      .map(({ reference: { path, to }, id }): JsonOperation => {
        const end = to.index + to.text.length - 1;
        return { kind: 'splice', path, start: end - to.member.length, end, text: id };
      }),
  ];
}

function placeAfter(key: string, holder: object): number {
  return Object.keys(holder).indexOf(key) + 1;
}

/** All ids that a retired atomic goes by: its own, its inputs', its outputs'. */
export function idsOf(retired: string): readonly string[] {
  const known = successors.get(retired);
  return known ? [retired, ...namesIn(known)] : [];
}

function namesIn({ inputs, emptyInputs, outputs }: Successor): string[] {
  return [inputs, emptyInputs, outputs].flatMap((ids) => [...ids.keys()]);
}

/** By the id of a system atomic: the inputs and outputs that only its predecessors have. */
const oldNames = new Map<string, Set<string>>();
for (const successor of successors.values()) {
  const names = oldNames.get(successor.id) ?? new Set();
  for (const name of namesIn(successor)) names.add(name);
  oldNames.set(successor.id, names);
}

/** Where a call of a system atomic is given an input, or read an output, that only a retired one has. */
export function* findOldNames({ exports }: WorkflowFile): Iterable<string> {
  for (const { workflow } of exports) {
    for (const activity of workflow.activities) {
      const names = oldNames.get(activity.calledId ?? '');
      for (const key of names ? Object.keys(activity.properties.input ?? {}) : []) {
        if (names?.has(bareId(key))) yield `${activity.uniqueName}: ${key}`;
      }
    }
    for (const { source, to } of workflow.allReferences) {
      if (source && oldNames.get(source.calledId ?? '')?.has(to.member)) yield to.text;
    }
  }
}
