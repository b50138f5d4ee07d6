import * as vscode from 'vscode';
import { toRange } from '../convert';
import type { Session } from '../session';
import { jsonSelector } from '../workflow-documents';

/** From an id to where the thing itself stands, in this file or in another one. */
export function registerDefinition({ service, snapshots }: Session): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(jsonSelector, {
    async provideDefinition(document, position): Promise<vscode.LocationLink[]> {
      const snapshot = await snapshots.current(document);
      const place = snapshot && service.definition(snapshot, position);
      if (!place) return [];
      return [
        {
          originSelectionRange: toRange(place.origin),
          targetUri: vscode.Uri.parse(place.uri, true),
          targetRange: toRange(place.range),
          targetSelectionRange: toRange(place.selection),
        },
      ];
    },
  });
}
