import * as vscode from 'vscode';
import type { DocumentSnapshot, MigrationPlan } from '../../core/language-service';
import { namesOf } from '../folder-changes/change-unit';
import type { Session } from '../session';
import { readSnapshot } from '../workflow-files';

/** Files of the workspace that change together or not at all, and whether there is anything to change. */
export interface Together {
  readonly uris: readonly vscode.Uri[];
  readonly sentence: string;
  readonly button: string;
}

/** Migrates a document with all that hangs together with it, after a look at the Refactor Preview. */
export function registerMigrateTogether(session: Session): vscode.Disposable {
  return vscode.commands.registerCommand('sxo.migrateTogether', async (uri: vscode.Uri) => {
    const group = await session.definitions.groupOf(uri, session.service);
    await migrateAll(group.length > 0 ? group : [uri]);
  });
}

/** What a document should be migrated together with, where that changes more than a plan for it alone. */
export async function findTogether(
  { service, definitions, snapshots }: Session,
  snapshot: DocumentSnapshot,
  alone: MigrationPlan,
): Promise<Together | undefined> {
  const isDone = alone.edits.length > 0 && service.passes(snapshot).tokens.size === 0;
  if (isDone || alone.status === 'skipped' || alone.status === 'failed') return undefined;
  const uris = await definitions.groupOf(vscode.Uri.parse(snapshot.uri, true), service);
  const read = await Promise.all(uris.map((uri) => readSnapshot(uri, snapshots)));
  const files = read.flatMap((each) => each.snapshot ?? []);
  const plans = service.planMigrations(files);
  const isMore = files.some(
    ({ uri }, index) => (plans[index]?.edits.length ?? 0) > (uri === snapshot.uri ? alone.edits.length : 0),
  );
  if (!isMore) return undefined;
  const others = uris.filter((uri) => uri.toString() !== snapshot.uri);
  return {
    uris,
    sentence: vscode.l10n.t('It hangs together with {0}: they change together or not at all.', namesOf(others)),
    button: vscode.l10n.t('Migrate All {0} Files...', uris.length),
  };
}

export async function migrateAll(uris: readonly vscode.Uri[]): Promise<void> {
  await vscode.commands.executeCommand('sxo.migrateFolder', undefined, uris);
}
