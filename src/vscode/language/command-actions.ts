import * as vscode from 'vscode';
import { isSameDiagnostic, type Finding } from '../convert';

/** What a command of the whole file can do about a finding, after it has asked. */
const commands: Readonly<Record<string, { readonly title: string; readonly command: string }>> = {
  'securex-ended': {
    title: vscode.l10n.t('Move this workflow to the XDR targets...'),
    command: 'sxo.moveToXdrTargets',
  },
  'mixed-methods': { title: vscode.l10n.t('Retarget this workflow...'), command: 'sxo.retargetWorkflow' },
};

/** Never preferred: whether it helps depends on the tenant. */
export function commandActions(
  uri: vscode.Uri,
  findings: readonly Finding[],
  shown: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  return findings.flatMap((finding) => {
    const offered = commands[finding.code];
    if (!offered) return [];
    const action = new vscode.CodeAction(offered.title, vscode.CodeActionKind.QuickFix);
    action.command = { ...offered, arguments: [uri] };
    action.diagnostics = shown.filter((each) => isSameDiagnostic(each, finding));
    return [action];
  });
}
