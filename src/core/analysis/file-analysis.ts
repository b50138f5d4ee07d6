import type { Configuration } from '../host';
import { parseDocument, type ParsedDocument } from '../document/parsed-document';
import { isWorkflowExport, readWorkflowFile } from '../document/read-workflow-file';
import type { WorkflowFile } from '../document/workflow';
import { LineIndex } from '../text/line-index';
import { TargetResolver } from './targets';
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
}

/** Whether edits of the file can be trusted: it parses, its shapes are known, its ids are unique, and so is what to keep. */
export function canBeEdited({ document, file, configuration }: FileAnalysis): boolean {
  const isSound = document.syntaxErrors.length === 0 && file?.isOdd === false && file.doubled.length === 0;
  return isSound && configuration.projectProblem === undefined;
}

/** Nothing in JSON without these words can be an export; looking for them costs next to nothing. */
const marks = ['"workflow"', '"unique_name"'];

/** @throws RangeError where the text is nested too deeply. */
export function analyseFile(text: string, configuration: Configuration): FileAnalysis | undefined {
  if (!marks.every((mark) => text.includes(mark))) return undefined;
  const document = parseDocument(text);
  const file = isWorkflowExport(document.value) ? readWorkflowFile(document.value) : undefined;
  return {
    document,
    lines: new LineIndex(text),
    configuration,
    file,
    workflows: analyseWorkflows(file, configuration),
  };
}

function analyseWorkflows(file: WorkflowFile | undefined, configuration: Configuration): WorkflowAnalysis[] {
  if (!file) return [];
  const context = {
    targets: new TargetResolver(file, configuration),
    tokenTargets: new Set<string>(),
    definitions: new Set(file.exports.map(({ workflow }) => workflow.id)),
    configuration,
  };
  return file.exports.map((read) => new WorkflowAnalysis(read, context));
}
