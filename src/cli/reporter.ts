import { printable } from './formatters/wording';
import type { Io } from './io';
import { Progress } from './progress';

/** Keeps what is printed and the progress line out of each other's way. */
export class Reporter {
  readonly #io: Io;
  readonly #progress: Progress;

  constructor(io: Io, verb: string, total: number) {
    this.#io = io;
    this.#progress = new Progress(io, verb, total);
  }

  progress(done: number): Promise<void> {
    return this.#progress.show(done);
  }

  async print(text: string): Promise<void> {
    if (text === '') return;
    await this.#progress.clear();
    await this.#io.stdout.write(text);
  }

  /** One line about one file, or about the run where there is no file. */
  async complain(sentence: string, file?: string): Promise<void> {
    await this.note(`sxo: ${file === undefined ? '' : `${printable(file)}: `}${printable(sentence)}\n`);
  }

  /** The sentence for a mistake of ours; where it happened only interests those who ask for it. */
  async unexpected(error: unknown): Promise<string> {
    if (this.#io.debug && error instanceof Error) await this.note(`${error.stack ?? ''}\n`);
    const what = error instanceof Error ? error.message : String(error);
    return `Something unexpected happened: ${what}. Set SXO_DEBUG=1 to see where.`;
  }

  async note(text: string): Promise<void> {
    if (text === '') return;
    await this.#progress.clear();
    await this.#io.stderr.write(text);
  }
}
