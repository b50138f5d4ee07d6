import type { CheckFormatter } from '../check-report';
import { JsonReport, plainRange } from './json-report';

/** Lines and characters are zero-based, as in the Language Server Protocol. */
export function checkJson(): CheckFormatter {
  const report = new JsonReport();
  return {
    start: () => report.start(),
    file: ({ file, diagnostics, error }) =>
      report.file({
        file,
        diagnostics: diagnostics.map(({ code, severity, message, range, path, fixable }) => ({
          code,
          severity,
          message,
          range: plainRange(range),
          path,
          fixable,
        })),
        error,
      }),
    end: (summary) => report.end(summary),
  };
}
