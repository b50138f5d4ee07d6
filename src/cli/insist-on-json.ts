import type { DocumentSnapshot } from '../core/language-service';
import { FileProblem } from './file-problem';
import type { WorkflowFile } from './workflow-files';

/**
 * For a file that is no workflow: a folder may hold anything, but text that was named and is not even JSON is broken.
 * @throws {FileProblem}
 */
export function insistOnJson(file: WorkflowFile, { text }: DocumentSnapshot): void {
  if (!file.named) return;
  try {
    JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    throw new FileProblem('This is no JSON, and nothing in it looks like a workflow export.');
  }
}
