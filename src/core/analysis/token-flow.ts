import { tokenGenerators, type TokenGenerator } from '../catalog/atomics';
import type { Activity, Reference, Variable, Workflow } from '../document/workflow';
import { isSetVariables, isWrite, readAssignments, type Assignment } from './assignments';
import { Grouped } from '../document/grouped';
import type { ResolvedTarget, TargetResolver } from './targets';

/** What a reference carries: a token, the time at which one was made, or neither. */
export type Cargo = 'token' | 'time';

export interface GeneratorCall {
  readonly activity: Activity;
  readonly atomic: TokenGenerator;
  readonly target: ResolvedTarget;
}

/** The inputs of a workflow that a caller passes a token to, each with the generators that made it. */
export type PassedInputs = ReadonlyMap<Variable, ReadonlySet<GeneratorCall>>;

/** Where the token of a reference may come from: generators, some of them perhaps by way of inputs. */
interface Origins {
  readonly generators: readonly GeneratorCall[];
  readonly inputs: readonly Variable[];
}

const noOrigins: Origins = { generators: [], inputs: [] };

export interface CargoReference {
  readonly reference: Reference;
  readonly cargo: Cargo;
}

const generatorById: ReadonlyMap<string, TokenGenerator> = new Map(
  tokenGenerators.map((atomic) => [atomic.id, atomic]),
);

export function findGenerators({
  workflow,
  targets,
}: {
  readonly workflow: Workflow;
  readonly targets: TargetResolver;
}): ReadonlyMap<Activity, GeneratorCall> {
  const generators = new Map<Activity, GeneratorCall>();
  for (const activity of workflow.activities) {
    const atomic = calledAtomic(activity, generatorById);
    if (!atomic) continue;
    generators.set(activity, { activity, atomic, target: targets.ofActivity(activity) });
  }
  return generators;
}

/** The ways of the tokens through one workflow: who makes them, which variables carry them, who reads them. */
export class TokenFlow {
  readonly workflow: Workflow;
  readonly generators: ReadonlyMap<Activity, GeneratorCall>;
  /** Local variables by what they carry; one may carry both where a workflow mixes them. */
  readonly carriers: Readonly<Record<Cargo, Set<Variable>>> = { token: new Set(), time: new Set() };
  /** Carriers of a token that hold something else as well: another product's token, a key of one's own. */
  readonly mixed = new Set<Variable>();
  /** Carriers that a caller fills. */
  readonly inputs: PassedInputs;
  /** Read only where there is a token. */
  readonly assignments: readonly Assignment[];
  readonly #byVariable: Grouped<Variable | undefined, Assignment>;
  readonly #byActivity: Grouped<Activity, Assignment>;
  readonly #origins = new Map<Variable, Origins>();
  #reads: readonly CargoReference[] | undefined;
  /** The targets that SecureX tokens in use are fetched from, in all workflows of the file: two may be of two tenants. */
  readonly tokenTargets: ReadonlySet<string>;

  constructor(
    workflow: Workflow,
    generators: ReadonlyMap<Activity, GeneratorCall>,
    tokenTargets: ReadonlySet<string>,
    inputs: PassedInputs,
  ) {
    this.workflow = workflow;
    this.generators = generators;
    this.inputs = inputs;
    this.tokenTargets = tokenTargets;
    this.assignments = this.isEmpty ? [] : readAssignments(workflow);
    this.#byVariable = Grouped.by(this.assignments, ({ variable }) => variable);
    this.#byActivity = Grouped.by(this.assignments, ({ activity }) => activity);
    this.#follow();
  }

  /** Whether no token of ours is made here or passed in; then nothing else in here is of interest. */
  get isEmpty(): boolean {
    return this.generators.size === 0 && this.inputs.size === 0;
  }

  /** What a reference carries. Times count as cargo only where they are a generator's or were stored from one. */
  cargo(reference: Reference): Cargo | undefined {
    const { source, localVariable: variable } = reference;
    if (source && reference.to.scope === 'output' && this.generators.has(source)) {
      const { member } = reference.to;
      if (isTime(member)) return 'time';
      return isPropertyName(member) ? undefined : 'token';
    }
    if (!variable) return this.#passedInput(reference) ? 'token' : undefined;
    if (this.carriers.token.has(variable)) return 'token';
    return this.carriers.time.has(variable) ? 'time' : undefined;
  }

  assignmentsTo(variable: Variable): readonly Assignment[] {
    return this.#byVariable.of(variable);
  }

  assignmentsOf(activity: Activity): readonly Assignment[] {
    return this.#byActivity.of(activity);
  }

  /** What an assignment stores, where the new value is one reference and nothing else. */
  stored({ value }: Assignment): Cargo | undefined {
    return value && this.cargo(value);
  }

  /** All references that carry a token or its time, but not those that name the variable to be written. */
  get reads(): readonly CargoReference[] {
    return (this.#reads ??= this.#findReads());
  }

  /** The local variable in which the reference is stored, where it is all that an assignment stores there. */
  storedIn(reference: Reference): Variable | undefined {
    if (!reference.activity || !isSetVariables(reference.activity) || !reference.isWhole) return undefined;
    return this.assignmentsOf(reference.activity).find(({ variable, value }) => variable && value === reference)
      ?.variable;
  }

  /** The targets of this workflow's own generators whose SecureX token somebody uses: what is only stored goes. */
  *usedTargets(): Iterable<string> {
    const reads = this.reads.filter(({ cargo }) => cargo === 'token').map(({ reference }) => reference);
    const used = new Set<Variable | undefined>([undefined]);
    for (let before = -1; before < used.size;) {
      before = used.size;
      for (const read of reads) if (read.localVariable && used.has(this.storedIn(read))) used.add(read.localVariable);
    }
    for (const read of reads) {
      const target = read.source && this.generators.get(read.source)?.target;
      const isOurs = target?.role === 'token' || target?.role === 'securex';
      if (isOurs && used.has(this.storedIn(read))) yield identityOf(target);
    }
  }

  /** The generators whose token a reference may carry. */
  sources(reference: Reference): readonly GeneratorCall[] {
    return this.#originsOf(reference).generators;
  }

  /** The inputs by way of which a reference may carry a token. */
  inputsOf(reference: Reference): readonly Variable[] {
    return this.inputs.size === 0 ? [] : this.#originsOf(reference).inputs;
  }

  /** The generators that fill a variable, directly or through others. */
  sourcesOf(variable: Variable): readonly GeneratorCall[] {
    return this.#originsOfVariable(variable).generators;
  }

  #passedInput({ inputVariable }: Reference): Variable | undefined {
    return inputVariable && this.inputs.has(inputVariable) ? inputVariable : undefined;
  }

  #originsOf(reference: Reference): Origins {
    const { source, localVariable: variable } = reference;
    const generator = source && this.generators.get(source);
    if (generator) return { generators: [generator], inputs: [] };
    if (variable) return this.#originsOfVariable(variable);
    const input = this.#passedInput(reference);
    return input ? { generators: [...(this.inputs.get(input) ?? [])], inputs: [input] } : noOrigins;
  }

  #originsOfVariable(variable: Variable): Origins {
    let origins = this.#origins.get(variable);
    if (!origins) {
      const found = { generators: new Set<GeneratorCall>(), inputs: new Set<Variable>() };
      this.#collectOrigins(variable, found, new Set());
      origins = { generators: [...found.generators], inputs: [...found.inputs] };
      this.#origins.set(variable, origins);
    }
    return origins;
  }

  /** @param seen variables that feed one another must not be followed in a circle. */
  #collectOrigins(
    variable: Variable,
    found: { readonly generators: Set<GeneratorCall>; readonly inputs: Set<Variable> },
    seen: Set<Variable>,
  ): void {
    if (seen.has(variable)) return;
    seen.add(variable);
    for (const { reads } of this.assignmentsTo(variable)) {
      for (const read of reads) {
        if (read.localVariable) {
          this.#collectOrigins(read.localVariable, found, seen);
          continue;
        }
        const { generators, inputs } = this.#originsOf(read);
        for (const generator of generators) found.generators.add(generator);
        for (const input of inputs) found.inputs.add(input);
      }
    }
  }

  #findReads(): CargoReference[] {
    const reads: CargoReference[] = [];
    for (const reference of this.workflow.allReferences) {
      const cargo = this.cargo(reference);
      if (cargo && !isWrite(reference)) reads.push({ reference, cargo });
    }
    return reads;
  }

  /** Runs along the assignments from variable to variable. */
  #follow(): void {
    const readers = Grouped.by(this.assignments, ({ value }) => value?.localVariable);
    const waiting = [...this.assignments];
    for (let assignment = waiting.pop(); assignment; assignment = waiting.pop()) {
      const { variable } = assignment;
      const cargo = this.stored(assignment);
      if (!variable || !cargo || this.carriers[cargo].has(variable)) continue;
      this.carriers[cargo].add(variable);
      waiting.push(...readers.of(variable));
    }
    this.#findMixed(readers);
  }

  #findMixed(readers: Grouped<Variable | undefined, Assignment>): void {
    const isOther = (assignment: Assignment) => !assignment.isClearing && this.stored(assignment) !== 'token';
    const waiting = [...this.carriers.token].filter(
      (variable) => !isBlank(variable.initialValue) || this.assignmentsTo(variable).some(isOther),
    );
    for (let variable = waiting.pop(); variable; variable = waiting.pop()) {
      if (this.mixed.has(variable)) continue;
      this.mixed.add(variable);
      for (const assignment of readers.of(variable)) if (assignment.variable) waiting.push(assignment.variable);
    }
  }
}

export function identityOf({ id, names }: ResolvedTarget): string {
  return id?.text ?? names.join(', ').toLowerCase();
}

/** The catalogue's entry for the atomic that an activity calls. */
export function calledAtomic<T>(activity: Activity, catalogue: ReadonlyMap<string, T>): T | undefined {
  return activity.calledId === undefined ? undefined : catalogue.get(activity.calledId);
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

export function isTime(member: string): boolean {
  return member === 'start_time' || member === 'end_time';
}

/** Outputs that every activity has are written in small letters; an atomic's own outputs are ids. */
export function isPropertyName(member: string): boolean {
  return /^[a-z_.]+$/.test(member);
}
