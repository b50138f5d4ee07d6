import * as vscode from 'vscode';
import type { DocumentSnapshot, Fix } from '../../core/language-service';
import { diagnosticSource, fromRange, isSameDiagnostic, toRange, toWorkspaceEdit } from '../convert';
import { openDocumentationCommand } from '../commands/open-documentation';
import type { Session } from '../session';
import { jsonSelector } from '../workflow-documents';
import { allFindings } from './all-findings';
import { commandActions } from './command-actions';
import { suppressActions } from './suppress-actions';

const quickFix = vscode.CodeActionKind.QuickFix;
const fixAll = vscode.CodeActionKind.SourceFixAll.append('sxo');
const rewrite = vscode.CodeActionKind.RefactorRewrite.append('sxo');

const documentation: vscode.Command = {
  title: vscode.l10n.t('Learn About the Token Account Key'),
  command: openDocumentationCommand,
};

export function registerCodeActions(session: Session): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(jsonSelector, new WorkflowCodeActions(session), {
    providedCodeActionKinds: [quickFix, fixAll, rewrite],
    documentation: [
      { kind: quickFix, command: documentation },
      { kind: rewrite, command: documentation },
    ],
  });
}

class WorkflowCodeActions implements vscode.CodeActionProvider {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    await this.#session.snapshots.ready(document.uri);
    const snapshot = this.#session.snapshots.of(document);
    if (!snapshot) return [];
    const only = kindsAskedFor(context).map((kind) => kind.value);
    const fixes = this.#session.service.fixes(snapshot, { range: fromRange(range), only });
    const actions = fixes.map((fix) => toCodeAction(fix, document.uri, context));
    const isQuickFixWanted = only.some((kind) => kind === quickFix.value);
    const touched = isQuickFixWanted
      ? allFindings(this.#session, document.uri, snapshot).filter((finding) =>
          toRange(finding.range).intersection(range),
        )
      : [];
    const together = only.includes(rewrite.value) ? this.#migrateTogether(document.uri, snapshot) : [];
    const asking = [commandActions, suppressActions];
    return [...actions, ...together, ...asking.flatMap((of) => of(document.uri, touched, context.diagnostics))];
  }

  /** Where a token of the document goes into a workflow of another file, which can only change along. */
  #migrateTogether(uri: vscode.Uri, snapshot: DocumentSnapshot): vscode.CodeAction[] {
    const { service, definitions } = this.#session;
    if (!definitions.isElsewhere(snapshot, service.passes(snapshot).tokens)) return [];
    const title = vscode.l10n.t('Migrate together with the definitions in other files...');
    const action = new vscode.CodeAction(title, rewrite);
    action.command = { title, command: 'sxo.migrateTogether', arguments: [uri] };
    return [action];
  }
}

/** Unasked, the light bulb offers no fix-all, and the migration only beside a finding: it would burn on every line. */
function kindsAskedFor({ only, diagnostics, triggerKind }: vscode.CodeActionContext): vscode.CodeActionKind[] {
  if (only) return [quickFix, fixAll, rewrite].filter((kind) => only.contains(kind));
  const isWelcome =
    triggerKind === vscode.CodeActionTriggerKind.Invoke ||
    diagnostics.some(({ source }) => source === diagnosticSource);
  return isWelcome ? [quickFix, rewrite] : [quickFix];
}

function toCodeAction(fix: Fix, uri: vscode.Uri, context: vscode.CodeActionContext): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.Empty.append(fix.kind));
  action.edit = toWorkspaceEdit(uri, fix.edits);
  action.isPreferred = fix.preferred;
  action.diagnostics = context.diagnostics.filter((shown) =>
    fix.diagnostics.some((finding) => isSameDiagnostic(shown, finding)),
  );
  return action;
}
