import type { DocumentSnapshot, LanguageService } from '../core/language-service';
import { confirmationOf, isServedBy } from './plan-edits';
import type { FileOutcome } from './report';

/** What became of the plan for a file, read from the file as it is now: a person may have confirmed only a part of it. */
export function migrationOutcome(
  name: string,
  before: DocumentSnapshot,
  now: DocumentSnapshot,
  service: LanguageService,
): FileOutcome {
  const plan = service.planMigration(before);
  const applied = confirmationOf(before.text, plan, now.text)?.applied;
  const done = plan.changes.filter((change) =>
    plan.edits.every((edit) => !isServedBy(change, edit) || applied?.has(edit)),
  );
  const { manual, error } = service.planMigration(now);
  return {
    name,
    uri: now.uri,
    done,
    declined: plan.changes.filter((change) => !done.includes(change)),
    manual,
    vocabulary: service.vocabulary(before),
    ...(error === undefined ? {} : { problem: error }),
  };
}
