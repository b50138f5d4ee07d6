import { earlierActivities } from '../analysis/earlier-activities';
import { isSetVariables } from '../analysis/assignments';
import { bareId, type ReferenceKind } from '../document/reference';
import { isObject } from '../document/shapes';
import type { Activity, Variable } from '../document/workflow';
import { introduce, scopesInWords } from '../reading/introduce';
import { KnownOutputs } from '../reading/known-outputs';
import type { ObjectThing } from '../reading/thing';
import { isId } from '../reading/things';
import type { CompletionKind } from '../reading-service';
import { escaped } from '../text/markdown';
import type { Suggestion, WritingPlace } from './suggestion';

/** A reference that could be written, in its parts. */
interface Candidate {
  readonly kind: ReferenceKind;
  readonly owner: string;
  /** What people call the owner. */
  readonly ownerName: string;
  readonly scope: string;
  readonly member: string;
  readonly memberName: string;
  readonly detail: string;
  readonly markdown?: string;
  readonly group: number;
}

/** Sorted by how likely they are meant: what the loop hands over, what ran before, variables, the rest. */
const groups = { entry: 1, output: 2, variable: 3, global: 4, workflow: 5, common: 6 } as const;

/** All references that make sense under the cursor, narrowed down to what is already written of one. */
export function referenceSuggestions(place: WritingPlace): readonly Suggestion[] {
  const typed = typedOf(place);
  const suggestions: Suggestion[] = [];
  for (const candidate of candidatesFor(place)) {
    const filterText = filterTextFor(candidate, typed);
    if (filterText === undefined) continue;
    const { kind, owner, scope, member, ownerName, memberName, detail, markdown, group } = candidate;
    suggestions.push({
      label: ownerName === '' ? memberName : `${ownerName} › ${memberName}`,
      detail,
      ...(markdown === undefined ? {} : { markdown }),
      kind: kindOf(kind),
      insertText: `$${kind}.${owner}.${scope}.${member}$`,
      filterText,
      group,
      order: suggestions.length,
    });
  }
  return suggestions;
}

function* candidatesFor(place: WritingPlace): Iterable<Candidate> {
  if (isWritten(place)) {
    yield* variables(place, ({ scope }) => scope !== 'input' && scope !== 'static');
    yield* globals(place);
    return;
  }
  yield* outputs(place);
  yield* variables(place, () => true);
  yield* globals(place);
  yield* ownOutputs(place);
}

/** Whether the value under the cursor names the variable that an activity writes. */
function isWritten({ string, activity }: WritingPlace): boolean {
  return string.path.key === 'variable_to_update' && activity !== undefined && isSetVariables(activity);
}

function* outputs({ reading, activity }: WritingPlace): Iterable<Candidate> {
  if (!activity) return;
  const known = new KnownOutputs(reading);
  const { before, loops } = earlierActivities(activity);
  const of = (source: Activity) => {
    const { what } = introduce(reading.things.activity(source), reading);
    const [owner, ownerName] = [source.uniqueName, source.title];
    return { kind: 'activity' as const, owner, ownerName, markdown: `**${escaped(ownerName)}** (${escaped(what)})` };
  };
  for (const loop of loops) {
    const about = { ...of(loop), detail: 'entry of the loop', group: groups.entry };
    for (const { scope, member, name } of known.entriesOf(loop)) yield { ...about, scope, member, memberName: name };
  }
  for (const source of before) {
    const about = { ...of(source), detail: 'output' };
    for (const { scope, member, name, isCommon } of known.of(source)) {
      yield { ...about, scope, member, memberName: name, group: isCommon ? groups.common : groups.output };
    }
  }
}

function* variables({ workflow }: WritingPlace, isWanted: (variable: Variable) => boolean): Iterable<Candidate> {
  for (const variable of workflow.variables) {
    if (!isWanted(variable)) continue;
    const { scope, name, uniqueName } = variable;
    yield {
      kind: 'workflow',
      owner: workflow.uniqueName,
      ownerName: '',
      scope: scope === '' ? 'local' : scope,
      member: uniqueName,
      memberName: name,
      detail: scopesInWords.get(scope) ?? 'variable',
      group: groups.variable,
    };
  }
}

function* globals({ reading }: WritingPlace): Iterable<Candidate> {
  for (const thing of reading.things.objects) {
    if (thing.section !== 'variables') continue;
    const kind = scopeOf(thing) === 'env' ? 'env' : 'global';
    yield {
      kind,
      owner: thing.id,
      ownerName: '',
      scope: kind,
      member: thing.id,
      memberName: introduce(thing, reading).name,
      detail: 'global variable',
      group: groups.global,
    };
  }
}

function scopeOf({ value }: ObjectThing): unknown {
  return isObject(value?.properties) ? value.properties.scope : undefined;
}

function* ownOutputs({ workflow }: WritingPlace): Iterable<Candidate> {
  for (const member of ['instance_id', 'start_time', 'started_by']) {
    yield {
      kind: 'workflow',
      owner: workflow.uniqueName,
      ownerName: workflow.title,
      scope: 'output',
      member,
      memberName: member,
      detail: 'of this workflow',
      group: groups.workflow,
    };
  }
}

function kindOf(kind: ReferenceKind): CompletionKind {
  return kind === 'activity' ? 'activity' : 'variable';
}

/** What is written of the reference before the cursor; empty where none is begun. */
function typedOf({ reading, string: { reference, offset } }: WritingPlace): string {
  return reference ? reading.analysis.document.text.slice(reference.start, offset) : '';
}

/**
 * The reference with names in place of ids, since that is what people type; but what is written already stays as it is,
 * or an editor would not find it. Nothing where it names something else.
 */
function filterTextFor(candidate: Candidate, typed: string): string | undefined {
  const { kind, owner, ownerName, scope, member, memberName } = candidate;
  const byName = [ownerName, scope, memberName].filter((part) => part !== '');
  if (!typed.startsWith('$')) return byName.join('.');
  const [typedKind, typedOwner = '', typedScope, ...typedMember] = typed.slice(1).split('.');
  if (!isPartOfId(typedOwner, owner)) return isId(typedOwner) ? undefined : `$${[kind, ...byName].join('.')}`;
  if (typedScope === undefined) return `$${[kind, typedOwner, ...byName].join('.')}`;
  if (typedKind !== kind || (typedMember.length > 0 && typedScope !== scope)) return undefined;
  const [first = ''] = typedMember;
  const written = isPartOfId(first, member) && first !== memberName ? [first] : [];
  return `$${[kind, typedOwner, scope, ...written, memberName].join('.')}`;
}

function isPartOfId(typed: string, id: string): boolean {
  return typed !== '' && (id.startsWith(typed) || bareId(id).startsWith(typed));
}
