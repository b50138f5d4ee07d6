import * as vscode from 'vscode';
import type { Range } from '../../core/text/position';
import { toRange } from '../convert';
import type { Session } from '../session';
import { jsonSelector } from '../workflow-documents';

/** From a reference to its activity and what is around that. */
export function registerSelectionRanges({ service, snapshots }: Session): vscode.Disposable {
  return vscode.languages.registerSelectionRangeProvider(jsonSelector, {
    async provideSelectionRanges(document, positions) {
      const snapshot = await snapshots.current(document);
      const ranges = snapshot ? service.selectionRanges(snapshot, positions) : [];
      return positions.map(
        (position, index) =>
          nested(ranges[index] ?? []) ?? new vscode.SelectionRange(new vscode.Range(position, position)),
      );
    },
  });
}

/** @param ranges the innermost first */
function nested(ranges: readonly Range[]): vscode.SelectionRange | undefined {
  return ranges.reduceRight<vscode.SelectionRange | undefined>(
    (parent, range) => new vscode.SelectionRange(toRange(range), parent),
    undefined,
  );
}
