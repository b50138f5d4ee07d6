import type { Memento } from 'vscode';
import type { ExplorerNode } from '../../tenant/explorer/explorer-node';

const key = 'sxo.openNodes';
/** Lines of tenants and files that are long gone should not pile up. */
const most = 500;

/** Which lines somebody opened or closed. The editor remembers it by their ids, but only until the window reloads. */
export class OpenNodes {
  readonly #memory: Pick<Memento, 'get' | 'update'>;
  /** In the order of the clicks, the latest last. */
  readonly #nodes: Map<string, boolean>;

  constructor(memory: Pick<Memento, 'get' | 'update'>) {
    this.#memory = memory;
    this.#nodes = new Map(memory.get<readonly (readonly [string, boolean])[]>(key, []));
  }

  isOpen({ id, isOpen }: ExplorerNode): boolean {
    return this.#nodes.get(id) ?? isOpen === true;
  }

  note({ id }: ExplorerNode, isOpen: boolean): void {
    this.#nodes.delete(id);
    this.#nodes.set(id, isOpen);
    for (const oldest of this.#nodes.keys()) {
      if (this.#nodes.size <= most) break;
      this.#nodes.delete(oldest);
    }
    void this.#memory.update(key, [...this.#nodes]);
  }
}
