import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { DocumentSnapshot, LanguageService, MigrationPlan } from '../core/language-service';
import type { OutputArguments } from './arguments';
import { eachWorkflow } from './each-workflow';
import { ExitCode } from './exit-code';
import { diffText, unifiedDiff } from './formatters/diff';
import { migrateJson } from './formatters/migrate-json';
import { manualText, migrateText } from './formatters/migrate-text';
import type { PlanWords } from './formatters/plan-words';
import { insistOnJson } from './insist-on-json';
import type { Io } from './io';
import type { MigrationGroups } from './migration-groups';
import { MigrateTally, type MigratedFile, type MigrateFormatter } from './migrate-report';
import { outputPaths } from './output-paths';
import { complainAbout, type ProjectFiles } from './project-files';
import { Reporter } from './reporter';
import { findFiles, type WorkflowFile } from './workflow-files';
import { replaceFile, writeFile } from './write-file';

/** What a command does to each of many files. */
export interface Rewriting {
  readonly words: PlanWords;
  /** For the progress line: `Migrating`. */
  readonly doing: string;
  /** Those that the plans were made by: what is wrong with them is told once. */
  readonly projects: ProjectFiles;
  readonly service: LanguageService;
  readonly plan: (document: DocumentSnapshot) => MigrationPlan;
  /** Files that are planned and written together. */
  readonly groups?: MigrationGroups;
}

/** Plans each file, reports, and writes what was asked for. */
export async function rewriteFiles(
  args: OutputArguments,
  io: Io,
  { words, doing, projects, service, plan, groups }: Rewriting,
): Promise<number> {
  const formatter = migrateFormatter(args, io, words);
  // A patch says nothing of what is left to a person, so that goes beside it.
  const aside = args.output === 'diff' ? manualText(false, words) : undefined;
  const tally = new MigrateTally();
  const directory = args.output === 'out' ? resolve(io.cwd, args.directory) : undefined;
  const { files, unreadable } = await findFiles(args.paths, io, directory);
  const outputs = directory === undefined ? undefined : outputPaths(files, directory);
  const reporter = new Reporter(io, doing, files.length);

  const report = async (migrated: MigratedFile) => {
    tally.add(migrated);
    await reporter.print(formatter.file(migrated));
    await reporter.note(aside?.file(migrated) ?? '');
    if (migrated.error !== undefined) await reporter.complain(migrated.error, migrated.file);
  };

  await groups?.find(files, io, outputs);
  const isFirst = firstByContent();
  await reporter.print(formatter.start());
  for (const folder of unreadable) await report(failed(folder.name, folder.problem));
  const outcomes = eachWorkflow(files, io, reporter, {
    look: (file, read): MigratedFile => {
      const member = groups?.take(file);
      const document = member?.document ?? read;
      const planned = member?.plan ?? plan(document);
      const { status, changes, manual, suppressed = 0, error } = planned;
      if (status === 'skipped') insistOnJson(file, document);
      return {
        file: file.name,
        named: file.named,
        status,
        changes,
        manual,
        ...(changes.length > 0
          ? { vocabulary: service.vocabulary(document), suffixes: service.suffixesInUse(document) }
          : {}),
        suppressed,
        written: member?.written === true || write(file, document, planned, args, outputs?.get(file)),
        ...(args.output === 'diff' && isFirst(file)
          ? { patch: unifiedDiff(patchName(file, io.cwd), document.text, planned.edits) }
          : {}),
        ...(error === undefined ? {} : { error }),
      };
    },
    fail: ({ name }, problem) => failed(name, problem),
  });
  let told = 0;
  for await (const migrated of outcomes) {
    for (const project of projects.all.slice(told)) await complainAbout(project, reporter);
    told = projects.all.length;
    await report(migrated);
  }
  const summary = tally.summary();
  await reporter.print(formatter.end(summary));
  await reporter.note(aside?.end(summary) ?? '');

  if (io.signal.aborted) {
    await reporter.complain(`Interrupted after ${summary.files} of ${files.length} files; every file is whole.`);
    return ExitCode.interrupted;
  }
  if (summary.failed > 0 || projects.all.some(({ file }) => file.problems.length > 0)) return ExitCode.trouble;
  return summary.manual > 0 ? ExitCode.findings : ExitCode.clean;
}

/** As `git apply` finds it: from the current folder where the file is below it, whatever way the PATH went. */
function patchName({ name, path }: WorkflowFile, cwd: string): string {
  if (path === null) return name;
  const below = relative(cwd, path);
  return below.startsWith('..') || isAbsolute(below) ? name : below.replaceAll(sep, '/');
}

/** Tells a file from a link to one that was there before: a patch that names both would not apply. */
function firstByContent(): (file: WorkflowFile) => boolean {
  const seen = new Set<string>();
  return ({ path }) => {
    const real = path === null ? '' : realpathSync(path);
    return !seen.has(real) && Boolean(seen.add(real));
  };
}

/** Whether a file was written. */
function write(
  file: WorkflowFile,
  document: DocumentSnapshot,
  plan: MigrationPlan,
  args: OutputArguments,
  output: string | undefined,
): boolean {
  if (plan.status === 'failed' || plan.status === 'skipped') return false;
  if (output !== undefined) {
    writeFile(output, plan.newText);
    return true;
  }
  if (args.output !== 'write' || file.path === null || plan.edits.length === 0) return false;
  replaceFile(file.path, document.text, plan.newText);
  return true;
}

function failed(file: string, error: string): MigratedFile {
  return { file, named: true, status: 'failed', changes: [], manual: [], suppressed: 0, written: false, error };
}

function migrateFormatter({ format, output }: OutputArguments, io: Io, words: PlanWords): MigrateFormatter {
  if (output === 'diff') return diffText(io.colour);
  if (format === 'json') return migrateJson();
  return migrateText(io.colour, output !== 'report', words);
}
