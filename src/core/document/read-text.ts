import { parseDocument, type ParsedDocument } from './parsed-document';
import { isWorkflowExport, readWorkflowFile } from './read-workflow-file';
import type { WorkflowFile } from './workflow';

export interface ReadText {
  readonly document: ParsedDocument;
  /** `undefined` where the text is no workflow export. */
  readonly file: WorkflowFile | undefined;
}

/** @throws RangeError where the text is nested too deeply. */
export function readText(text: string): ReadText {
  const document = parseDocument(text);
  return { document, file: isWorkflowExport(document.value) ? readWorkflowFile(document.value) : undefined };
}
