import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { DocumentSnapshot, LanguageService } from '../../core/language-service';
import { shownName } from '../../core/text/shown-name';
import { countOf, quoted, shortened } from '../../core/text/wording';
import { drawSvg } from '../../picture/draw-svg';
import { mermaid } from '../../picture/mermaid';
import { indexPage, linkTo, pageMark, workflowPage } from '../../picture/workflow-page';
import type { DocArguments } from '../doc-arguments';
import { eachWorkflow } from '../each-workflow';
import { ExitCode } from '../exit-code';
import { FileDefinitions } from '../file-definitions';
import { FileProblem } from '../file-problem';
import { insistOnJson } from '../insist-on-json';
import type { Io } from '../io';
import { nodeHost, type ServiceFactory } from '../node-host';
import { insistOnFolder } from '../output-paths';
import { complainAbout, ProjectFiles } from '../project-files';
import { readWorkflow } from '../read-workflow';
import { Reporter } from '../reporter';
import { findFiles, type WorkflowFile } from '../workflow-files';
import { writeFile } from '../write-file';

interface Page {
  readonly title: string;
  readonly purpose: string;
  /** From the folder that is written into. */
  readonly link: string;
}

/** Of what the list of all pages says of one. */
const longestPurpose = 300;

type Outcome = { readonly page?: Page; readonly printed?: string } | { readonly problem: string };

/** Writes or prints a page on each workflow file. */
export async function doc(args: DocArguments, io: Io, createService: ServiceFactory): Promise<number> {
  const projects = new ProjectFiles(io);
  const definitions = new FileDefinitions();
  const service = createService(nodeHost(args, io, projects, definitions));
  const directory = args.directory === '' ? undefined : resolve(io.cwd, args.directory);
  if (directory !== undefined) insistOnFolder(directory);
  const { files, unreadable } = await findFiles(args.paths, io);
  definitions.lookIn(files);
  const reporter = new Reporter(io, 'Describing', files.length);
  const taken = new Set<string>();
  const pages: Page[] = [];
  let hasProblem = unreadable.length > 0;
  for (const { name, problem } of unreadable) await reporter.complain(problem, name);
  const outcomes = eachWorkflow(files, io, reporter, {
    look: (file, document): Outcome => describe(file, document, service, directory, taken),
    fail: ({ name }, problem): Outcome => ({ problem: `${name}: ${problem}` }),
  });
  for await (const outcome of outcomes) {
    if ('problem' in outcome) {
      hasProblem = true;
      await reporter.complain(outcome.problem);
      continue;
    }
    if (outcome.page) pages.push(outcome.page);
    await reporter.print(outcome.printed ?? '');
  }
  for (const project of projects.all) await complainAbout(project, reporter);
  if (io.signal.aborted) return ExitCode.interrupted;
  if (directory !== undefined && pages.length > 0) {
    try {
      const list = join(directory, 'README.md');
      insistOnOwn(list);
      writeFile(list, indexPage(pages));
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      hasProblem = true;
      await reporter.complain(error.message);
    }
    await reporter.print(`${countOf(pages.length, 'page')} written into ${quoted(args.directory)}.\n`);
  }
  return hasProblem || projects.all.some(({ file }) => file.problems.length > 0) ? ExitCode.trouble : ExitCode.clean;
}

function describe(
  file: WorkflowFile,
  document: DocumentSnapshot,
  service: LanguageService,
  directory: string | undefined,
  taken: Set<string>,
): Outcome {
  const descriptions = service.describe(document).map((each) => ({ ...each, title: shownName(each.title) }));
  const [first] = descriptions;
  const broken = service.diagnose(document).find(({ code }) => code === 'json-syntax');
  if (!first) {
    if (broken) throw new FileProblem(broken.message);
    insistOnJson(file, document);
    if (file.named) throw new FileProblem('This is no workflow export, so there is nothing to describe.');
    return {};
  }
  if (broken) {
    throw new FileProblem('This is not valid JSON, so no page is written; sxo check says where it is broken.');
  }
  const graph = service.graph(document);
  const { product } = service.vocabulary(document);
  if (directory === undefined) {
    return { printed: workflowPage(descriptions, graph, `\`\`\`mermaid\n${mermaid(graph)}\`\`\``, product) };
  }
  const base = join(directory, file.relative).replace(/\.json$/i, '');
  const page = `${base}.md`;
  if (taken.has(page) || page === join(directory, 'README.md')) {
    throw new FileProblem(`Its page ${page} would be that of another file; give each its own --out.`);
  }
  taken.add(page);
  const picture = `${base}.svg`;
  const name = linkTo(relative(dirname(page), picture));
  for (const path of [picture, page]) insistOnOwn(path);
  writeFile(picture, drawSvg(graph, { lines: new Set(['order', 'token']) }));
  writeFile(page, workflowPage(descriptions, graph, `![The workflow as boxes and arrows](${name})`, product));
  const link = relative(directory, page).split(sep).join('/');
  return { page: { title: first.title, purpose: shortened(first.purpose.trim(), longestPurpose), link } };
}

/**
 * A slip of the pen must not cost a page that somebody wrote.
 * @throws {FileProblem}
 */
function insistOnOwn(path: string): void {
  if (!existsSync(path)) return;
  const before = readWorkflow(path);
  const isOurs = before === '' || before.startsWith(pageMark) || /^<svg [^>]*class="sxo-graph"/.test(before);
  if (!isOurs) throw new FileProblem(`${path} was not written by sxo doc, and is left as it is. Give another folder.`);
}
