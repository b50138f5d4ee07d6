import * as vscode from 'vscode';
import { DefinitionIndex } from '../../core/definition-index';
import type { DocumentSnapshot, MigrationPlan } from '../../core/language-service';
import type { FileOutcome } from '../report';
import type { Session } from '../session';
import { findJsonFiles, readSnapshot } from '../workflow-files';
import type { ChangeUnit } from './change-unit';
import type { FolderWork } from './folder-work';

export interface PlannedUnits {
  readonly units: readonly ChangeUnit[];
  /** Files that need a person, or could not be read. */
  readonly others: readonly FileOutcome[];
}

/** Plans all files below some folders, those together that hang together; nothing when the user cancels. */
export function planUnits(
  session: Session,
  roots: readonly vscode.Uri[],
  work: FolderWork,
): Thenable<PlannedUnits | undefined> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: work.words.planning,
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, token) => {
    const { files, problems } = await findJsonFiles(roots, token);
    const planner = new UnitPlanner(session, work);
    for (const { uri, problem } of problems) planner.others.push({ ...untouched(uri), problem });
    const step = 50 / files.length;
    for (const [number, uri] of files.entries()) {
      if (token.isCancellationRequested) return undefined;
      progress.report({ message: vscode.l10n.t('{0} of {1} read', number + 1, files.length), increment: step });
      await planner.look(uri);
    }
    const parts = await planner.parts();
    let planned = 0;
    for (const part of parts) {
      if (token.isCancellationRequested) return undefined;
      planned += part.length;
      progress.report({
        message: vscode.l10n.t('{0} of {1} planned', planned, files.length),
        increment: step * part.length,
      });
      await planner.plan(part);
    }
    return token.isCancellationRequested ? undefined : planner;
  });
}

/** A file while its unit is planned; open once it turns out to change. */
interface Member {
  readonly uri: vscode.Uri;
  snapshot: DocumentSnapshot;
  document?: vscode.TextDocument;
}

class UnitPlanner implements PlannedUnits {
  readonly units: ChangeUnit[] = [];
  readonly others: FileOutcome[] = [];
  readonly #session: Session;
  readonly #work: FolderWork;
  readonly #index = new DefinitionIndex();
  readonly #uris = new Map<string, vscode.Uri>();

  constructor(session: Session, work: FolderWork) {
    this.#session = session;
    this.#work = work;
  }

  /** Of a file, only ids are kept until its unit is due. */
  async look(uri: vscode.Uri): Promise<void> {
    const snapshot = await this.#read(uri);
    if (!snapshot) return;
    this.#uris.set(uri.toString(), uri);
    this.#index.set(uri.toString(), snapshot.text);
  }

  /** All files that were looked at, each with those that it hangs together with. */
  async parts(): Promise<(readonly vscode.Uri[])[]> {
    const { passes } = this.#work;
    if (!passes) return [...this.#uris.values()].map((uri) => [uri]);
    const groups = await this.#index.groups(async (key) => {
      const uri = this.#uris.get(key);
      const { snapshot } = uri ? await readSnapshot(uri, this.#session.snapshots) : {};
      return snapshot ? passes(snapshot) : { tokens: new Set(), anything: new Set() };
    });
    const grouped = new Set(groups.flat());
    const alone = [...this.#uris.keys()].filter((key) => !grouped.has(key)).map((key) => [key]);
    return [...groups, ...alone].map((keys) => keys.flatMap((key) => this.#uris.get(key) ?? []));
  }

  async plan(uris: readonly vscode.Uri[]): Promise<void> {
    const members: Member[] = [];
    for (const uri of uris) {
      const snapshot = await this.#read(uri);
      if (snapshot) members.push({ uri, snapshot });
    }
    for (;;) {
      const plans = await this.#plansFor(members);
      const unopened = members.filter((member, index) => !member.document && isChange(plans[index]));
      for (const member of unopened) {
        const problem = await this.#open(member);
        if (problem !== undefined) {
          this.#refuse(members, member, problem);
          return;
        }
      }
      // What the editor shows may differ from the file: then all is planned by that.
      if (unopened.length === 0) {
        this.#take(members, plans);
        return;
      }
    }
  }

  async #read(uri: vscode.Uri): Promise<DocumentSnapshot | undefined> {
    const { snapshot, problem } = await readSnapshot(uri, this.#session.snapshots);
    if (problem !== undefined) this.others.push({ ...untouched(uri), problem });
    return snapshot;
  }

  #plansFor(members: readonly Member[]): Promise<readonly MigrationPlan[]> {
    const { definitions } = this.#session;
    // Copies, as the service remembers what it said before a definition was read.
    return definitions.settle(() => this.#work.plan(members.map(({ snapshot }) => ({ ...snapshot }))));
  }

  /** @returns why it cannot be changed. */
  async #open(member: Member): Promise<string | undefined> {
    try {
      const document = await vscode.workspace.openTextDocument(member.uri);
      const snapshot = this.#session.snapshots.of(document);
      if (!snapshot) return vscode.l10n.t('The editor does not take it for JSON.');
      Object.assign(member, { document, snapshot });
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  #refuse(members: readonly Member[], culprit: Member, problem: string): void {
    const name = vscode.workspace.asRelativePath(culprit.uri);
    for (const member of members) {
      const why =
        member === culprit
          ? problem
          : vscode.l10n.t('{0} changes together with this file, and cannot be changed: {1}', name, problem);
      this.others.push({ ...untouched(member.uri), problem: why });
    }
  }

  #take(members: readonly Member[], plans: readonly MigrationPlan[]): void {
    const changing = members.flatMap(({ uri, document, snapshot }, index) => {
      const plan = plans[index];
      if (document && plan && isChange(plan)) {
        const { edits, changes, manual } = plan;
        return [{ document, before: snapshot, wasDirty: document.isDirty, plan: { edits, changes }, manual }];
      }
      if (plan && (plan.manual.length > 0 || plan.error !== undefined)) this.others.push(untouched(uri, plan));
      return [];
    });
    if (changing.length > 0) this.units.push({ members: members.map(({ uri }) => uri), changing });
  }
}

function isChange(plan: MigrationPlan | undefined): boolean {
  return plan !== undefined && plan.edits.length > 0;
}

function untouched(uri: vscode.Uri, plan?: MigrationPlan): FileOutcome {
  const outcome = {
    name: vscode.workspace.asRelativePath(uri),
    uri: uri.toString(),
    done: [],
    declined: [],
    manual: plan?.manual ?? [],
  };
  return plan?.error === undefined ? outcome : { ...outcome, problem: plan.error };
}
