import * as vscode from 'vscode';
import type { Session } from '../session';
import { jsonSelector } from '../workflow-documents';

/** Activities are regions, which "Fold All Regions" folds while all else stays open. */
export function registerFoldings({ service, snapshots }: Session): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(jsonSelector, {
    async provideFoldingRanges(document) {
      const snapshot = await snapshots.current(document);
      const foldings = snapshot ? service.foldings(snapshot) : [];
      return foldings.map(
        ({ start, end, isActivity }) =>
          new vscode.FoldingRange(start, end, isActivity ? vscode.FoldingRangeKind.Region : undefined),
      );
    },
  });
}
