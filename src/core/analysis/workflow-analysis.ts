import type { Activity, Reference, Variable, WorkflowExport } from '../document/workflow';
import type { Configuration } from '../host';
import { findBookkeeping, type Bookkeeping } from './bookkeeping';
import type { CallGraph } from './call-graph';
import { Grouped } from '../document/grouped';
import { findReplacement, retiredCalledBy, type Gap, type Replacement } from './replacements';
import { retire, type Retirement } from './retirement';
import { isSuppressed } from './suppressions';
import type { TargetResolver } from './targets';
import { consumerCalledBy, consumersWith, type TokenConsumers } from './token-consumers';
import type { GeneratorCall, TokenFlow } from './token-flow';
import type { TokenPassing } from './token-passing';
import { findTokenUses, isUnproven, workflowTargetFor, type TokenUse } from './token-uses';

/** What a migration of one workflow would do, before it is said in edits. */
export interface MigrationScope {
  readonly retirement: Retirement;
  /** The name that takes the place of `CTR_For_Access_Token` as the workflow's own target. */
  readonly workflowTarget: string | undefined;
  /** The calls of retired atomics that become calls of system atomics. */
  readonly replacements: ReadonlyMap<Activity, Replacement>;
}

/** What the workflows of one file share. */
export interface FileContext {
  readonly targets: TargetResolver;
  /** The ids of all workflows that the file holds. */
  readonly definitions: ReadonlySet<string>;
  readonly configuration: Configuration;
  readonly graph: CallGraph;
  /** Shared by all files that are looked at together. */
  readonly passing: TokenPassing;
  /** Whether the file is not to be changed. */
  readonly isHeld: boolean;
}

const usualTokenTarget = /^CTR_For_Access_Token$/i;

/** What is known of one workflow of a file; each part is found out when first asked for. */
export class WorkflowAnalysis {
  readonly export: WorkflowExport;
  readonly flow: TokenFlow;
  readonly targets: TargetResolver;
  readonly consumers: TokenConsumers;
  #uses: readonly TokenUse[] | undefined;
  #unsettledUses: readonly TokenUse[] | undefined;
  #releasedInputs: ReadonlySet<Variable> | undefined;
  #secureXGenerators: readonly GeneratorCall[] | undefined;
  #groupedUses: Grouped<Activity | Variable, TokenUse> | undefined;
  #filled: Grouped<GeneratorCall, Variable> | undefined;
  readonly #products = new Map<Activity | Variable, ReadonlySet<'securex' | 'orbital'>>();
  readonly #users = new Map<Variable, ReadonlySet<Activity | undefined>>();
  #references: Grouped<Activity | undefined, Reference> | undefined;
  #readsByVariable: Grouped<Variable | undefined, Reference> | undefined;
  #bookkeeping: Bookkeeping | undefined;
  readonly #scopes = new Map<boolean, MigrationScope>();
  readonly #replacements = new Map<Activity, Replacement | Gap | undefined>();
  readonly #context: FileContext;

  constructor(workflowExport: WorkflowExport, flow: TokenFlow, context: FileContext) {
    this.export = workflowExport;
    this.targets = context.targets;
    this.consumers = consumersWith(context.configuration.atomics);
    this.flow = flow;
    this.#context = context;
  }

  get workflow() {
    return this.export.workflow;
  }

  get uses(): readonly TokenUse[] {
    return (this.#uses ??= this.unsettledUses.map((use) => this.#context.passing.settle(use)));
  }

  /** The same before anybody asks whether callers and definitions go along. */
  get unsettledUses(): readonly TokenUse[] {
    return (this.#unsettledUses ??= this.flow.isEmpty ? [] : this.#findUses());
  }

  /** The inputs that callers will pass no token to any more. */
  get releasedInputs(): ReadonlySet<Variable> {
    const { passing, graph } = this.#context;
    return (this.#releasedInputs ??= new Set(
      [...this.flow.inputs.keys()].filter((variable) => {
        const input = graph.inputOf(this.workflow, variable);
        return input !== undefined && passing.barOf(input) === undefined;
      }),
    ));
  }

  /** Whether the file is not to be changed, whatever it holds. */
  get isHeld(): boolean {
    return this.#context.isHeld;
  }

  /** Where an activity calls a retired atomic: the call of the system atomic in its place, or why there is none. */
  replacementOf(activity: Activity): Replacement | Gap | undefined {
    const retired = retiredCalledBy(activity);
    if (!retired) return undefined;
    let found = this.#replacements.get(activity);
    if (!found) {
      found = findReplacement(activity, retired, this.referencesTo(activity), this.#context.definitions);
      this.#replacements.set(activity, found);
    }
    return found;
  }

  /** Whether a migration has anything to do here at all. */
  get isOfInterest(): boolean {
    return !this.flow.isEmpty || this.#context.configuration.replaceKeptAtomics;
  }

  /** The outermost activity around this one that exists for a SecureX token's sake only; itself where there is none. */
  outermostBookkeeping(activity: Activity): Activity {
    const { activities } = this.#allBookkeeping;
    let outermost = activity;
    for (let around = activity.parent; around; around = around.parent) if (activities.has(around)) outermost = around;
    return outermost;
  }

  /** All uses of a generator's token, those that it reaches through variables included. */
  *usesOf(generator: GeneratorCall): Iterable<TokenUse> {
    for (const source of this.#outletsOf(generator)) yield* this.#usesBySource.of(source);
  }

  /** All references to an activity's outputs and times. */
  referencesTo(activity: Activity): readonly Reference[] {
    this.#references ??= new Grouped(
      [this.workflow, ...this.workflow.activities].flatMap(({ references }) =>
        references.filter(({ source }) => source).map((reference) => [reference.source, reference] as const),
      ),
    );
    return this.#references.of(activity);
  }

  /** References that read a local variable which carries a token or its time. */
  readsOf(variable: Variable): readonly Reference[] {
    this.#readsByVariable ??= new Grouped(
      this.flow.reads.map(({ reference }) => [reference.localVariable, reference] as const),
    );
    return this.#readsByVariable.of(variable);
  }

  /** Generators whose token nothing uses, on a target that does not tell whose they are. */
  get unclearGenerators(): GeneratorCall[] {
    return [...this.flow.generators.values()].filter((generator) => {
      const { role } = generator.target;
      if (role !== 'other' && role !== 'unknown') return false;
      return this.#outletsOf(generator).every((source) => this.#productsServedBy(source).size === 0);
    });
  }

  /** Whether an activity that stays chooses the target that tokens are fetched from. */
  staysOnTokenTarget(removed: ReadonlySet<Activity>): boolean {
    return this.workflow.activities.some((activity) => {
      if (!activity.properties.target || removed.has(activity)) return false;
      const { role, isInherited } = this.targets.ofActivity(activity);
      return role === 'token' && !isInherited;
    });
  }

  /** What would go on with an old token if nothing filled the variable anew. */
  usersOf(variable: Variable): ReadonlySet<Activity | undefined> {
    let users = this.#users.get(variable);
    if (!users) {
      const readers = this.readsOf(variable).map(({ activity }) => activity);
      const { activities } = this.scope().retirement;
      users = new Set(readers.filter((reader) => !reader || !activities.has(reader)));
      this.#users.set(variable, users);
    }
    return users;
  }

  /** Whether an activity exists for the sake of a SecureX token only. */
  isBookkeeping(activity: Activity): boolean {
    return this.#allBookkeeping.activities.has(activity);
  }

  /** The generators of SecureX tokens: not Orbital's, and not those of nobody's known business. */
  get secureXGenerators(): readonly GeneratorCall[] {
    return (this.#secureXGenerators ??= [...this.flow.generators.values()].filter((call) => this.#isSecureX(call)));
  }

  /** Whether a generator stays on purpose. */
  isKept({ activity }: GeneratorCall): boolean {
    return isSuppressed(
      'generate-access-token',
      { workflow: this.workflow, activity },
      this.#context.configuration.suppressions,
    );
  }

  /** @param assumeOptional also give up the uses that were never proven to work without a token. */
  scope(assumeOptional = false): MigrationScope {
    let scope = this.#scopes.get(assumeOptional);
    if (!scope) {
      scope = this.#findScope(assumeOptional);
      this.#scopes.set(assumeOptional, scope);
    }
    return scope;
  }

  /** The scope of giving up only some uses, so that only some generators may go. */
  partialScope(uses: readonly TokenUse[], generators: readonly GeneratorCall[]): MigrationScope {
    const retirement = retire(this.flow, uses, findBookkeeping(this.flow, generators));
    return { retirement, workflowTarget: undefined, replacements: new Map(replacementsFor(uses)) };
  }

  get #allBookkeeping(): Bookkeeping {
    return (this.#bookkeeping ??= findBookkeeping(
      this.flow,
      this.secureXGenerators.filter((call) => !call.atomic.leavesThroughGlobal && !this.isKept(call)),
      this.releasedInputs,
    ));
  }

  #findScope(assumeOptional: boolean): MigrationScope {
    const givenUp = this.uses.filter(
      (use) => !use.isOrbital && (use.obstacle === undefined || (assumeOptional && isUnproven(use))),
    );
    const whole = this.#withWorkflowTarget(givenUp);
    if (whole.workflowTarget !== undefined || !givenUp.some((use) => use.needsWorkflowTarget)) return whole;
    return this.#withWorkflowTarget(givenUp.filter((use) => !use.needsWorkflowTarget));
  }

  #withWorkflowTarget(uses: readonly TokenUse[]): MigrationScope {
    const retirement = retire(this.flow, uses, this.#allBookkeeping);
    const workflowTarget = this.#workflowTarget(uses, retirement.activities);
    const replacements = new Map([...this.#keptReplacements(retirement.activities), ...replacementsFor(uses)]);
    return { retirement, workflowTarget, replacements };
  }

  #findUses(): TokenUse[] {
    const { targets, consumers } = this;
    const { graph } = this.#context;
    const { suppressions, replaceRetiredAtomics: isWanted } = this.#context.configuration;
    const replacements = { isWanted, of: (activity: Activity) => this.replacementOf(activity) };
    return findTokenUses(this.flow, { targets, consumers, suppressions, replacements, graph });
  }

  /** Calls of retired atomics that stay for another reason: the generators' and Orbital's, and others with their token. */
  *#keptReplacements(removed: ReadonlySet<Activity>): Iterable<readonly [Activity, Replacement]> {
    const { replaceKeptAtomics, replaceRetiredAtomics } = this.#context.configuration;
    if (!replaceKeptAtomics) return;
    for (const activity of this.workflow.activities) {
      const isWanted = replaceRetiredAtomics || consumerCalledBy(activity, this.consumers)?.product !== 'securex';
      const replacement = isWanted && !removed.has(activity) ? this.replacementOf(activity) : undefined;
      if (replacement?.kind === 'replacement') yield [activity, replacement];
    }
  }

  #workflowTarget(uses: readonly TokenUse[], removed: ReadonlySet<Activity>): string | undefined {
    const target = this.targets.ofWorkflow(this.workflow);
    const [name = ''] = target.names;
    const suffix = this.targets.suffixOf(name);
    // With a region or anything else behind the usual name, nobody knows what the other targets are called.
    const isUsual = usualTokenTarget.test(name.slice(0, name.length - suffix.length));
    if (target.role !== 'token' || target.names.length !== 1 || !isUsual) return undefined;
    if (target.namePaths().length !== 1) return undefined;
    // Another target would change what is to be left as it is.
    if (this.uses.some((use) => use.isSuppressed && use.target?.isInherited)) return undefined;
    const staying = this.workflow.activities.filter((activity) => !removed.has(activity));
    return workflowTargetFor(uses, staying, this.targets, this.consumers, suffix);
  }

  #isSecureX(generator: GeneratorCall): boolean {
    const { role } = generator.target;
    if (role === 'orbital') return false;
    const products = new Set(this.#outletsOf(generator).flatMap((source) => [...this.#productsServedBy(source)]));
    if (products.size > 0) return products.has('securex');
    // Where nothing uses the token, only the target tells whose it is.
    return role === 'token' || role === 'securex';
  }

  /** Where a generator's token is taken from: its own output, and the variables that it fills. */
  #outletsOf(generator: GeneratorCall): readonly (Activity | Variable)[] {
    this.#filled ??= new Grouped(
      [...this.flow.carriers.token].flatMap((variable) =>
        this.flow.sourcesOf(variable).map((source) => [source, variable] as const),
      ),
    );
    return [generator.activity, ...this.#filled.of(generator)];
  }

  get #usesBySource(): Grouped<Activity | Variable, TokenUse> {
    return (this.#groupedUses ??= new Grouped(
      this.uses.flatMap((use) => {
        const source = use.reference.localVariable ?? use.reference.source;
        return source ? [[source, use] as const] : [];
      }),
    ));
  }

  #productsServedBy(source: Activity | Variable): ReadonlySet<'securex' | 'orbital'> {
    let products = this.#products.get(source);
    if (!products) {
      products = new Set(this.#usesBySource.of(source).map((use) => (use.isOrbital ? 'orbital' : 'securex')));
      this.#products.set(source, products);
    }
    return products;
  }
}

/** The calls that must become a system atomic's before their input is emptied. */
function* replacementsFor(uses: Iterable<TokenUse>): Iterable<readonly [Activity, Replacement]> {
  for (const { replacement, obstacle } of uses) {
    if (obstacle === undefined && replacement?.kind === 'replacement') yield [replacement.activity, replacement];
  }
}
