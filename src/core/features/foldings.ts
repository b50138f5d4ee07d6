import type { DocumentReading } from '../reading/document-reading';
import type { Folding } from '../reading-service';

/** Every activity and every workflow that takes more than a line, and the list of each workflow's variables. */
export function foldings(reading: DocumentReading): readonly Folding[] {
  const paths = reading.file.exports.flatMap(({ workflow }) => [
    workflow.path,
    workflow.path.child('variables'),
    ...workflow.activities.map(({ path }) => path),
  ]);
  return paths.flatMap((path) => {
    const range = reading.rangeAt(path);
    // The line with the closing bracket stays in sight.
    return range && range.end.line - range.start.line > 1 ? [{ start: range.start.line, end: range.end.line - 1 }] : [];
  });
}
