import * as vscode from 'vscode';
import type { Severity } from '../core/host';
import type { Diagnostic, TextEdit } from '../core/language-service';
import type { Position, Range } from '../core/text/position';

/** The name under which findings stand in the Problems view. */
export const diagnosticSource = 'sxo';

const severities: Record<Severity, vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

const tags: Record<Diagnostic['tags'][number], vscode.DiagnosticTag> = {
  deprecated: vscode.DiagnosticTag.Deprecated,
  unnecessary: vscode.DiagnosticTag.Unnecessary,
};

export function toPosition({ line, character }: Position): vscode.Position {
  return new vscode.Position(line, character);
}

export function toRange(range: Range): vscode.Range {
  return new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
}

export function fromRange(range: vscode.Range): Range {
  return {
    start: { line: range.start.line, character: range.start.character },
    end: { line: range.end.line, character: range.end.character },
  };
}

export function toTextEdit(edit: TextEdit): vscode.TextEdit {
  return vscode.TextEdit.replace(toRange(edit.range), edit.newText);
}

export function toWorkspaceEdit(uri: vscode.Uri, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  result.set(uri, edits.map(toTextEdit));
  return result;
}

/** What is shown of a finding, whichever ring found it. */
export type Finding = Omit<Diagnostic, 'code'> & { readonly code: string };

/** @param project where the extension is installed, with the pages that explain its rules. */
export function toDiagnostic(finding: Finding, uri: vscode.Uri, project: vscode.Uri): vscode.Diagnostic {
  const result = new vscode.Diagnostic(toRange(finding.range), finding.message, severities[finding.severity]);
  result.source = diagnosticSource;
  result.code =
    finding.documentation === ''
      ? finding.code
      : { value: finding.code, target: vscode.Uri.joinPath(project, finding.documentation) };
  result.tags = finding.tags.map((tag) => tags[tag]);
  result.relatedInformation = finding.related.map(
    ({ message, range }) => new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, toRange(range)), message),
  );
  return result;
}

/** Whether the editor's diagnostic is the one that {@link toDiagnostic} made of the finding. */
export function isSameDiagnostic(shown: vscode.Diagnostic, finding: Finding): boolean {
  const code = typeof shown.code === 'object' ? shown.code.value : shown.code;
  return shown.source === diagnosticSource && code === finding.code && shown.range.isEqual(toRange(finding.range));
}
