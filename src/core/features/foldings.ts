import type { JsonPathNode } from '../document/json-path';
import type { DocumentReading } from '../reading/document-reading';
import type { Folding } from '../reading-service';

/** Every activity and every workflow that takes more than a line, and the list of each workflow's variables. */
export function foldings(reading: DocumentReading): readonly Folding[] {
  return reading.file.exports.flatMap(({ workflow }) => [
    ...foldingAt(workflow.path, false, reading),
    ...foldingAt(workflow.path.child('variables'), false, reading),
    ...workflow.activities.flatMap(({ path }) => foldingAt(path, true, reading)),
  ]);
}

/** The line with the closing bracket stays in sight. */
function foldingAt(path: JsonPathNode, isActivity: boolean, reading: DocumentReading): readonly Folding[] {
  const range = reading.rangeAt(path);
  if (!range || range.end.line - range.start.line < 2) return [];
  return [{ start: range.start.line, end: range.end.line - 1, isActivity }];
}
