import type { Severity } from '../../core/host';
import type { Range } from '../../core/text/position';
import type { CheckFormatter } from '../check-report';
import { checkSentence } from './check-text';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands that GitHub Actions shows as annotations on the lines of a change. */
export function checkGithub(): CheckFormatter {
  return {
    start: () => '',
    file: ({ file, diagnostics, error }) => {
      const lines = diagnostics.map(({ severity, message, code, range }) =>
        annotation(commands[severity], { file, ...place(range), title: code }, message),
      );
      if (error !== undefined) lines.push(annotation('error', { file, title: 'unreadable' }, error));
      return lines.join('');
    },
    end: (summary) => `${checkSentence(summary)}\n`,
  };
}

/** GitHub counts from one, and wants columns only where a range stays on its line. */
function place({ start, end }: Range): Readonly<Record<string, number>> {
  const lines = { line: start.line + 1, endLine: end.line + 1 };
  if (start.line !== end.line) return lines;
  return { ...lines, col: start.character + 1, endColumn: Math.max(end.character, start.character + 1) };
}

function annotation(command: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${command} ${list.join(',')}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
