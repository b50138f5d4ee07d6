import type { MigrateFormatter } from '../migrate-report';
import { JsonReport, plainRange } from './json-report';

/** Lines and characters are zero-based, as in the Language Server Protocol. */
export function migrateJson(): MigrateFormatter {
  const report = new JsonReport();
  return {
    start: () => report.start(),
    file: ({ file, status, changes, manual, error }) =>
      report.file({
        file,
        status,
        changes: changes.map(({ kind, workflow, activity, title, message }) => ({
          kind,
          workflow,
          activity,
          title,
          message,
        })),
        manual: manual.map(({ code, workflow, activity, title, message, range }) => ({
          code,
          workflow,
          activity,
          title,
          message,
          range: plainRange(range),
        })),
        error,
      }),
    end: (summary) => report.end(summary),
  };
}
