import * as vscode from 'vscode';
import type { DocumentSnapshot, ManualStep } from '../../core/language-service';
import { confirmationOf, type Confirmation, type MadePlan } from '../plan-edits';

/** A file that would change, open as a document: edits are placed by what the editor shows. */
export interface ChangingFile {
  readonly document: vscode.TextDocument;
  readonly before: DocumentSnapshot;
  readonly wasDirty: boolean;
  readonly plan: MadePlan;
  /** What the plan leaves to a person. */
  readonly manual: readonly ManualStep[];
}

/** Files that change together or not at all: a definition and its callers, or, most of the time, one file. */
export interface ChangeUnit {
  /** Also those in which nothing is to be changed. */
  readonly members: readonly vscode.Uri[];
  readonly changing: readonly ChangingFile[];
}

export function isGroup({ members }: ChangeUnit): boolean {
  return members.length > 1;
}

/** What of a file's plan is in it now; nothing where it changed in any other way. */
export function confirmedOf({ before, plan, document }: ChangingFile): Confirmation | undefined {
  return confirmationOf(before.text, plan, document.getText());
}

/** Whether some of the edits are made and some are not. */
export function isPartial({ changing }: ChangeUnit): boolean {
  const confirmations = changing.map(confirmedOf);
  const isBegun = confirmations.some((each) => each !== undefined && each.applied.size > 0);
  return isBegun && confirmations.some((each) => each === undefined || each.open.length > 0);
}

/** "a.json, b.json and 3 more". */
export function namesOf(uris: readonly vscode.Uri[]): string {
  const most = 3;
  const names = uris.slice(0, most).map((uri) => vscode.workspace.asRelativePath(uri));
  const rest = uris.length > most ? vscode.l10n.t('{0} more', uris.length - most) : names.pop();
  return names.length > 0 ? vscode.l10n.t('{0} and {1}', names.join(', '), rest ?? '') : (rest ?? '');
}
