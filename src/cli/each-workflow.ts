import { pathToFileURL } from 'node:url';
import type { DocumentSnapshot } from '../core/language-service';
import { nextTurn } from './event-loop';
import { FileProblem } from './file-problem';
import type { Io } from './io';
import { readStandardInput, readWorkflow } from './read-workflow';
import type { Reporter } from './reporter';
import type { WorkflowFile } from './workflow-files';

export interface Work<Outcome> {
  /** May throw: what goes wrong with one file must not take the others down. */
  look(file: WorkflowFile, document: DocumentSnapshot): Outcome;
  fail(file: WorkflowFile, problem: string): Outcome;
}

/** Reads one file at a time; a text lives no longer than its turn. Ends early, between two files, on interruption. */
export async function* eachWorkflow<Outcome>(
  files: readonly WorkflowFile[],
  io: Io,
  reporter: Reporter,
  work: Work<Outcome>,
): AsyncGenerator<Outcome> {
  const interrupted = () => io.signal.aborted;
  for (const [index, file] of files.entries()) {
    await reporter.progress(index + 1);
    await nextTurn();
    if (interrupted()) return;
    let outcome: Outcome;
    try {
      outcome = work.look(file, await read(file, io));
    } catch (error) {
      // Waiting for standard input is the one wait that an interruption cuts short.
      if (interrupted()) return;
      outcome = work.fail(file, error instanceof FileProblem ? error.message : await reporter.unexpected(error));
    }
    yield outcome;
  }
}

async function read(file: WorkflowFile, io: Io): Promise<DocumentSnapshot> {
  if (file.path === null) return { uri: 'untitled:stdin.json', text: await readStandardInput(io.stdin, io.signal) };
  return { uri: pathToFileURL(file.path).href, text: readWorkflow(file.path) };
}
