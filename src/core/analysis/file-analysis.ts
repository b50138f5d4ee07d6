import type { Configuration } from '../host';
import type { ParsedDocument } from '../document/parsed-document';
import { readText } from '../document/read-text';
import type { WorkflowFile } from '../document/workflow';
import { LineIndex } from '../text/line-index';
import { vocabularyFor, type Product, type Vocabulary } from '../vocabulary';
import { CallGraph } from './call-graph';
import { followTokens } from './passed-inputs';
import { shownProduct } from './shown-product';
import { TargetResolver } from './targets';
import { consumersWith } from './token-consumers';
import { TokenPassing } from './token-passing';
import { WorkflowAnalysis } from './workflow-analysis';

/** What is known of one version of a file. */
export interface FileAnalysis {
  readonly document: ParsedDocument;
  readonly lines: LineIndex;
  readonly configuration: Configuration;
  /** `undefined` where the file is no workflow export. */
  readonly file: WorkflowFile | undefined;
  /** Outermost first. */
  readonly workflows: readonly WorkflowAnalysis[];
  /** The words for whoever reads of the file; decided when first asked for. */
  readonly vocabulary: () => Vocabulary;
}

/** Whether edits of the file can be trusted: it parses, its shapes are known, its ids are unique, and so is what to keep. */
export function canBeEdited({
  document,
  file,
  configuration,
}: Pick<FileAnalysis, 'document' | 'file' | 'configuration'>): boolean {
  const isSound = document.syntaxErrors.length === 0 && file?.isOdd === false && file.doubled.length === 0;
  return isSound && configuration.projectProblem === undefined;
}

/** Nothing in JSON without these words can be an export; looking for them costs next to nothing. */
const marks = ['"workflow"', '"unique_name"'];

/** @throws RangeError where the text is nested too deeply. */
export function analyseFile(text: string, configuration: Configuration): FileAnalysis | undefined {
  return analyseTogether([{ text, configuration }])[0];
}

export interface AnalysedText {
  readonly text: string;
  readonly configuration: Configuration;
  /** Whether it is only looked at, so that nothing that hangs together with it changes. */
  readonly isHeld?: boolean;
}

/**
 * Several files, so that tokens are followed from the calls in one into the definitions in another.
 * @throws RangeError where a text is nested too deeply.
 */
export function analyseTogether(texts: readonly AnalysedText[]): (FileAnalysis | undefined)[] {
  const graph = new CallGraph();
  const files = texts.map((text) => readFile(text, graph));
  const readable = files.flatMap((read) => (read?.file ? [{ ...read, file: read.file }] : []));
  // Without a second workflow there is nobody who calls and nobody who is called.
  if (readable.reduce((sum, { file }) => sum + file.exports.length, 0) > 1) graph.add(readable);
  const sources = readable.flatMap(({ file, targets }) => {
    const tokenTargets = new Set<string>();
    return file.exports.map(({ workflow }) => ({ workflow, targets, tokenTargets }));
  });
  const flows = followTokens(sources, graph);
  const all: WorkflowAnalysis[] = [];
  const passing = new TokenPassing(graph, all);
  return files.map((read) => {
    if (!read) return undefined;
    const { file, targets, document, lines, configuration } = read;
    const definitions = new Set(file?.exports.map(({ workflow }) => workflow.id));
    // Alone, a file that cannot be edited says so itself.
    const isHeld = read.isHeld || (texts.length > 1 && !canBeEdited(read));
    const context = { targets, definitions, configuration, graph, passing, isHeld };
    const workflows = (file?.exports ?? []).flatMap((each) => {
      const flow = flows.get(each.workflow);
      return flow ? [new WorkflowAnalysis(each, flow, context)] : [];
    });
    all.push(...workflows);
    return { document, lines, configuration, file, workflows, vocabulary: vocabularyOf(read) };
  });
}

function readFile({ text, configuration, isHeld = false }: AnalysedText, graph: CallGraph) {
  if (!marks.every((mark) => text.includes(mark))) return undefined;
  const { document, file } = readText(text);
  const targets = new TargetResolver(file ?? noFile, configuration, (id) => graph.callsOf(id));
  const consumers = consumersWith(configuration.atomics);
  return { document, lines: new LineIndex(text), configuration, file, targets, consumers, isHeld };
}

function vocabularyOf({
  document,
  configuration,
  file,
  targets,
}: NonNullable<ReturnType<typeof readFile>>): () => Vocabulary {
  let vocabulary: Vocabulary | undefined;
  const shown = (): Product | undefined => file && shownProduct(document.text, file, targets);
  return () => (vocabulary ??= vocabularyFor(configuration.vocabulary, shown));
}

const noFile: WorkflowFile = { exports: [], targets: new Map(), doubled: [], isOdd: false };
