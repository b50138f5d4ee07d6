import { Grouped } from '../document/grouped';
import type { Activity, Reference, Variable, WorkflowExport } from '../document/workflow';
import type { Configuration } from '../host';
import { findBookkeeping, type Bookkeeping } from './bookkeeping';
import type { CallGraph } from './call-graph';
import { GeneratorUses } from './generator-uses';
import { findScope, replacementsFor, type MigrationScope } from './migration-scope';
import { findReplacement, retiredCalledBy, type Gap, type Replacement } from './replacements';
import { retire } from './retirement';
import { isSuppressed } from './suppressions';
import type { TargetResolver } from './targets';
import { consumersWith, type TokenConsumers } from './token-consumers';
import type { GeneratorCall, TokenFlow } from './token-flow';
import type { TokenPassing } from './token-passing';
import type { TokenUse } from './token-use';
import { findTokenUses } from './token-uses';

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
  #generatorUses: GeneratorUses | undefined;
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
  usesOf(generator: GeneratorCall): Iterable<TokenUse> {
    return this.#usesByGenerator.of(generator);
  }

  /** All references to an activity's outputs and times. */
  referencesTo(activity: Activity): readonly Reference[] {
    this.#references ??= Grouped.by(this.workflow.allReferences, ({ source }) => source);
    return this.#references.of(activity);
  }

  /** References that read a local variable which carries a token or its time. */
  readsOf(variable: Variable): readonly Reference[] {
    this.#readsByVariable ??= Grouped.by(
      this.flow.reads.map(({ reference }) => reference),
      ({ localVariable }) => localVariable,
    );
    return this.#readsByVariable.of(variable);
  }

  /** Generators whose token nothing uses, on a target that does not tell whose they are. */
  get unclearGenerators(): GeneratorCall[] {
    return [...this.flow.generators.values()].filter((generator) => this.#usesByGenerator.isUnclear(generator));
  }

  /** Whether an activity that stays chooses the target that tokens are fetched from. */
  staysOnTokenTarget(removed: ReadonlySet<Activity>): boolean {
    return this.targets
      .chosenIn(this.workflow)
      .some(({ activity, target }) => target.role === 'token' && !removed.has(activity));
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
    return (this.#secureXGenerators ??= [...this.flow.generators.values()].filter((call) =>
      this.#usesByGenerator.isSecureX(call),
    ));
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
      scope = findScope(this, this.#allBookkeeping, this.#context.configuration, assumeOptional);
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

  #findUses(): TokenUse[] {
    const { targets, consumers } = this;
    const { graph } = this.#context;
    const { suppressions, replaceRetiredAtomics: isWanted } = this.#context.configuration;
    const replacements = { isWanted, of: (activity: Activity) => this.replacementOf(activity) };
    return findTokenUses(this.flow, { targets, consumers, suppressions, replacements, graph });
  }

  get #usesByGenerator(): GeneratorUses {
    return (this.#generatorUses ??= new GeneratorUses(this.flow, this.uses));
  }
}
