import type { Activity, Reference, Variable } from '../document/workflow';
import { isBranch, isLoop, type Bookkeeping } from './bookkeeping';
import { isSetVariables, isWrite, type Assignment } from './assignments';
import { isTime, type TokenFlow } from './token-flow';
import type { TokenUse } from './token-use';

/** A reference to a removed activity's time, and the reference that takes its place. */
export interface TimeReplacement {
  readonly reference: Reference;
  readonly replacement: string;
  /** Whose time it is now; `undefined` for the workflow's own start. */
  readonly source: Activity | undefined;
}

/** What goes from one workflow when uses of its tokens are given up, and why the rest stays. */
export interface Retirement {
  readonly uses: ReadonlySet<TokenUse>;
  /** Everything removed, children included. */
  readonly activities: ReadonlySet<Activity>;
  /** Entries removed from Set Variables activities that stay. */
  readonly assignments: readonly Assignment[];
  readonly variables: ReadonlySet<Variable>;
  readonly times: readonly TimeReplacement[];
  /** For what could have gone but stays: the reference that needs it. */
  readonly neededBy: ReadonlyMap<Activity | Variable, Reference>;
}

/**
 * Finds all that goes once the given uses are given up: what could go at most, less whatever something that stays
 * still reads, directly or through others. Times are no reason to stay where an earlier activity can give its own.
 *
 * @param candidates what could go at most.
 */
export function retire(flow: TokenFlow, uses: readonly TokenUse[], candidates: Bookkeeping): Retirement {
  const pinned = new Set<Reference>();
  for (;;) {
    const marking = new Marking(flow, candidates, new Set(uses.map((use) => use.reference)), pinned);
    const activities = new Set([...candidates.activities].filter((activity) => !marking.isNeeded(activity)));
    const variables = new Set([...candidates.variables].filter((variable) => !marking.isNeeded(variable)));
    const times = marking.times.filter(({ source }) => source && activities.has(source));
    const replaced = times.map((reference) => replaceTime(reference, flow, activities));
    if (replaced.every((time) => time !== undefined)) {
      const assignments = flow.assignments.filter(
        ({ activity, variable }) => variable && variables.has(variable) && !activities.has(activity),
      );
      return { uses: new Set(uses), activities, assignments, variables, times: replaced, neededBy: marking.neededBy };
    }
    times.forEach((reference, index) => {
      if (!replaced[index]) pinned.add(reference);
    });
  }
}

/** The reference at the root of why something stays: by an activity that could never have gone. */
export function rootNeed({ neededBy }: Retirement, item: Activity | Variable): Reference | undefined {
  const seen = new Set<Reference>();
  let need = neededBy.get(item);
  while (need && !seen.has(need)) {
    seen.add(need);
    const variable = need.localVariable;
    const next = (need.activity && neededBy.get(need.activity)) ?? (variable && neededBy.get(variable));
    if (!next) break;
    need = next;
  }
  return need;
}

/** Marks what is needed, starting from everything that stays for sure. */
class Marking {
  readonly neededBy = new Map<Activity | Variable, Reference>();
  /** References to a candidate's times by activities that stay. */
  readonly times: Reference[] = [];
  readonly #flow: TokenFlow;
  readonly #candidates: Bookkeeping;
  readonly #givenUp: ReadonlySet<Reference>;
  readonly #pinned: ReadonlySet<Reference>;
  readonly #needed = new Set<Activity | Variable>();

  constructor(
    flow: TokenFlow,
    candidates: Bookkeeping,
    givenUp: ReadonlySet<Reference>,
    pinned: ReadonlySet<Reference>,
  ) {
    this.#flow = flow;
    this.#candidates = candidates;
    this.#givenUp = givenUp;
    this.#pinned = pinned;
    for (const reference of flow.workflow.references) this.#follow(reference, false);
    for (const activity of flow.workflow.activities) {
      if (!candidates.activities.has(activity)) this.#stay(activity, false);
    }
  }

  isNeeded(item: Activity | Variable): boolean {
    return this.#needed.has(item);
  }

  #need(item: Activity | Variable, by: Reference): boolean {
    if (this.#needed.has(item)) return false;
    this.#needed.add(item);
    this.neededBy.set(item, by);
    return true;
  }

  /** An activity that stays keeps what it reads and the containers around it. */
  #stay(activity: Activity, isCandidate: boolean): void {
    for (const reference of activity.references) {
      if (!this.#isOfRemovableEntry(reference, isCandidate)) this.#follow(reference, isCandidate);
    }
    this.#keepAround(activity, this.neededBy.get(activity));
  }

  /** Entries that fill a candidate stay or go with it, whatever becomes of the rest of their activity. */
  #isOfRemovableEntry(reference: Reference, isCandidate: boolean): boolean {
    const { activity } = reference;
    if (isCandidate || !activity || !isSetVariables(activity)) return false;
    const entry = this.#flow.assignmentsOf(activity).find(({ path }) => path.key === reference.keys[2]);
    return entry?.variable !== undefined && this.#candidates.variables.has(entry.variable);
  }

  #follow(reference: Reference, isCandidate: boolean): void {
    if (this.#givenUp.has(reference)) return;
    const { to, source: activity, localVariable: variable } = reference;
    if (variable && this.#candidates.variables.has(variable)) {
      if (!isWrite(reference) || isCandidate) this.#keepVariable(variable, reference);
      return;
    }
    if (!activity || !this.#candidates.activities.has(activity)) return;
    if (isTime(to.member) && !isCandidate && !this.#pinned.has(reference)) this.times.push(reference);
    else if (this.#need(activity, reference)) this.#stay(activity, true);
  }

  /** What fills the variable is marked before what that needs in turn, so that the reasons lead back to the reader. */
  #keepVariable(variable: Variable, by: Reference): void {
    if (!this.#need(variable, by)) return;
    const entries = this.#flow.assignmentsTo(variable);
    const filling = entries
      .map(({ activity }) => activity)
      .filter((activity) => this.#candidates.activities.has(activity) && this.#need(activity, by));
    for (const activity of filling) this.#keepAround(activity, by);
    for (const { reads } of entries) for (const read of reads) this.#follow(read, true);
  }

  /** A block that stays keeps all its branches: without one, another might be taken. */
  #keepAround(activity: Activity, by: Reference | undefined): void {
    for (let around = activity.parent; around; around = around.parent) {
      if (!this.#candidates.activities.has(around) || this.#needed.has(around)) continue;
      for (const kept of [around, ...around.children.filter(isBranch)]) {
        if (this.#needed.has(kept)) continue;
        this.#needed.add(kept);
        if (by) this.neededBy.set(kept, by);
        for (const reference of kept.references) this.#follow(reference, true);
      }
    }
  }
}

/** The end of the activity that ran last before the removed one, or the start of the workflow where none did. */
function replaceTime(
  reference: Reference,
  { workflow }: TokenFlow,
  removed: ReadonlySet<Activity>,
): TimeReplacement | undefined {
  const reader = reference.activity;
  const gone = reference.source;
  // What reads the time before the activity has run reads it from an earlier round of a loop.
  if (!gone || (reader && workflow.orderOf(reader) < workflow.orderOf(gone))) return undefined;
  // A condition may ask whether the activity has run at all.
  if (reader && isBranch(reader)) return undefined;
  for (let at: Activity | undefined = gone; at; at = at.parent) {
    const { parent } = at;
    const siblings = parent ? parent.children : workflow.roots;
    if (!isBranch(at)) {
      const earlier = siblings.slice(0, siblings.indexOf(at));
      const source = earlier.findLast((sibling) => !removed.has(sibling) && !isSkipped(sibling));
      if (source) return { reference, replacement: `$activity.${source.uniqueName}.output.end_time$`, source };
    }
    // Outside a branch, the time tells whether the branch was taken.
    if (isBranch(at) && !(reader && isWithin(reader, at))) return undefined;
    // In a loop, what ran before the loop is another time in every round but the first.
    if (parent && isLoop(parent)) return undefined;
  }
  return { reference, replacement: `$workflow.${workflow.uniqueName}.output.start_time$`, source: undefined };
}

function isSkipped(activity: Activity): boolean {
  return activity.properties.skip_execution === true;
}

function isWithin(activity: Activity, container: Activity): boolean {
  for (let around = activity.parent; around; around = around.parent) if (around === container) return true;
  return false;
}
