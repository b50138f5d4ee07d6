import { Grouped } from '../document/grouped';
import type { Activity, Variable } from '../document/workflow';
import type { GeneratorCall, TokenFlow } from './token-flow';
import type { TokenUse } from './token-use';

type Product = 'securex' | 'orbital';
/** Where a token is taken from: a generator's output, or a variable. */
type Outlet = Activity | Variable;

/** Tells what the tokens of each generator are used for, and so whose they are. */
export class GeneratorUses {
  readonly #byOutlet: Grouped<Outlet | undefined, TokenUse>;
  readonly #filled: Grouped<GeneratorCall, Variable>;
  readonly #products = new Map<Outlet, ReadonlySet<Product>>();

  constructor(flow: TokenFlow, uses: readonly TokenUse[]) {
    this.#byOutlet = Grouped.by(uses, ({ reference }) => reference.localVariable ?? reference.source);
    this.#filled = new Grouped(
      [...flow.carriers.token].flatMap((variable) =>
        flow.sourcesOf(variable).map((source) => [source, variable] as const),
      ),
    );
  }

  *of(generator: GeneratorCall): Iterable<TokenUse> {
    for (const outlet of this.#outletsOf(generator)) yield* this.#byOutlet.of(outlet);
  }

  isSecureX(generator: GeneratorCall): boolean {
    const { role } = generator.target;
    if (role === 'orbital') return false;
    const products = new Set(this.#outletsOf(generator).flatMap((outlet) => [...this.#productsServedBy(outlet)]));
    if (products.size > 0) return products.has('securex');
    // Where nothing uses the token, only the target tells whose it is.
    return role === 'token' || role === 'securex';
  }

  /** Whether nothing uses the token, and the target does not tell whose it is either. */
  isUnclear(generator: GeneratorCall): boolean {
    const { role } = generator.target;
    if (role !== 'other' && role !== 'unknown') return false;
    return this.#outletsOf(generator).every((outlet) => this.#productsServedBy(outlet).size === 0);
  }

  #outletsOf(generator: GeneratorCall): readonly Outlet[] {
    return [generator.activity, ...this.#filled.of(generator)];
  }

  #productsServedBy(outlet: Outlet): ReadonlySet<Product> {
    let products = this.#products.get(outlet);
    if (!products) {
      products = new Set(this.#byOutlet.of(outlet).map((use) => (use.isOrbital ? 'orbital' : 'securex')));
      this.#products.set(outlet, products);
    }
    return products;
  }
}
