import type { Io } from './io';

const patience = 500;
const pace = 100;

/** One line on a terminal that counts files, once the work takes longer than a person likes to wait in the dark. */
export class Progress {
  readonly #io: Io;
  readonly #verb: string;
  readonly #total: number;
  readonly #now: () => number;
  #due: number;
  #shown = false;

  constructor(io: Io, verb: string, total: number, now = () => performance.now()) {
    this.#io = io;
    this.#verb = verb;
    this.#total = total;
    this.#now = now;
    this.#due = now() + patience;
  }

  async show(done: number): Promise<void> {
    if (!this.#io.interactive || this.#now() < this.#due) return;
    this.#due = this.#now() + pace;
    this.#shown = true;
    await this.#io.stderr.write(`\r\u001b[K${this.#verb} file ${done} of ${this.#total}`);
  }

  /** Makes room for other text, after which the line comes back at once. */
  async clear(): Promise<void> {
    if (!this.#shown) return;
    this.#shown = false;
    this.#due = this.#now();
    await this.#io.stderr.write('\r\u001b[K');
  }
}
