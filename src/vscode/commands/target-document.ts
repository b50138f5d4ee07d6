import * as vscode from 'vscode';
import type { DocumentSnapshot } from '../../core/language-service';
import { plainMessage } from '../../tenant/explorer/plain-message';
import { reasonOf } from '../file-problem';
import { originalUri } from '../preview-uri';
import type { Session } from '../session';
import { maximumMegabytes, mayHoldWorkflow } from '../workflow-documents';

export interface TargetDocument {
  readonly document: vscode.TextDocument;
  readonly snapshot: DocumentSnapshot;
}

/**
 * The document for which a command was called: the given one, else that of the active editor, else the only one in sight;
 * behind a preview the document that it shows. Tells the user where there is none.
 */
export async function findTargetDocument(session: Session, uri?: vscode.Uri): Promise<TargetDocument | undefined> {
  const target = uri ?? (vscode.window.activeTextEditor?.document ?? documentBeside())?.uri;
  if (!target) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No workflow is open. Open a workflow export first.'));
    return undefined;
  }
  const name = vscode.workspace.asRelativePath(originalUri(target));
  const document = await openDocument(originalUri(target), name);
  if (!document) return undefined;
  await session.snapshots.ready(document.uri);
  const snapshot = await session.definitions.settle(() => {
    const now = session.snapshots.of(document);
    // A look at where its tokens go, so that their definitions are read.
    if (now) session.service.passes(now);
    return now;
  });
  if (snapshot) return { document, snapshot };
  const message = vscode.l10n.t(
    '{0} cannot be taken for a workflow: it is no JSON document, or larger than {1} MB.',
    name,
    maximumMegabytes,
  );
  void vscode.window.showWarningMessage(plainMessage(message));
  return undefined;
}

/** The only JSON in sight: a page such as the first steps asks from beside the workflow that it speaks of. */
function documentBeside(): vscode.TextDocument | undefined {
  const shown = new Set(vscode.window.visibleTextEditors.map(({ document }) => document).filter(mayHoldWorkflow));
  return shown.size === 1 ? [...shown][0] : undefined;
}

/** Nothing where it is gone or no text, which is said. */
async function openDocument(uri: vscode.Uri, name: string): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch (error) {
    void vscode.window.showErrorMessage(
      plainMessage(vscode.l10n.t('{0} cannot be opened. {1}', name, await reasonFor(uri, error))),
    );
    return undefined;
  }
}

/** The file system is clearer than the editor, which wraps what it was told in paths. */
async function reasonFor(uri: vscode.Uri, error: unknown): Promise<string> {
  try {
    await vscode.workspace.fs.stat(uri);
    return reasonOf(error);
  } catch (reason) {
    return reasonOf(reason);
  }
}
