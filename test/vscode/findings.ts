import * as vscode from 'vscode';
import { until } from './until';

/** What the extension shows for a file at this moment, in the order of the text. */
export function findingsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'sxo')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for the first findings of a file. */
export function findings(uri: vscode.Uri): Promise<vscode.Diagnostic[]> {
  return until(`${uri.path} has findings`, () => {
    const found = findingsOf(uri);
    return found.length > 0 && found;
  });
}

/** Waits for a finding of one rule. */
export function finding(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  return until(`${uri.path} has the finding ${code}`, () => findingsOf(uri).find((each) => codeOf(each) === code));
}

/** Whether nothing else is found than that the file still has names of SecureX, which no migration changes. */
export function areOfNames(found: readonly vscode.Diagnostic[]): boolean {
  return found.every((each) => codeOf(each) === 'securex-ended');
}
