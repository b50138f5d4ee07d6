import * as vscode from 'vscode';
import type { DocumentSnapshot } from '../../core/language-service';
import { originalUri } from '../preview-uri';
import type { Session } from '../session';
import { maximumMegabytes } from '../workflow-documents';

export interface TargetDocument {
  readonly document: vscode.TextDocument;
  readonly snapshot: DocumentSnapshot;
}

/**
 * The document for which a command was called: the given one, else that of the active editor; behind a preview the
 * document that it shows. Tells the user where there is none.
 */
export async function findTargetDocument(session: Session, uri?: vscode.Uri): Promise<TargetDocument | undefined> {
  const target = uri ?? vscode.window.activeTextEditor?.document.uri;
  if (!target) {
    void vscode.window.showInformationMessage('No workflow is open. Open a workflow export first.');
    return undefined;
  }
  const document = await vscode.workspace.openTextDocument(originalUri(target));
  await session.snapshots.ready(document.uri);
  const snapshot = await session.definitions.settle(() => {
    const now = session.snapshots.of(document);
    // A look at where its tokens go, so that their definitions are read.
    if (now) session.service.passes(now);
    return now;
  });
  if (snapshot) return { document, snapshot };
  const name = vscode.workspace.asRelativePath(document.uri);
  void vscode.window.showWarningMessage(
    `${name} cannot be taken for a workflow: it is no JSON document, or larger than ${maximumMegabytes} MB.`,
  );
  return undefined;
}
