import { CachingLocator } from './locator';
import type { TolerantMember } from './tolerant-parser';

/** Locates values in text that is broken, as far as it could be read. */
export class TreeLocator extends CachingLocator<TolerantMember> {
  readonly #root: TolerantMember | undefined;

  constructor(root: TolerantMember | undefined) {
    super();
    this.#root = root;
  }

  protected root(): TolerantMember | undefined {
    return this.#root;
  }

  protected read({ members }: TolerantMember): readonly TolerantMember[] {
    return members;
  }
}
