import type { Severity } from '../core/host';
import type { DocumentSnapshot } from '../core/language-service';
import type { CheckFormat, FailOn } from './check-choices';
import { CheckTally, type CheckedFile, type CheckFormatter, type CheckSummary } from './check-report';
import { eachWorkflow } from './each-workflow';
import { ExitCode } from './exit-code';
import { checkGithub } from './formatters/check-github';
import { checkJson } from './formatters/check-json';
import { checkText } from './formatters/check-text';
import { insistOnJson } from './insist-on-json';
import type { Io } from './io';
import { Reporter } from './reporter';
import { findFiles } from './workflow-files';

export interface CheckRequest {
  readonly paths: readonly string[];
  readonly format: CheckFormat;
  readonly failOn: FailOn;
}

export type Looked = Pick<CheckedFile, 'isWorkflow' | 'diagnostics'>;

/** Looks at each file in turn, reports what was found, and tells the exit code. */
export async function checkFiles(
  { paths, format, failOn }: CheckRequest,
  io: Io,
  look: (document: DocumentSnapshot) => Looked,
): Promise<number> {
  const formatter = checkFormatter(format, io);
  const tally = new CheckTally();
  const { files, unreadable } = await findFiles(paths, io);
  const reporter = new Reporter(io, 'Checking', files.length);

  const report = async (checked: CheckedFile) => {
    tally.add(checked);
    await reporter.print(formatter.file(checked));
    if (checked.error !== undefined) await reporter.complain(checked.error, checked.file);
  };

  await reporter.print(formatter.start());
  for (const folder of unreadable) await report(unread(folder.name, folder.problem));
  const outcomes = eachWorkflow(files, io, reporter, {
    look: (file, document): CheckedFile => {
      const looked = look(document);
      if (!looked.isWorkflow && looked.diagnostics.length === 0) insistOnJson(file, document);
      return { file: file.name, named: file.named, ...looked };
    },
    fail: ({ name }, problem) => unread(name, problem),
  });
  for await (const checked of outcomes) await report(checked);
  const summary = tally.summary();
  await reporter.print(formatter.end(summary));

  if (io.signal.aborted) {
    await reporter.complain(`Interrupted after ${summary.files} of ${files.length} files.`);
    return ExitCode.interrupted;
  }
  if (tally.trouble) return ExitCode.trouble;
  return fails(summary, failOn) ? ExitCode.findings : ExitCode.clean;
}

function unread(file: string, error: string): CheckedFile {
  return { file, named: true, isWorkflow: false, diagnostics: [], error };
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
