import type { TargetResolver } from '../../analysis/targets';
import { integrationIn } from '../../catalog/integrations';
import { withoutSuffix } from '../../catalog/target-sets';
import { targetNamePairs, type TargetNamePair } from '../../catalog/xdr-names';
import type { JsonPathNode } from '../../document/json-path';
import type { WorkflowFile } from '../../document/workflow';
import type { JsonOperation } from '../../edits/json-operation';
import type { XdrRetargeting } from '../../language-service';
import type { Fate, NameChange } from './name-change';

/** The change from the names that targets have in SecureX to those that they have in Cisco XDR, or back. */
export class XdrChange implements NameChange {
  readonly isUndo: boolean;
  readonly adviceWithoutName = 'See there that it is one that the tenant has.';
  readonly #withInferred: boolean;
  readonly #targets: TargetResolver;
  /** Names of targets that the file embeds, as a tenant compares them. */
  readonly #broughtAlong: ReadonlySet<string>;

  constructor({ isUndo = false, withInferred = false }: XdrRetargeting, targets: TargetResolver, file: WorkflowFile) {
    this.isUndo = isUndo;
    this.#withInferred = withInferred;
    this.#targets = targets;
    this.#broughtAlong = new Set(Array.from(file.targets.values(), ({ displayName }) => displayName.toLowerCase()));
  }

  fateOf(name: string): Fate | undefined {
    const pair = this.#pairFrom(name);
    if (pair) return this.#fateOfPair(name, pair);
    if (this.isUndo) return undefined;
    if (this.#isThere(name)) {
      const why =
        'which is a name of Cisco XDR already. The way back would take it along, too, so keep this file as it is.';
      return { is: 'left', why, isThere: true };
    }
    if (this.#targets.roleOfName(name) === 'token') {
      const why =
        'which has no counterpart in Cisco XDR, as it only serves to make access tokens. Migrate the workflow to the token key first, and point what still runs there at the target of the API that it calls.';
      return { is: 'left', why };
    }
    const suffix = this.#targets.suffixOf(name);
    const isOfSet = suffix !== '' && this.#pairFrom(withoutSuffix(name, suffix) ?? '') !== undefined;
    return isOfSet
      ? { is: 'left', why: `which is of the set ${suffix}. Take it back to the usual name first.` }
      : undefined;
  }

  nameAfter(name: string): string {
    const pair = this.#pairFrom(name);
    return pair ? this.#after(pair) : name;
  }

  renaming(path: JsonPathNode, name: string): JsonOperation {
    return { kind: 'set', path, value: this.nameAfter(name) };
  }

  knownNames(): readonly string[] {
    const names = targetNamePairs.filter((pair) => this.#isAskedFor(pair)).flatMap((pair) => this.#before(pair));
    return names.filter((name) => !this.#isBroughtAlong(name));
  }

  whyIntegrationStays(expression: string): string | undefined {
    return this.isUndo || integrationIn(expression)?.product !== 'SecureX'
      ? undefined
      : 'an integration as SecureX called it. Whether an import into Cisco XDR finds its own one by that is not documented: see to it after the import.';
  }

  #fateOfPair(name: string, pair: TargetNamePair): Fate {
    const to = this.#after(pair);
    const embedded = [name, to].find((each) => this.#isBroughtAlong(each));
    if (embedded !== undefined) {
      const what = embedded === name ? 'which the file brings along' : `and the file brings along ${embedded}`;
      const why = `${what}: by its new name it would lead to another target. Take that target out of the file first if the one of the tenant is meant.`;
      return { is: 'left', why };
    }
    if (!this.#isAskedFor(pair)) {
      const why = `and that it is ${to} in ${this.isUndo ? 'SecureX' : 'Cisco XDR'} is inferred, not documented. Hold it against your tenant, and ask for inferred names, too, if it holds.`;
      return { is: 'left', why };
    }
    const [usual = name] = this.#before(pair);
    const isOneWay = name !== usual;
    const notes = [
      ...(pair.isInferred
        ? ['That the two are the same is inferred, not documented: hold it against your tenant.']
        : []),
      ...(isOneWay ? [`The way back would lead to ${usual}.`] : []),
    ];
    return { is: 'moves', to, isOneWay, ...(notes.length > 0 ? { note: notes.join(' ') } : {}) };
  }

  #isBroughtAlong(name: string): boolean {
    return this.#broughtAlong.has(name.toLowerCase());
  }

  #isAskedFor({ isInferred }: TargetNamePair): boolean {
    return this.#withInferred || !isInferred;
  }

  /** The names that move, the one first to which a way back leads. */
  #before({ secureX, xdr, also }: TargetNamePair): readonly string[] {
    return this.isUndo ? [xdr] : [secureX, ...also];
  }

  #after({ secureX, xdr }: TargetNamePair): string {
    return this.isUndo ? secureX : xdr;
  }

  #pairFrom(name: string): TargetNamePair | undefined {
    return targetNamePairs.find((pair) => this.#before(pair).some((each) => isSame(each, name)));
  }

  #isThere(name: string): boolean {
    return targetNamePairs.some((pair) => this.#isAskedFor(pair) && isSame(this.#after(pair), name));
  }
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
