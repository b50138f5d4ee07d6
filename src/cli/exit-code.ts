/** What `sxo` tells the shell; the numbers are part of its interface. */
export const ExitCode = {
  /** Nothing found, and nothing is left to a person. */
  clean: 0,
  /** Findings at or above `--fail-on`, or something is left to a person. */
  findings: 1,
  /** Wrong usage; input that could not be read, is no JSON, or could not be written. */
  trouble: 2,
  /** Ctrl-C, as shells have it: 128 + SIGINT. */
  interrupted: 130,
  /** The reader of our output has gone: 128 + SIGPIPE. */
  brokenPipe: 141,
} as const;
