import type { Severity } from '../../core/host';
import { countOf } from '../../core/text/wording';
import type { CheckFormatter, CheckSummary } from '../check-report';
import { painter, type Style } from './paint';
import { printable } from './wording';

const styles: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'cyan' };

/** One finding per line, in the form that terminals and editors turn into a link: `file:line:column`. */
export function checkText(colour: boolean): CheckFormatter {
  const paint = painter(colour);
  return {
    start: () => '',
    file: ({ file, named, isWorkflow, diagnostics, remark, error }) => {
      const name = printable(file);
      if (error === undefined && named && !isWorkflow && diagnostics.length === 0) {
        return `${name}: ${remark ?? 'This is no workflow export, so there is nothing to check.'}\n`;
      }
      return diagnostics
        .map(({ severity, message, code, range: { start } }) => {
          const place = paint('bold', `${name}:${start.line + 1}:${start.character + 1}:`);
          return `${place} ${paint(styles[severity], severity)}: ${printable(message)} ${paint('dim', `[${code}]`)}\n`;
        })
        .join('');
    },
    end: (summary) => `${checkSentence(summary)}\n`,
  };
}

export function checkSentence(summary: CheckSummary): string {
  const { files, workflows, errors, warnings, infos, fixable, suppressed, unreadable } = summary;
  const aside = suppressed === 0 ? '' : ` ${countOf(suppressed, 'finding')} suppressed.`;
  const where = `in ${countOf(workflows, 'workflow file')} (${countOf(files, 'file')} read)`;
  const found = errors + warnings + infos;
  const unread =
    unreadable === 0 ? '' : `${countOf(unreadable, 'file or folder', 'files or folders')} could not be read`;
  if (found === 0)
    return unread === '' ? `Nothing found ${where}.${aside}` : `${unread}; no findings ${where}.${aside}`;
  const kinds = [
    [errors, 'error'],
    [warnings, 'warning'],
    [infos, 'info'],
  ] as const;
  const parts = kinds
    .filter(([number]) => number > 0)
    .map(([number, noun]) => (noun === 'info' ? `${number} info` : countOf(number, noun)));
  return `${countOf(found, 'finding')} ${where}: ${parts.join(', ')}; ${fixable === 0 ? 'none has' : `${fixable} with`} a safe fix.${unread && ` ${unread}.`}${aside}`;
}
