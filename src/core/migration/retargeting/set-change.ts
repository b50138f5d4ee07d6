import type { TargetResolver } from '../../analysis/targets';
import { withoutSuffix } from '../../catalog/target-sets';
import type { JsonPathNode } from '../../document/json-path';
import type { JsonOperation } from '../../edits/json-operation';
import { secureXTargetNames } from '../../catalog/targets';
import type { SuffixRetargeting } from '../../language-service';
import type { Vocabulary } from '../../vocabulary';
import type { Fate, NameChange } from './name-change';
import { idInSet, movedFrom } from './set-id';

/**
 * How a name stands to the two sets: it moves, it is in the set already, it belongs to a third set, nobody can tell
 * whether it is a SecureX target, or it has nothing to do with the matter.
 */
export type Standing = 'moves' | 'there' | 'other-set' | 'unclear' | 'foreign';

/** The change from the targets with the usual names to those with a suffix, or back. */
export class SetChange implements NameChange {
  readonly adviceWithoutName = 'Choose the target of the other set there.';
  readonly suffix: string;
  readonly isUndo: boolean;
  readonly #targets: TargetResolver;
  readonly #vocabulary: () => Vocabulary;

  constructor({ suffix, isUndo = false }: SuffixRetargeting, targets: TargetResolver, vocabulary: () => Vocabulary) {
    this.suffix = suffix;
    this.isUndo = isUndo;
    this.#targets = targets;
    this.#vocabulary = vocabulary;
  }

  standingOf(name: string, role = this.#targets.roleOfName(name)): Standing {
    if (role === 'unknown') return 'unclear';
    if (role !== 'securex' && role !== 'token') return 'foreign';
    const suffix = this.#targets.suffixOf(name);
    if (suffix === '') return this.isUndo ? 'there' : 'moves';
    if (suffix !== this.suffix) return 'other-set';
    return this.isUndo ? 'moves' : 'there';
  }

  fateOf(name: string): Fate | undefined {
    const standing = this.standingOf(name);
    if (standing === 'moves') return { is: 'moves', to: this.nameAfter(name) };
    if (this.isUndo || standing === 'foreign') return undefined;
    return { is: 'left', why: this.whyLeft(standing), isThere: standing === 'there' };
  }

  /** Half a sentence on a name that does not move. */
  whyLeft(standing: 'there' | 'other-set' | 'unclear'): string {
    switch (standing) {
      case 'there':
        return `which is of the set ${this.suffix} already. The way back would take it to the usual name, too, so keep this file as it is.`;
      case 'other-set':
        return 'which is of a third set. Take it back to the usual name first.';
      case 'unclear': {
        const { product } = this.#vocabulary();
        return `and the file does not tell whether that is a ${product} target of the set. If it is, name it as a further ${product} target and retarget again.`;
      }
    }
  }

  knownNames(declared: readonly string[]): readonly string[] {
    const usual = [...secureXTargetNames, 'CTR_For_Access_Token', ...declared];
    return this.isUndo ? usual.map((name) => name + this.suffix) : usual;
  }

  whyIntegrationStays(): string | undefined {
    return this.isUndo
      ? undefined
      : 'a target that an integration manages with its key: there is no second one of it. Choose a target by name where it must run on the other set.';
  }

  /** What a name that moves becomes. */
  nameAfter(name: string): string {
    return this.isUndo ? (withoutSuffix(name, this.suffix) ?? name) : name + this.suffix;
  }

  idAfter(id: string): string {
    return idInSet(id, this.suffix, this.isUndo ? 'backwards' : 'forwards');
  }

  /** Only the suffix comes and goes, so that the rest stays written as it is. */
  renaming(path: JsonPathNode, name: string): JsonOperation {
    const { length } = name;
    return this.isUndo
      ? { kind: 'splice', path, start: length - this.suffix.length, end: length, text: '' }
      : { kind: 'splice', path, start: length, end: length, text: this.suffix };
  }

  /** Of a string that holds an id and nothing else. */
  idChange(path: JsonPathNode, id: string): JsonOperation {
    const start = movedFrom(id);
    return { kind: 'splice', path, start, end: id.length, text: this.idAfter(id).slice(start) };
  }
}
