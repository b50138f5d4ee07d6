import * as fc from 'fast-check';
import * as atomics from './atomics';
import type { Json, JsonObject } from './json';
import * as build from './workflow';

/** What an arbitrary workflow is made of; numbers choose among what the workflow happens to hold. */
type Plan =
  | { readonly kind: 'leaf'; readonly what: (typeof leaves)[number]; readonly from: number; readonly variant: number }
  | {
      readonly kind: (typeof containers)[number];
      readonly inside: readonly (readonly Plan[])[];
      readonly from: number;
    };

const leaves = ['make', 'store', 'call', 'request', 'age', 'date', 'script', 'message', 'sleep'] as const;
const containers = ['group', 'condition', 'parallel', 'forEach', 'while'] as const;

const tokenTargets = [
  build.tokenTarget,
  build.tokenTarget,
  build.tokenTarget,
  build.orbitalTokenTarget,
  'CTR_API',
  'Elsewhere',
];
const servedTargets = ['CTR_API', 'Private_CTIA_Target'];
const apiTargets = ['CTR_API', 'CTR_API', 'Private_CTIA_Target', 'Orbital_Target', 'Elsewhere', build.tokenTarget];
const called = [
  atomics.inspect,
  atomics.inspect,
  atomics.createIncident,
  atomics.inspectV2,
  atomics.createCasebookCtr,
  atomics.getIncident,
  atomics.queryOrbital,
  atomics.unknownAtomic,
];
const served = [atomics.inspect, atomics.createIncident, atomics.inspectV2];
const generators = [
  atomics.systemGenerator,
  atomics.systemGenerator,
  atomics.systemGenerator,
  atomics.v2Generator,
  atomics.globalGenerator,
];

const planOf = (depth: number): fc.Arbitrary<Plan> => {
  const leaf: fc.Arbitrary<Plan> = fc.record({
    kind: fc.constant('leaf' as const),
    what: fc.constantFrom(...leaves),
    from: fc.nat(20),
    variant: fc.nat(60),
  });
  if (depth === 0) return leaf;
  const container: fc.Arbitrary<Plan> = fc.record({
    kind: fc.constantFrom(...containers),
    inside: fc.array(fc.array(planOf(depth - 1), { maxLength: 3 }), { minLength: 1, maxLength: 2 }),
    from: fc.nat(20),
  });
  return fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 1, arbitrary: container });
};

interface Ingredients {
  readonly plans: readonly Plan[];
  readonly variables: number;
  readonly target: string;
  readonly description: string;
  readonly lists: 'both' | 'one' | 'null' | 'absent';
  /** Nothing stands in the way of a whole migration. */
  readonly isServed: boolean;
  readonly noise: number;
}

const ingredients: fc.Arbitrary<Ingredients> = fc.record({
  plans: fc.array(planOf(3), { minLength: 1, maxLength: 6 }),
  variables: fc.integer({ min: 1, max: 4 }),
  target: fc.constantFrom('CTR_API', 'CTR_API', build.tokenTarget, 'Private_CTIA_Target', 'Elsewhere'),
  description: fc.constantFrom(
    '',
    'Targets: CTR_For_Access_Token, CTR_API\n[] Generate a SecureX token\n[] End',
    'Text with "quotes", \\ and </b>\r\nTargets: CTR_API, CTR_For_Access_Token',
    '[] Request a Threat Response token and search 😀\nTargets Used: CTR_For_Access_Token',
  ),
  lists: fc.constantFrom('both', 'one', 'null', 'absent'),
  isServed: fc.boolean(),
  noise: fc.nat(9),
});

/** Whole exports with embedded ones, of random nesting, in which tokens go everywhere that they may go. */
export const arbitraryWorkflow: fc.Arbitrary<JsonObject> = fc
  .array(ingredients, { minLength: 1, maxLength: 2 })
  .map((all) => nest(all.map((one, index) => new Builder(one, index === 0 ? build.ownTitle : `Sub ${index}`).build())));

/** Each embedded in the one before. */
function nest([outer, ...inner]: readonly JsonObject[]): JsonObject {
  return { ...outer, ...(inner.length > 0 ? { subworkflows: [nest(inner)] } : {}) };
}

/** Makes what it has made so far refer to each other, forwards and backwards. */
class Builder {
  readonly #of: Ingredients;
  readonly #title: string;
  readonly #made: string[] = [];
  readonly #ages: string[] = [];
  /** References to what the calls of atomics give. */
  readonly #results: string[] = [];
  readonly #all: string[] = [];
  readonly #variables: string[];
  #count = 0;

  constructor(of: Ingredients, title: string) {
    this.#of = of;
    this.#title = title;
    this.#variables = Array.from({ length: of.variables }, (_, index) => `${title} variable ${index}`);
    this.#name(of.plans);
    this.#count = 0;
  }

  build(): JsonObject {
    const { plans, target, description, lists, noise, isServed } = this.#of;
    const ids = [atomics.systemGenerator, atomics.inspect.id, atomics.v2Generator];
    const beside: JsonObject = {
      ...(lists === 'both' || lists === 'one' ? { atomic_workflows: ids } : {}),
      ...(lists === 'both' ? { dependent_workflows: [atomics.systemGenerator] } : {}),
      ...(lists === 'null' ? { atomic_workflows: null, dependent_workflows: null } : {}),
    };
    return build.workflow({
      title: this.#title,
      description,
      target: build.workflowOn(isServed ? 'CTR_API' : target),
      variables: this.#variables.map((name) => build.variable(name)),
      properties: noise === 0 ? { note: this.#time(noise + 1) } : {},
      actions: this.#children(plans),
      beside,
    });
  }

  /** Names everything first, in the order in which it is built, so that references may point ahead. */
  #name(plans: readonly Plan[]): void {
    for (const plan of plans) {
      const title = this.#next();
      this.#all.push(title);
      if (plan.kind !== 'leaf') {
        for (const inside of plan.inside) {
          if (hasBranches(plan)) this.#next();
          this.#name(inside);
        }
      } else if (plan.what === 'call') {
        const { result } = this.#called(plan.variant);
        if (result !== undefined) this.#results.push(build.outputOf(title, result));
      } else if (plan.what === 'make') this.#made.push(title);
      else if (plan.what === 'age') this.#ages.push(title);
    }
  }

  #next(): string {
    return `${this.#title} ${this.#count++}`;
  }

  #children(plans: readonly Plan[]): Json[] {
    return plans.map((plan) => {
      const title = this.#next();
      return plan.kind === 'leaf' ? this.#leaf(title, plan) : this.#container(title, plan);
    });
  }

  #container(title: string, plan: Extract<Plan, { readonly inside: unknown }>): Json {
    const { kind, inside, from } = plan;
    const branches = (make: (name: string, actions: Json[]) => Json): Json[] =>
      inside.map((plans) => {
        const name = this.#next();
        return make(name, this.#children(plans));
      });
    switch (kind) {
      case 'group':
        return build.group(title, ...inside.flatMap((plans) => this.#children(plans)));
      case 'forEach':
        return build.forEach(title, ...inside.flatMap((plans) => this.#children(plans)));
      case 'parallel':
        return build.parallel(title, ...branches((name, actions) => build.parallelBranch(name, ...actions)));
      case 'condition':
        return build.condition(
          title,
          ...branches((name, actions) => build.branch(name, this.#asked(from), 'gte', 8, ...actions)),
        );
      case 'while':
        return build.whileLoop(
          title,
          ...branches((name, actions) => build.branch(name, this.#asked(from), 'ne', true, ...actions)),
        );
    }
  }

  #leaf(title: string, { what, from, variant }: Extract<Plan, { readonly kind: 'leaf' }>): Json {
    const { isServed } = this.#of;
    const target =
      variant % 3 === 0 ? build.inherited : build.on(choose(isServed ? servedTargets : apiTargets, variant));
    switch (what) {
      case 'make': {
        const own = variant % 5 === 0 ? build.inherited : build.on(choose(tokenTargets, variant));
        return build.generator(title, { target: own }, isServed ? atomics.systemGenerator : choose(generators, from));
      }
      case 'store':
        return this.#store(title, from, variant);
      case 'call':
        return this.#call(title, from, variant, target);
      case 'request': {
        const scheme = choose(isServed ? ['Bearer ', ''] : ['Bearer ', '', 'bearer ', 'Basic '], variant);
        const authorization = build.header('Authorization', scheme + this.#token(from));
        const others = [build.header('Accept', '*/*'), build.header('X-Time', this.#time(from))];
        const headers = choose(
          [[authorization], [authorization, ...others], [...others, authorization], [authorization, authorization], []],
          from,
        );
        return build.httpRequest(title, {
          target,
          headers,
          url: variant === 7 && !isServed ? '/iroh/ao/gen-jwt' : '/x',
        });
      }
      case 'age':
        return build.dateDifference(title, this.#time(variant), this.#time(from));
      case 'date':
        return build.calculateDate(title, this.#time(from));
      case 'script':
        return build.script(title, variant < 10 && !isServed ? this.#token(from) : this.#time(from));
      case 'message':
        return build.completed(
          title,
          `Since ${this.#time(from)} é ${this.#results[from] ?? ''} ${variant < 5 && !isServed ? this.#token(variant) : this.#asked(variant)}`,
        );
      case 'sleep':
        return build.sleep(title, variant % 4 === 0 ? { skip_execution: true } : {});
    }
  }

  #called(variant: number): atomics.Atomic {
    return choose(this.#of.isServed ? served : called, variant);
  }

  /** Now and then with an input that nobody knows. */
  #call(title: string, from: number, variant: number, target: JsonObject): Json {
    const atomic = this.#called(variant);
    const key = variant % 7 === 0 && !this.#of.isServed ? 'text' : (atomic.textInput ?? 'text');
    const input = { [key]: `x ${variant} ${this.#results[from] ?? ''}` };
    return build.atomicCall(title, atomic, this.#token(from), { target, input });
  }

  #store(title: string, from: number, variant: number): Json {
    const [first = '', second = first] = [choose(this.#variables, from), choose(this.#variables, variant)].map((name) =>
      this.#local(name),
    );
    const entries: Record<string, Json> = { [first]: this.#token(from) };
    if (variant % 2 === 0 && second !== first) entries[second] = this.#time(from);
    if (variant % 5 === 0) entries['$global.variable_x.global.variable_x$'] = 'plain';
    if (variant % 13 === 0 && !this.#of.isServed) entries[first] = `Bearer ${this.#token(from)}`;
    return build.setVariables(title, entries);
  }

  #local(name: string): string {
    return build.local(name, this.#title);
  }

  #token(from: number): string {
    return from % 3 === 0 || this.#made.length === 0
      ? this.#local(choose(this.#variables, from))
      : build.tokenOf(choose(this.#made, from));
  }

  #time(from: number): string {
    if (from % 4 === 0) return this.#local(choose(this.#variables, from));
    if (from % 4 === 1) return build.workflowStart(this.#title);
    const title = this.#made.length > 0 && from % 3 !== 0 ? choose(this.#made, from) : choose(this.#all, from);
    return from % 2 === 0 ? build.endOf(title) : build.startOf(title);
  }

  /** What a condition compares. */
  #asked(from: number): string {
    if (this.#ages.length > 0 && from % 4 !== 0) return build.outputOf(choose(this.#ages, from), 'total_minutes');
    return from % 8 === 0
      ? this.#local(choose(this.#variables, from))
      : build.outputOf(choose(this.#all, from), 'succeeded');
  }
}

function hasBranches({ kind }: Plan): boolean {
  return kind === 'condition' || kind === 'parallel' || kind === 'while';
}

function choose<T>(from: readonly T[], at: number): T {
  const chosen = from[at % from.length];
  if (chosen === undefined) throw new RangeError('There is nothing to choose from.');
  return chosen;
}
