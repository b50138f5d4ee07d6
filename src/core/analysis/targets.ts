import { isSecureXIntegration } from '../catalog/integrations';
import { usualSuffixes, withoutSuffix } from '../catalog/target-sets';
import { orbitalTargetName, secureXHost, secureXTargetNames, tokenKeyType, tokenTargetName } from '../catalog/targets';
import type { Call } from './call-graph';
import type { JsonPathNode } from '../document/json-path';
import { isObject } from '../document/shapes';
import type { Configuration } from '../host';
import { fitsName } from '../text/wildcard';
import { Grouped } from '../document/grouped';
import type { Activity, TargetDefinition, Workflow, WorkflowFile } from '../document/workflow';
import { conditionsOf, nameIn, operandPath } from './target-criteria';

/**
 * What stands behind a target: a SecureX API that a token key serves, the target that tokens are fetched from,
 * Orbital, something else, or nothing that the file tells.
 */
export type TargetRole = 'securex' | 'token' | 'orbital' | 'other' | 'unknown';

export interface ResolvedTarget {
  readonly role: TargetRole;
  /** The display names chosen by criteria, or the definition's; empty where the file gives none. */
  readonly names: readonly string[];
  /** Where each of `names` is written; nowhere where an id chose the target. */
  readonly namePaths: () => readonly JsonPathNode[];
  /** The id or the module expression that chose it, and where that is written; nothing where a name did. */
  readonly id: { readonly text: string; readonly path: JsonPathNode } | undefined;
  /** Whether the activity takes what the workflow chose. */
  readonly isInherited: boolean;
  /** Whether the workflow leaves the choice to its callers, and all that are at hand choose alike. */
  readonly isOfCallers?: true;
}

/** An activity and the target that it chose itself. */
export interface Choice {
  readonly activity: Activity;
  readonly target: ResolvedTarget;
}

/** The calls of a workflow, by its id. */
export type CallsOf = (workflowId: string) => readonly Call[];

const secureXNames: ReadonlySet<string> = new Set(secureXTargetNames.map((name) => name.toLowerCase()));

const nowhere = (): readonly JsonPathNode[] => [];
const nothing: Omit<ResolvedTarget, 'isInherited'> = { role: 'unknown', names: [], namePaths: nowhere, id: undefined };

/** Tells on which target each activity of one file runs. */
export class TargetResolver {
  readonly #byUniqueName: ReadonlyMap<string, TargetDefinition>;
  readonly #byDisplayName: Grouped<string, TargetDefinition>;
  readonly #declaredNames: ReadonlySet<string>;
  readonly #declaredPatterns: readonly string[];
  readonly #ofWorkflow = new Map<Workflow, ResolvedTarget>();
  readonly #ofActivity = new Map<Activity, ResolvedTarget>();
  readonly #chosenIn = new Map<Workflow, readonly Choice[]>();
  readonly #roles = new Map<string, TargetRole>();
  /** The activities that call a workflow and may choose its target and its account key for it. */
  readonly #callsOf: CallsOf;
  /** Workflows that a caller sends to another target than their own. */
  readonly #overridden = new Set<Workflow>();

  /** What may stand behind a name to tell the targets of one method from those of the other. */
  readonly #suffixes: readonly string[];

  /**
   * @param declared display names that a user declared to lead to a SecureX API, patterns of such names, and suffixes of sets.
   * @param asked the suffix of a set that is known, too, and goes before the usual and the declared ones.
   */
  constructor(
    file: WorkflowFile,
    declared: Pick<Configuration, 'secureXTargets' | 'namePatterns' | 'suffixes'>,
    callsOf: CallsOf = () => [],
    asked?: string,
  ) {
    this.#callsOf = callsOf;
    this.#suffixes = [...(asked === undefined ? [] : [asked]), ...usualSuffixes, ...declared.suffixes];
    this.#byUniqueName = file.targets;
    this.#byDisplayName = new Grouped(
      Array.from(file.targets.values(), (target) => [target.displayName.toLowerCase(), target]),
    );
    this.#declaredNames = new Set(declared.secureXTargets.map((name) => name.toLowerCase()));
    this.#declaredPatterns = declared.namePatterns;
  }

  ofActivity(activity: Activity): ResolvedTarget {
    const target = activity.properties.target;
    // What is inherited may still change while calls are followed; what is chosen is the same every time.
    if (!target) return this.#inheritedBy(activity);
    let chosen = this.#ofActivity.get(activity);
    if (chosen) return chosen;
    chosen = this.#chosenFor(activity, target);
    if (!chosen) return this.#inheritedBy(activity);
    this.#ofActivity.set(activity, chosen);
    return chosen;
  }

  /** The activities that choose a target of their own, in the order of the file. */
  chosenIn(workflow: Workflow): readonly Choice[] {
    let choices = this.#chosenIn.get(workflow);
    if (!choices) {
      const found: Choice[] = [];
      for (const activity of workflow.activities) {
        const target = activity.properties.target && this.ofActivity(activity);
        if (target && !target.isInherited) found.push({ activity, target });
      }
      choices = found;
      this.#chosenIn.set(workflow, choices);
    }
    return choices;
  }

  #chosenFor(activity: Activity, target: Readonly<Record<string, unknown>>): ResolvedTarget | undefined {
    if (target.override_workflow_target_group_criteria === true) return this.#byCriteria(target, activity);
    if (target.override_workflow_target === true || target.execute_on_this_target === true) {
      return this.#byId(target.target_id, activity);
    }
    if (target.no_target === true) return { ...nothing, role: 'other', isInherited: false };
    if (target.specify_on_workflow_start === true || target.execute_on_this_target_group === true) {
      return { ...nothing, isInherited: false };
    }
    return undefined;
  }

  #inheritedBy({ workflow }: Activity): ResolvedTarget {
    return { ...this.ofWorkflow(workflow), isInherited: true };
  }

  ofWorkflow(workflow: Workflow): ResolvedTarget {
    let resolved = this.#ofWorkflow.get(workflow);
    if (!resolved) {
      const target = workflow.properties.target;
      const own = isObject(target) ? this.#chosenBy(target, workflow) : { ...nothing, isInherited: false };
      // Workflows may call themselves and each other.
      this.#ofWorkflow.set(workflow, own);
      resolved = this.#asCalled(workflow, own);
      this.#ofWorkflow.set(workflow, resolved);
    }
    return resolved;
  }

  /** What stands behind a target of that name. */
  roleOfName(name: string): TargetRole {
    let role = this.#roles.get(name);
    if (role === undefined) this.#roles.set(name, (role = this.#findRole(name)));
    return role;
  }

  #findRole(name: string): TargetRole {
    if (this.#isDeclared(name)) return 'securex';
    const definitions = this.#byDisplayName.of(name.toLowerCase());
    if (definitions.length === 0) return this.#roleOfPlainName(name);
    // Where one name stands for two targets of different kinds, nobody can tell which of them is chosen.
    const [role = 'unknown', ...others] = new Set(definitions.map((target) => this.#roleOfDefinition(target)));
    return others.length === 0 ? role : 'unknown';
  }

  /** What stands behind a target that the file embeds. */
  roleOf(definition: TargetDefinition): TargetRole {
    return this.#isDeclared(definition.displayName) ? 'securex' : this.#roleOfDefinition(definition);
  }

  /** The suffix that puts a SecureX target into another set than the one with the usual names; empty in that one. */
  suffixOf(name: string): string {
    const candidates = this.#suffixes.filter((suffix) => withoutSuffix(name, suffix) !== undefined);
    const ofKnown = candidates.find((suffix) => this.#isUsual(withoutSuffix(name, suffix) ?? ''));
    if (ofKnown !== undefined) return ofKnown;
    // The usual name CTR_For_Access_Token only looks as if it had one.
    return this.#isUsual(name) ? '' : (candidates[0] ?? '');
  }

  /** What a SecureX target is called in the set with the usual names. */
  usualNameOf(name: string): string {
    return name.slice(0, name.length - this.suffixOf(name).length);
  }

  /** Whether somebody calls the workflow with an account key that is not its targets' own. */
  isCalledWithOtherKey(workflow: Workflow): boolean {
    return this.#callsOf(workflow.id).some(({ activity }) => overridesKey(activity.properties.runtime_user));
  }

  /** What a workflow chose, or what its callers choose for it. */
  #asCalled(workflow: Workflow, own: ResolvedTarget): ResolvedTarget {
    const calls = this.#callsOf(workflow.id);
    if (calls.some((call) => isElsewhere(call, own))) this.#overridden.add(workflow);
    const target = workflow.properties.target;
    if (isObject(target) && target.specify_on_workflow_start === true && own.role === 'unknown') {
      const [role, ...others] = new Set(calls.map((call) => call.targets.ofActivity(call.activity).role));
      return role && others.length === 0 ? { ...own, role, isOfCallers: true } : own;
    }
    return this.#overridden.has(workflow) ? { ...nothing, isInherited: false } : own;
  }

  isOverridden(workflow: Workflow): boolean {
    return this.#overridden.has(workflow);
  }

  #chosenBy(target: Readonly<Record<string, unknown>>, workflow: Workflow): ResolvedTarget {
    if (target.execute_on_target_group === true) return this.#byCriteria(target, workflow);
    if (target.execute_on_workflow_target === true) return this.#byId(target.target_id, workflow);
    if (target.no_target === true) return { ...nothing, role: 'other', isInherited: false };
    return { ...nothing, isInherited: false };
  }

  #byCriteria(target: Readonly<Record<string, unknown>>, owner: Activity | Workflow): ResolvedTarget {
    const conditions = conditionsOf(target);
    const names: string[] = [];
    for (const condition of conditions) {
      const name = nameIn(condition);
      if (name === undefined) return { ...nothing, isInherited: false };
      names.push(name);
    }
    const namePaths = (): JsonPathNode[] => names.map((_, index) => operandPath(owner, index));
    return { role: this.#commonRole(names), names, namePaths, id: undefined, isInherited: false };
  }

  #commonRole(names: readonly string[]): TargetRole {
    const [first] = names;
    const role = first === undefined ? 'unknown' : this.roleOfName(first);
    return names.every((name) => this.roleOfName(name) === role) ? role : 'unknown';
  }

  #byId(text: unknown, owner: Activity | Workflow): ResolvedTarget {
    if (typeof text !== 'string') return { ...nothing, isInherited: false };
    const id = { text, path: owner.path.descendant(['properties', 'target', 'target_id']) };
    if (isSecureXIntegration(text)) return { ...nothing, id, role: 'securex', isInherited: false };
    const definition = this.#byUniqueName.get(text);
    if (!definition) return { ...nothing, id, isInherited: false };
    return {
      role: this.roleOf(definition),
      names: [definition.displayName],
      namePaths: nowhere,
      id,
      isInherited: false,
    };
  }

  #isDeclared(name: string): boolean {
    // No key makes the target that tokens are fetched from, in whatever set, one of an API.
    if (this.#declaredNames.size === 0 || tokenTargetName.test(name)) return false;
    return this.#withAndWithoutSuffix(name).some((each) => this.#declaredNames.has(each.toLowerCase()));
  }

  /** Whether it is a name that SecureX's targets are known by, or were declared to have, in no set but the usual one. */
  #isUsual(name: string): boolean {
    const role = this.#roleOfUsualName(name);
    return role === 'securex' || role === 'token' || this.#declaredNames.has(name.toLowerCase());
  }

  #roleOfPlainName(name: string): TargetRole {
    const roles = this.#withAndWithoutSuffix(name).map((each) => this.#roleOfUsualName(each));
    return roles.find((role) => role !== 'other') ?? 'other';
  }

  #roleOfUsualName(name: string): TargetRole {
    if (secureXNames.has(name.toLowerCase())) return 'securex';
    if (tokenTargetName.test(name)) return 'token';
    if (orbitalTargetName.test(name)) return 'orbital';
    // A pattern is a guess where a name is a statement: it decides only where nothing else does.
    return this.#declaredPatterns.some((pattern) => fitsName(pattern, name)) ? 'securex' : 'other';
  }

  #withAndWithoutSuffix(name: string): readonly string[] {
    return [name, ...this.#suffixes.flatMap((suffix) => withoutSuffix(name, suffix) ?? [])];
  }

  /** A definition in the file tells more than its name: where it leads, and with which kind of key. */
  #roleOfDefinition(target: TargetDefinition): TargetRole {
    if (target.isAmbiguous) return 'unknown';
    const byName = this.#roleOfPlainName(target.displayName);
    if (target.host === undefined || byName === 'orbital') return byName;
    if (!secureXHost.test(target.host)) return byName === 'securex' ? 'unknown' : byName;
    if (byName !== 'other') return byName;
    // A name of somebody's own, with a key: only a token key serves there, and nobody is reminded to set one.
    return target.hasNoAccountKey || target.accountKeyType === tokenKeyType ? 'securex' : 'unknown';
  }
}

/** Whether a call sends the workflow that it calls to another target than that workflow's own. */
function isElsewhere({ activity, targets }: Call, own: ResolvedTarget): boolean {
  const { role, isInherited } = targets.ofActivity(activity);
  if (role === own.role) return false;
  // What was sent elsewhere itself passes that on.
  const isPassedOn = isInherited && targets.isOverridden(activity.workflow);
  return role === 'orbital' || isPassedOn || overrides(activity.properties.target ?? {});
}

/** Whether a choice of an account key is another than the target's default. */
export function overridesKey(chosen: unknown): boolean {
  if (!isObject(chosen)) return false;
  if (chosen.override_target_runtime_user === true || chosen.specify_on_workflow_start === true) return true;
  return typeof chosen.runtime_user_id === 'string' && chosen.target_default !== true;
}

function overrides(target: Readonly<Record<string, unknown>>): boolean {
  return (
    target.override_workflow_target_group_criteria === true ||
    target.override_workflow_target === true ||
    target.execute_on_this_target === true ||
    target.specify_on_workflow_start === true
  );
}
