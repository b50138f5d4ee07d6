import { Readable } from 'node:stream';
import type { Io } from '../../../src/cli/io';

export interface CapturedIo extends Io {
  readonly out: () => string;
  readonly err: () => string;
}

/** Streams that keep what is written to them. */
export function capturedIo(cwd: string, overrides: Partial<Io> & { input?: string | Buffer } = {}): CapturedIo {
  const { input = '', ...rest } = overrides;
  const out: string[] = [];
  const err: string[] = [];
  return {
    stdin: Readable.from([Buffer.from(input)]),
    stdout: { write: (text) => void out.push(text) },
    stderr: { write: (text) => void err.push(text) },
    cwd,
    env: {},
    today: '2024-06-01',
    colour: false,
    interactive: false,
    debug: false,
    signal: new AbortController().signal,
    ...rest,
    out: () => out.join(''),
    err: () => err.join(''),
  };
}
