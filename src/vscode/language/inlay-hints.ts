import * as vscode from 'vscode';
import type { InlayHint } from '../../core/reading-service';
import { shownInlayKinds } from '../configuration';
import { fromRange, toPosition } from '../convert';
import type { Session } from '../session';
import { jsonSelector } from '../workflow-documents';

/** A name beside each id. */
export function registerInlayHints({ service, snapshots }: Session): vscode.Disposable {
  return vscode.languages.registerInlayHintsProvider(jsonSelector, {
    onDidChangeInlayHints: snapshots.onDidReset,
    async provideInlayHints(document, range) {
      const kinds = shownInlayKinds(document.uri);
      const snapshot = kinds.size > 0 ? await snapshots.current(document) : undefined;
      if (!snapshot) return [];
      const hints = service.inlayHints(snapshot, fromRange(range));
      return hints.filter(({ kind }) => kinds.has(kind)).map(toInlayHint);
    },
  });
}

function toInlayHint({ position, isBefore, text, tooltip }: InlayHint): vscode.InlayHint {
  const hint = new vscode.InlayHint(toPosition(position), text);
  hint.tooltip = tooltip;
  hint.paddingLeft = !isBefore;
  hint.paddingRight = isBefore;
  return hint;
}
