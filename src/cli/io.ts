import type { Readable } from 'node:stream';

export interface Output {
  /** Settles when the text has been taken, so that a slow reader does not make it pile up in memory. */
  write(text: string): Promise<void> | void;
}

/** All of the process that the command line sees; `main.ts` fills it from the real one. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly cwd: string;
  /** Where credentials and addresses of a live tenant are looked for. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The day, as 2027-01-31, everywhere the same: in UTC. */
  readonly today: string;
  /** Whether standard output may be coloured. */
  readonly colour: boolean;
  /** Whether somebody watches standard error, so that progress is worth showing. */
  readonly interactive: boolean;
  /** Whether unexpected errors show their stack, and the core's log is printed. */
  readonly debug: boolean;
  /** Aborted when the user interrupts: the file at hand is finished, no other is begun. */
  readonly signal: AbortSignal;
}
