import { jsonLine } from '../../picture/json-line';
import type { Range } from '../../core/text/position';

/** The pieces of `{"version":1,"files":[...],"summary":{...}}`, one file per line, written as they come. */
export class JsonReport {
  #first = true;

  start(): string {
    return '{"version":1,"files":[';
  }

  file(entry: object): string {
    const separator = this.#first ? '\n' : ',\n';
    this.#first = false;
    return separator + jsonLine(entry);
  }

  end(summary: object): string {
    return `\n],"summary":${jsonLine(summary)}}\n`;
  }
}

/** The keys of a range in their documented order, and nothing else. */
export function plainRange({ start, end }: Range): Range {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}
