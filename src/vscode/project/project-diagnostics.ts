import * as vscode from 'vscode';
import { readProjectFile } from '../../core/project/project-file';
import type { ProjectDiagnostic } from '../../core/project/project-rule';
import { removeSuppression } from '../../core/project/edit-suppressions';
import { ruleCodes } from '../../core/rule-code';
import { tenantRuleCodes } from '../../tenant/tenant-rule-code';
import { readSeverities } from '../configuration';
import { isSameDiagnostic, toDiagnostic, toWorkspaceEdit } from '../convert';
import { KeyedDebounce } from '../debounce';
import type { Session } from '../session';
import { findOpenDocument } from '../workflow-files';
import { isProjectFile, today, type Project } from './project-files';

const pause = 250;
const askedAlways: ReadonlySet<string> = new Set(ruleCodes);

/** Shows what is wrong with project files, and which of their suppressions are of no use. */
export class ProjectDiagnostics implements vscode.Disposable, vscode.CodeActionProvider {
  readonly #session: Session;
  readonly #collection = vscode.languages.createDiagnosticCollection('sxo-project');
  readonly #pending = new KeyedDebounce();
  readonly #listeners: vscode.Disposable;
  /** Projects all of whose files were looked at. */
  readonly #complete = new WeakSet<Project>();

  constructor(session: Session) {
    this.#session = session;
    const schedule = (uri: vscode.Uri): void => {
      if (isProjectFile(uri)) {
        this.#pending.run(uri.toString(), pause, () => {
          this.#refresh(uri);
        });
      }
    };
    const { workspace } = vscode;
    this.#listeners = vscode.Disposable.from(
      session.projects.onDidChange(schedule),
      session.projects.onDidNote(({ uri }) => {
        schedule(uri);
      }),
      workspace.onDidOpenTextDocument(({ uri }) => {
        schedule(uri);
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        schedule(document.uri);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        schedule(uri);
      }),
      vscode.languages.registerCodeActionsProvider({ pattern: '**/.sxo.json' }, this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    );
    for (const { uri } of workspace.textDocuments) schedule(uri);
  }

  /** After a check of the whole workspace, what was of no use until then is known to be of none. */
  everythingChecked(files: readonly vscode.Uri[]): void {
    for (const project of new Set(files.map((uri) => this.#session.projects.of(uri)))) {
      if (!project) continue;
      this.#complete.add(project);
      this.#refresh(project.uri);
    }
  }

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const project = readProjectFile(document.getText(), tenantRuleCodes);
    return this.#findings(document.uri).flatMap((finding) => {
      const shown = diagnostics.filter((each) => isSameDiagnostic(each, finding));
      const index = finding.path[1];
      const edits = shown.length > 0 && typeof index === 'number' ? removeSuppression(project, index) : undefined;
      if (!edits || !finding.fixable) return [];
      const title = vscode.l10n.t('Take this suppression out');
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      action.edit = toWorkspaceEdit(document.uri, edits);
      action.diagnostics = shown;
      action.isPreferred = true;
      return [action];
    });
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#pending.dispose();
    this.#collection.dispose();
  }

  #refresh(uri: vscode.Uri): void {
    const findings = this.#findings(uri);
    this.#collection.set(
      uri,
      findings.map((finding) => toDiagnostic(finding, uri, this.#session.extensionUri)),
    );
  }

  /** Of the buffer where an editor shows the file; suppressions are judged as they were saved. */
  #findings(uri: vscode.Uri): readonly ProjectDiagnostic[] {
    const { projects, explorer } = this.#session;
    const text = findOpenDocument(uri)?.getText();
    const project = projects.at(uri);
    const file = text === undefined ? project?.file : readProjectFile(text, tenantRuleCodes);
    if (!file) return [];
    if (project?.file.document.text !== file.document.text) return file.problems;
    return [
      ...file.problems,
      ...project.ledger.findings({
        today: today(),
        isComplete: this.#complete.has(project),
        isAsked: (rule) => askedAlways.has(rule) || explorer.loaded?.knowsTenant === true,
        severities: readSeverities(uri),
      }),
    ];
  }
}
