import { tokenGenerators, type TokenGenerator } from '../catalog/atomics';
import type { JsonPathNode } from '../document/json-path';
import { bareId } from '../document/reference';
import type { Activity, Reference, Variable, Workflow } from '../document/workflow';
import type { ResolvedTarget, TargetResolver } from './targets';

/** What a reference carries: a token, the time at which one was made, or neither. */
export type Cargo = 'token' | 'time';

export interface GeneratorCall {
  readonly activity: Activity;
  readonly atomic: TokenGenerator;
  readonly target: ResolvedTarget;
}

export interface CargoReference {
  readonly reference: Reference;
  readonly cargo: Cargo;
}

/** One entry of a Set Variables activity. */
export interface Assignment {
  readonly activity: Activity;
  readonly path: JsonPathNode;
  /** The local variable that it writes; `undefined` for a global, an output or what the workflow does not hold. */
  readonly variable: Variable | undefined;
  readonly reads: readonly Reference[];
  /** What the new value is, where it is one reference and nothing else. */
  readonly cargo: Cargo | undefined;
}

const generatorById: ReadonlyMap<string, TokenGenerator> = new Map(
  tokenGenerators.map((atomic) => [atomic.id, atomic]),
);
const setVariables = 'core.set_multiple_variables';

/** The ways of the tokens through one workflow: who makes them, which variables carry them, who reads them. */
export class TokenFlow {
  readonly workflow: Workflow;
  readonly generators = new Map<string, GeneratorCall>();
  /** Local variables by what they carry; one may carry both where a workflow mixes them. */
  readonly carriers: Readonly<Record<Cargo, Set<Variable>>> = { token: new Set(), time: new Set() };
  readonly assignments: readonly Assignment[];
  readonly #sources = new Map<Variable, readonly GeneratorCall[]>();
  #reads: readonly CargoReference[] | undefined;

  constructor(workflow: Workflow, targets: TargetResolver) {
    this.workflow = workflow;
    for (const activity of workflow.activities) {
      const atomic = calledAtomic(activity, generatorById);
      if (atomic) this.generators.set(activity.id, { activity, atomic, target: targets.ofActivity(activity) });
    }
    this.assignments = this.generators.size === 0 ? [] : this.#follow();
  }

  /** Whether any token of ours is made here; if not, nothing else in here is of interest. */
  get isEmpty(): boolean {
    return this.generators.size === 0;
  }

  /** What a reference carries. Times count as cargo only where they are a generator's or were stored from one. */
  cargo(reference: Reference): Cargo | undefined {
    const { kind, owner, scope, member } = reference.to;
    if (kind === 'activity' && scope === 'output' && this.generators.has(owner)) {
      if (isTime(member)) return 'time';
      return isPropertyName(member) ? undefined : 'token';
    }
    const variable = this.localVariable(reference);
    if (!variable) return undefined;
    if (this.carriers.token.has(variable)) return 'token';
    return this.carriers.time.has(variable) ? 'time' : undefined;
  }

  localVariable({ to }: Reference): Variable | undefined {
    if (to.kind !== 'workflow' || to.scope !== 'local' || to.owner !== this.workflow.id) return undefined;
    return this.workflow.variableById.get(to.member);
  }

  /** All references that carry a token or its time, but not those that name the variable to be written. */
  get reads(): readonly CargoReference[] {
    return (this.#reads ??= this.#findReads());
  }

  /** The generators whose token a reference may carry. */
  sources(reference: Reference): readonly GeneratorCall[] {
    const generator = reference.to.kind === 'activity' ? this.generators.get(reference.to.owner) : undefined;
    if (generator) return [generator];
    const variable = this.localVariable(reference);
    return variable ? this.#sourcesOf(variable) : [];
  }

  #sourcesOf(variable: Variable): readonly GeneratorCall[] {
    let sources = this.#sources.get(variable);
    if (!sources) {
      const found = new Set<GeneratorCall>();
      this.#collectSources(variable, found, new Set());
      sources = [...found];
      this.#sources.set(variable, sources);
    }
    return sources;
  }

  /** @param seen variables that feed one another must not be followed in a circle. */
  #collectSources(variable: Variable, found: Set<GeneratorCall>, seen: Set<Variable>): void {
    if (seen.has(variable)) return;
    seen.add(variable);
    for (const { reads } of this.assignments.filter((assignment) => assignment.variable === variable)) {
      for (const read of reads) {
        const generator = read.to.kind === 'activity' ? this.generators.get(read.to.owner) : undefined;
        const next = this.localVariable(read);
        if (generator) found.add(generator);
        else if (next) this.#collectSources(next, found, seen);
      }
    }
  }

  #findReads(): CargoReference[] {
    const reads: CargoReference[] = [];
    for (const source of [this.workflow, ...this.workflow.activities]) {
      for (const reference of source.references) {
        const cargo = isWrite(reference) ? undefined : this.cargo(reference);
        if (cargo) reads.push({ reference, cargo });
      }
    }
    return reads;
  }

  /** Runs along the assignments until no variable is found that carries something new. */
  #follow(): Assignment[] {
    let assignments: Assignment[];
    let carriers: number;
    do {
      carriers = this.carriers.token.size + this.carriers.time.size;
      assignments = this.workflow.activities
        .filter(isSetVariables)
        .flatMap((activity) => this.#assignmentsOf(activity));
      for (const { variable, cargo } of assignments) if (variable && cargo) this.carriers[cargo].add(variable);
    } while (this.carriers.token.size + this.carriers.time.size > carriers);
    return assignments;
  }

  #assignmentsOf(activity: Activity): Assignment[] {
    const list = activity.path.child('properties').child('variables_to_update');
    return (activity.properties.variables_to_update ?? []).map((_, index) => {
      const own = activity.references.filter((reference) => reference.keys[2] === index && isInAssignments(reference));
      const [written] = own.filter(isWrite);
      const reads = own.filter((reference) => !isWrite(reference));
      const [value] = reads;
      return {
        activity,
        path: list.child(index),
        variable: written?.isWhole ? this.localVariable(written) : undefined,
        reads,
        cargo: value?.isWhole ? this.cargo(value) : undefined,
      };
    });
  }
}

export function isSetVariables(activity: Activity): boolean {
  return activity.type === setVariables;
}

/** The catalogue's entry for the atomic that an activity calls. */
export function calledAtomic<T>(activity: Activity, catalogue: ReadonlyMap<string, T>): T | undefined {
  const id = activity.properties.workflow_id;
  return id ? catalogue.get(bareId(id)) : undefined;
}

/** Whether a reference names the variable that an assignment writes. */
export function isWrite(reference: Reference): boolean {
  return reference.keys[3] === 'variable_to_update' && isInAssignments(reference);
}

export function isTime(member: string): boolean {
  return member === 'start_time' || member === 'end_time';
}

/** Outputs that every activity has are written in small letters; an atomic's own outputs are ids. */
function isPropertyName(member: string): boolean {
  return /^[a-z_]+$/.test(member);
}

function isInAssignments(reference: Reference): boolean {
  return (
    reference.keys[1] === 'variables_to_update' &&
    reference.activity !== undefined &&
    isSetVariables(reference.activity)
  );
}
