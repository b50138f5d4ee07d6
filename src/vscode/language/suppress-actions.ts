import * as vscode from 'vscode';
import { isSameDiagnostic, type Finding } from '../convert';

const command = 'sxo.suppressFinding';

/** One for each finding; only where there is a folder for the project file. Never preferred: it mends nothing. */
export function suppressActions(
  uri: vscode.Uri,
  findings: readonly Finding[],
  shown: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  if (!vscode.workspace.getWorkspaceFolder(uri)) return [];
  return findings
    .filter(({ code }) => code !== 'json-syntax')
    .map((finding) => {
      const title = vscode.l10n.t('Suppress here... ({0})', finding.code);
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      action.command = { title, command, arguments: [uri, finding.code, finding.path] };
      action.diagnostics = shown.filter((each) => isSameDiagnostic(each, finding));
      return action;
    });
}
