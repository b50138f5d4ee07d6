import type { Writable } from 'node:stream';
import type { Io } from './io';
import { run } from './run';

// The one place that touches the process. Exit codes are set, not forced, so that pending output still gets out.
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Once: a second Ctrl-C ends the process the hard way.
  process.once(signal, () => {
    interruption.abort();
  });
}

const { env } = process;
const io: Io = {
  // Opened when first used: each costs start-up time.
  get stdin() {
    return process.stdin;
  },
  stdout: { write: (text) => write(process.stdout, text) },
  stderr: { write: (text) => write(process.stderr, text) },
  cwd: currentFolder(),
  env,
  today: new Date().toISOString().slice(0, 10),
  get colour() {
    return process.stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb';
  },
  get interactive() {
    return process.stderr.isTTY && env.TERM !== 'dumb';
  },
  debug: Boolean(env.SXO_DEBUG),
  signal: interruption.signal,
};

/** Somebody may have deleted it, and then no path that was given means anything. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    process.stderr.write('sxo: The current folder is not there any more. Change to another one.\n');
    process.exit(2);
  }
}

const guarded = new WeakSet<Writable>();

function write(stream: Writable, text: string): Promise<void> {
  if (!guarded.has(stream)) {
    guarded.add(stream);
    // Each write reports its own error; without a listener the stream would throw it a second time.
    stream.on('error', () => undefined);
  }
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

run(process.argv.slice(2), io).then(
  (code) => {
    process.exitCode = code;
  },
  () => {
    // Not even the complaint could be written.
    process.exitCode = 2;
  },
);
