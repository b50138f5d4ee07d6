import type * as vscode from 'vscode';
import type { LanguageService } from '../core/language-service';
import type { DocumentSnapshots } from './document-snapshots';
import type { LazyExplorer } from './explorer/lazy-explorer';
import type { ProjectFiles } from './project/project-files';
import type { WorkspaceDefinitions } from './workspace-definitions';

/** What all parts of the extension share while it is active. */
export interface Session {
  readonly service: LanguageService;
  readonly snapshots: DocumentSnapshots;
  readonly projects: ProjectFiles;
  readonly definitions: WorkspaceDefinitions;
  readonly output: vscode.LogOutputChannel;
  /** Holds workflows against the active tenant, once it is loaded. */
  readonly explorer: LazyExplorer;
  /** Where the extension is installed. */
  readonly extensionUri: vscode.Uri;
}
