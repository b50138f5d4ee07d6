import { pathToFileURL } from 'node:url';
import type { Severity, Suppression } from '../core/host';
import type { DocumentSnapshot } from '../core/language-service';
import type { CheckFormat, FailOn } from './check-choices';
import { CheckTally, type CheckedFile, type CheckFormatter, type CheckSummary } from './check-report';
import { eachWorkflow } from './each-workflow';
import { ExitCode } from './exit-code';
import type { FileDefinitions } from './file-definitions';
import { checkGithub } from './formatters/check-github';
import { checkJson } from './formatters/check-json';
import { checkText } from './formatters/check-text';
import { covers } from './covers';
import { insistOnJson } from './insist-on-json';
import type { Io } from './io';
import type { Project, ProjectFiles } from './project-files';
import { Reporter } from './reporter';
import { findFiles } from './workflow-files';

export interface CheckRequest {
  readonly paths: readonly string[];
  readonly format: CheckFormat;
  readonly failOn: FailOn;
}

export interface Looked extends Pick<CheckedFile, 'isWorkflow' | 'diagnostics'> {
  readonly suppressed: readonly { readonly suppressions: readonly Suppression[] }[];
}

/** What a check asks of each file. */
export interface Check {
  readonly projects: ProjectFiles;
  /** Where it looks into what other files define. */
  readonly definitions?: FileDefinitions;
  /** Whether a rule is asked at all. */
  readonly isAsked: (rule: string) => boolean;
  readonly look: (document: DocumentSnapshot) => Looked;
}

/** Looks at each file in turn, reports what was found, and tells the exit code. */
export async function checkFiles(
  { paths, format, failOn }: CheckRequest,
  io: Io,
  { projects, definitions, isAsked, look }: Check,
): Promise<number> {
  const formatter = checkFormatter(format, io);
  const tally = new CheckTally();
  const { files, unreadable } = await findFiles(paths, io);
  definitions?.lookIn(files);
  const reporter = new Reporter(io, 'Checking', files.length);

  const report = async (checked: CheckedFile) => {
    tally.add(checked);
    if (!checked.isProject || checked.diagnostics.length > 0 || checked.remark !== undefined)
      await reporter.print(formatter.file(checked));
    if (checked.error !== undefined) await reporter.complain(checked.error, checked.file);
  };

  await reporter.print(formatter.start());
  for (const folder of unreadable) await report(unread(folder.name, folder.problem));
  const outcomes = eachWorkflow(files, io, reporter, {
    look: (file, document): CheckedFile => {
      const looked = look(document);
      const { diagnostics, suppressed } = looked;
      const isBroken = diagnostics.some(({ code }) => code === 'json-syntax');
      projects.note(document.uri, isBroken ? undefined : suppressed.flatMap(({ suppressions }) => suppressions));
      const project = projects.at(document.uri);
      if (project) return { ...ofProject(project, []), named: file.named, ...remarkOn(project) };
      if (!looked.isWorkflow && diagnostics.length === 0) insistOnJson(file, document);
      return { file: file.name, named: file.named, ...looked, suppressed: suppressed.length };
    },
    fail: (file, problem) => {
      if (file.path !== null) projects.note(pathToFileURL(file.path).href, undefined);
      return unread(file.name, problem);
    },
  });
  let told = 0;
  let done = 0;
  for await (const checked of outcomes) {
    for (const project of projects.all.slice(told)) await report(ofProject(project, project.file.problems));
    told = projects.all.length;
    await report(checked);
    done += 1;
  }
  const isWhole = unreadable.length === 0 && !io.signal.aborted;
  for (const project of projects.all) {
    const isComplete = isWhole && covers(paths, project.folder, io.cwd);
    await report(ofProject(project, projects.suppressionFindings(project, isComplete, isAsked)));
  }
  const summary = tally.summary();
  await reporter.print(formatter.end(summary));

  if (io.signal.aborted) {
    await reporter.complain(`Interrupted after ${done} of ${files.length} files.`);
    return ExitCode.interrupted;
  }
  if (tally.trouble) return ExitCode.trouble;
  return fails(summary, failOn) ? ExitCode.findings : ExitCode.clean;
}

function unread(file: string, error: string): CheckedFile {
  return { file, named: true, isWorkflow: false, diagnostics: [], suppressed: 0, error };
}

function ofProject({ name }: Project, diagnostics: CheckedFile['diagnostics']): CheckedFile {
  return { file: name, named: false, isWorkflow: false, diagnostics, suppressed: 0, isProject: true };
}

/** Problems of a project file are told when it is first met. */
function remarkOn({ file }: Project): Pick<CheckedFile, 'remark'> {
  if (file.problems.length > 0) return {};
  return { remark: 'This project file is in order. Name workflows or their folder to check them by it.' };
}

function checkFormatter(format: CheckFormat, io: Io): CheckFormatter {
  switch (format) {
    case 'text':
      return checkText(io.colour);
    case 'json':
      return checkJson();
    case 'github':
      return checkGithub();
  }
}

function fails({ errors, warnings, infos }: CheckSummary, failOn: FailOn): boolean {
  const counts: Readonly<Record<Severity | 'never', number>> = {
    never: 0,
    error: errors,
    warning: errors + warnings,
    info: errors + warnings + infos,
  };
  return counts[failOn] > 0;
}
