import type { LanguageService } from '../core/language-service';
import type { VocabularyChoice } from '../core/vocabulary';
import { WorkspaceIndex } from '../tenant/state/workspace-index';
import { eachWorkflow } from './each-workflow';
import { ExitCode } from './exit-code';
import { insistOnJson } from './insist-on-json';
import type { Io } from './io';
import { Reporter } from './reporter';
import { findFiles } from './workflow-files';

export interface IndexedFiles {
  readonly index: WorkspaceIndex;
  /** By the URI of the file: its name as reports show it. */
  readonly names: ReadonlyMap<string, string>;
  /** Clean, or why the index is not whole. */
  readonly exitCode: number;
}

/** The workflow files that the PATH arguments stand for, indexed; what cannot be read is complained about. */
export async function indexFiles(
  paths: readonly string[],
  io: Io,
  service: LanguageService,
  choice: VocabularyChoice,
): Promise<IndexedFiles> {
  const index = new WorkspaceIndex(() => choice);
  const names = new Map<string, string>();
  const { files, unreadable } = await findFiles(paths, io);
  const reporter = new Reporter(io, 'Reading', files.length);
  let exitCode: number = unreadable.length > 0 ? ExitCode.trouble : ExitCode.clean;
  for (const { name, problem } of unreadable) await reporter.complain(problem, name);

  const outcomes = eachWorkflow(files, io, reporter, {
    look: (file, document) => {
      const inventory = service.inventory(document);
      if (inventory.workflows.length === 0) insistOnJson(file, document);
      else index.set(document.uri, inventory);
      names.set(document.uri, file.name);
      return undefined;
    },
    fail: ({ name }, problem) => ({ name, problem }),
  });
  for await (const failed of outcomes) {
    if (!failed) continue;
    exitCode = ExitCode.trouble;
    await reporter.complain(failed.problem, failed.name);
  }
  if (io.signal.aborted) exitCode = ExitCode.interrupted;
  return { index, names, exitCode };
}
