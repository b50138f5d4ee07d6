import type { Activity, Reference, Variable } from '../document/workflow';
import { isSetVariables, isWrite, type Assignment } from './assignments';
import { Grouped } from '../document/grouped';
import { isTime, type GeneratorCall, type TokenFlow } from './token-flow';

/** What exists for the token's sake at most: it goes, unless something that stays needs it. */
export interface Bookkeeping {
  readonly activities: ReadonlySet<Activity>;
  readonly variables: ReadonlySet<Variable>;
}

const containers: ReadonlySet<string> = new Set([
  'logic.group',
  'logic.if_else',
  'logic.condition_block',
  'logic.parallel',
  'logic.parallel_block',
  'logic.for_each',
  'logic.while',
]);
/** A loop runs its body for what it does outside the body as well; it is never taken for bookkeeping. */
const loops: ReadonlySet<string> = new Set(['logic.for_each', 'logic.while']);
const branches: ReadonlySet<string> = new Set(['logic.condition_block', 'logic.parallel_block']);
/** Activities that only compute: removing one whose output nobody reads changes nothing. */
const dateActivities: ReadonlySet<string> = new Set(['core.calculate_date', 'core.calculate_date_time_difference']);

export function isContainer(activity: Activity): boolean {
  return containers.has(activity.type) || activity.children.length > 0;
}

export function isLoop(activity: Activity): boolean {
  return loops.has(activity.type);
}

export function isBranch(activity: Activity): boolean {
  return branches.has(activity.type);
}

export function isDateActivity(activity: Activity): boolean {
  return dateActivities.has(activity.type);
}

/**
 * Everything that could go with the given generators and inputs. Starts from these and what they fill, and takes in,
 * round by round, what only serves or is only served by what is in already.
 *
 * @param inputs will be passed no token any more; they stay all the same.
 */
export function findBookkeeping(
  flow: TokenFlow,
  generators: readonly GeneratorCall[],
  inputs: ReadonlySet<Variable> = new Set(),
): Bookkeeping {
  if (generators.length === 0 && inputs.size === 0) return { activities: new Set(), variables: new Set() };
  const finder = new BookkeepingFinder(flow, generators, inputs);
  while (finder.round());
  return finder;
}

class BookkeepingFinder implements Bookkeeping {
  readonly activities = new Set<Activity>();
  readonly variables = new Set<Variable>();
  readonly #flow: TokenFlow;
  readonly #inputs: ReadonlySet<Variable>;
  readonly #dateActivities: readonly Activity[];
  readonly #readersOfActivity = new Grouped<Activity, Activity | undefined>();
  readonly #readersOfVariable = new Grouped<Variable, Activity | undefined>();

  constructor(flow: TokenFlow, generators: readonly GeneratorCall[], inputs: ReadonlySet<Variable>) {
    this.#flow = flow;
    this.#inputs = inputs;
    this.#dateActivities = flow.workflow.activities.filter(isDateActivity);
    for (const { activity } of generators) this.activities.add(activity);
    for (const reference of flow.workflow.allReferences) this.#note(reference);
  }

  /** Whether anything new was found. */
  round(): boolean {
    const before = this.activities.size + this.variables.size;
    for (const assignment of this.#flow.assignments) this.#considerVariable(assignment);
    for (const activity of this.#undecided()) {
      if (!this.activities.has(activity) && this.#isBookkeeping(activity)) this.#add(activity);
    }
    return this.activities.size + this.variables.size > before;
  }

  /** What may turn out to be bookkeeping: what stores, what computes dates, and the containers of what is already. */
  *#undecided(): Iterable<Activity> {
    for (const { activity } of this.#flow.assignments) yield activity;
    yield* this.#dateActivities;
    const around = new Set<Activity>();
    for (const { parent } of this.activities) {
      for (let container = parent; container && !around.has(container); container = container.parent)
        around.add(container);
    }
    yield* around;
  }

  #considerVariable(assignment: Assignment): void {
    const { activity, variable, reads } = assignment;
    if (!variable || this.variables.has(variable) || this.#flow.mixed.has(variable)) return;
    const isFilled = this.#flow.stored(assignment) !== undefined && reads.some((read) => this.#isFromBookkeeping(read));
    const isOnlyServing = this.#readersOfVariable.of(variable).every((reader) => this.#has(reader));
    const hasReader = this.#readersOfVariable.of(variable).length > 0;
    if (isFilled || (hasReader && isOnlyServing && this.activities.has(activity))) this.variables.add(variable);
    else if (hasReader && isOnlyServing && reads.every((read) => isTime(read.to.member))) this.variables.add(variable);
  }

  #isFromBookkeeping(read: Reference): boolean {
    const { source, localVariable, inputVariable } = read;
    if (source) return this.activities.has(source);
    if (inputVariable) return this.#inputs.has(inputVariable);
    return localVariable !== undefined && this.variables.has(localVariable);
  }

  #isBookkeeping(activity: Activity): boolean {
    if (isLoop(activity)) return false;
    if (isContainer(activity)) return isBranch(activity) ? false : this.#holdsOnlyBookkeeping(activity);
    if (isSetVariables(activity)) return this.#storesOnlyBookkeeping(activity);
    if (!isDateActivity(activity)) return false;
    const readers = this.#readersOfActivity.of(activity);
    if (readers.length > 0 && readers.every((reader) => this.#has(reader))) return true;
    return activity.references.some((r) => this.#isTokenTime(r));
  }

  /** Its branches go with a block; empty ones may be among them, but not all. */
  #holdsOnlyBookkeeping(activity: Activity): boolean {
    return hasLeaf(activity) && this.#isWhollyBookkeeping(activity);
  }

  /** Ends at the first leaf that is none, which in most containers comes first. */
  #isWhollyBookkeeping(activity: Activity): boolean {
    if (isLeaf(activity)) return this.activities.has(activity);
    return activity.children.every((child) => this.#isWhollyBookkeeping(child));
  }

  #storesOnlyBookkeeping(activity: Activity): boolean {
    const own = this.#flow.assignmentsOf(activity);
    return own.length > 0 && own.every(({ variable }) => variable !== undefined && this.variables.has(variable));
  }

  #isTokenTime(reference: Reference): boolean {
    const variable = reference.localVariable;
    return variable !== undefined && this.#flow.carriers.time.has(variable) && this.variables.has(variable);
  }

  #add(activity: Activity): void {
    this.activities.add(activity);
    for (const child of activity.children) this.#add(child);
  }

  #has(reader: Activity | undefined): boolean {
    if (!reader) return false;
    if (this.activities.has(reader)) return true;
    // A branch's condition goes with its block, which is bookkeeping as soon as all that it holds is.
    const block = isBranch(reader) ? reader.parent : undefined;
    return block !== undefined && this.#holdsOnlyBookkeeping(block);
  }

  #note(reference: Reference): void {
    if (isWrite(reference)) return;
    const { source, localVariable: variable } = reference;
    if (variable) this.#readersOfVariable.add(variable, reference.activity);
    else if (source) this.#readersOfActivity.add(source, reference.activity);
  }
}

/** What does something itself; a loop, which repeats what is in it, counts as that. */
function isLeaf(activity: Activity): boolean {
  return !isContainer(activity) || isLoop(activity);
}

function hasLeaf(activity: Activity): boolean {
  return isLeaf(activity) || activity.children.some(hasLeaf);
}

/** The leaves inside, or the activity itself where it is one. */
export function leavesOf(activity: Activity): Activity[] {
  return isLeaf(activity) ? [activity] : activity.children.flatMap(leavesOf);
}
