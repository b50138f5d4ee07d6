import * as vscode from 'vscode';
import type { DocumentSnapshot, LanguageService, MigrationPlan } from '../core/language-service';
import { isServedBy, type Confirmation, type MadePlan } from './plan-edits';
import type { FileOutcome } from './report';

/**
 * What became of the plan for a file: a person may have confirmed only a part of it.
 * @param left what is left in the file as it is now, and why no more can be done to it.
 */
export function migrationOutcome(
  before: DocumentSnapshot,
  plan: MadePlan,
  confirmation: Confirmation | undefined,
  { manual, error }: Pick<MigrationPlan, 'manual' | 'error'>,
  service: LanguageService,
): FileOutcome {
  const done = plan.changes.filter((change) =>
    plan.edits.every((edit) => !isServedBy(change, edit) || confirmation?.applied.has(edit)),
  );
  return {
    name: vscode.workspace.asRelativePath(vscode.Uri.parse(before.uri, true)),
    uri: before.uri,
    done,
    declined: plan.changes.filter((change) => !done.includes(change)),
    manual,
    vocabulary: service.vocabulary(before),
    suffixes: service.suffixesInUse(before),
    ...(error === undefined ? {} : { problem: error }),
  };
}
