import type { FileSymbols, WorkflowSymbol } from './reading-service';

/** A symbol and the file that has it. */
export interface FoundSymbol {
  readonly uri: string;
  readonly symbol: WorkflowSymbol;
}

interface IndexedFile extends FileSymbols {
  /** What is compared with the query, for each symbol. */
  readonly keys: readonly string[];
}

/** Knows the names in many files, and which of them call a workflow; no text is kept or read again. */
export class SymbolIndex {
  readonly #files = new Map<string, IndexedFile>();

  /** Takes a file in, or its new version. */
  set(uri: string, file: FileSymbols): void {
    this.#files.set(uri, { ...file, keys: file.symbols.map(({ name }) => name.toLowerCase()) });
  }

  delete(uri: string): void {
    this.#files.delete(uri);
  }

  /** The files that call a workflow or an atomic. */
  filesCalling(workflowId: string): string[] {
    return [...this.#files].filter(([, { calls }]) => calls.has(workflowId)).map(([uri]) => uri);
  }

  /** Names that hold the characters of the query in their order; those that hold it in one piece come first. */
  search(query: string, most: number): FoundSymbol[] {
    const wanted = query.trim().toLowerCase();
    const whole: FoundSymbol[] = [];
    const scattered: FoundSymbol[] = [];
    for (const [uri, { symbols, keys }] of this.#files) {
      for (const [index, key] of keys.entries()) {
        const symbol = symbols[index];
        if (!symbol) continue;
        if (key.includes(wanted)) {
          if (whole.push({ uri, symbol }) === most) return whole;
        } else if (scattered.length < most && holdsInOrder(key, wanted)) scattered.push({ uri, symbol });
      }
    }
    return [...whole, ...scattered].slice(0, most);
  }
}

function holdsInOrder(text: string, characters: string): boolean {
  let at = 0;
  for (const character of characters) {
    if (character === ' ') continue;
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
