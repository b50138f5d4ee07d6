import type { DocumentSnapshot, LanguageService } from '../../core/language-service';
import type { GraphEdgeKind, WorkflowGraph } from '../../core/workflow-graph';
import { drawSvg } from '../../picture/draw-svg';
import { graphJson } from '../../picture/graph-json';
import { mermaid } from '../../picture/mermaid';
import { eachWorkflow } from '../each-workflow';
import { ExitCode } from '../exit-code';
import { FileProblem } from '../file-problem';
import type { GraphArguments } from '../graph-arguments';
import { insistOnJson } from '../insist-on-json';
import type { Io } from '../io';
import { nodeHost, type ServiceFactory } from '../node-host';
import { complainAbout, ProjectFiles } from '../project-files';
import { Reporter } from '../reporter';
import { findFiles, type WorkflowFile } from '../workflow-files';

interface Drawn {
  readonly text: string;
  readonly problem: string | undefined;
}

/** Prints one file as a picture, or as data for other programs. */
export async function graph(args: GraphArguments, io: Io, createService: ServiceFactory): Promise<number> {
  const projects = new ProjectFiles(io);
  const service = createService(nodeHost(args, io, projects));
  const { files, unreadable } = await findFiles([args.path], io);
  const reporter = new Reporter(io, 'Drawing', 1);
  const [file] = files;
  if (!file?.named || unreadable.length > 0) {
    await reporter.complain('This is a folder; sxo graph takes one file.', args.path);
    return ExitCode.trouble;
  }
  let hasProblem = false;
  const outcomes = eachWorkflow([file], io, reporter, {
    look: (_, document): Drawn => draw(file, document, service, args),
    fail: (_, problem): Drawn => ({ text: '', problem }),
  });
  for await (const { text, problem } of outcomes) {
    for (const project of projects.all) await complainAbout(project, reporter);
    hasProblem = problem !== undefined || projects.all.some((project) => project.file.problems.length > 0);
    await reporter.print(text);
    if (problem !== undefined) await reporter.complain(problem, file.name);
  }
  if (io.signal.aborted) return ExitCode.interrupted;
  return hasProblem ? ExitCode.trouble : ExitCode.clean;
}

/** Of a broken file what can be read, and what is wrong with it. */
function draw(file: WorkflowFile, document: DocumentSnapshot, service: LanguageService, args: GraphArguments): Drawn {
  const drawn = service.graph(document);
  const broken = service.diagnose(document).find(({ code }) => code === 'json-syntax');
  if (drawn.nodes.length === 0) {
    if (broken) throw new FileProblem(broken.message);
    insistOnJson(file, document);
    throw new FileProblem('This is no workflow export, so there is nothing to draw.');
  }
  const where = broken && `line ${broken.range.start.line + 1}, column ${broken.range.start.character + 1}`;
  return {
    text: textOf(drawn, args),
    problem: where && `This is not valid JSON (${where}); only what can still be read is drawn.`,
  };
}

function textOf(drawn: WorkflowGraph, { format, withData, withMigration }: GraphArguments): string {
  switch (format) {
    case 'json':
      return graphJson(drawn);
    case 'mermaid':
      return mermaid(drawn, { withData, withFates: withMigration });
    case 'svg': {
      const lines = new Set<GraphEdgeKind>(['order', 'token', ...(withData ? (['data'] as const) : [])]);
      return drawSvg(drawn, { lines, withFates: withMigration });
    }
  }
}
