import * as vscode from 'vscode';
import { toRange } from '../convert';
import type { Session } from '../session';
import { jsonSelector } from '../workflow-documents';

/** Every place that names the thing under the cursor. */
export function registerReferences({ service, snapshots }: Session): vscode.Disposable {
  return vscode.languages.registerReferenceProvider(jsonSelector, {
    async provideReferences(document, position, { includeDeclaration: withDefinition }) {
      const snapshot = await snapshots.current(document);
      const ranges = snapshot ? service.references(snapshot, position, { withDefinition }) : [];
      return ranges.map((range) => new vscode.Location(document.uri, toRange(range)));
    },
  });
}
