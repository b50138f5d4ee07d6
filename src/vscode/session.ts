import type * as vscode from 'vscode';
import type { LanguageService } from '../core/language-service';
import type { TenantState } from '../tenant/state/tenant-state';
import type { DocumentSnapshots } from './document-snapshots';
import type { ProjectFiles } from './project/project-files';
import type { WorkspaceDefinitions } from './workspace-definitions';

export interface ActiveTenant {
  readonly state: TenantState | undefined;
  readonly onDidChange: vscode.Event<void>;
}

/** What all parts of the extension share while it is active. */
export interface Session {
  readonly service: LanguageService;
  readonly snapshots: DocumentSnapshots;
  readonly projects: ProjectFiles;
  readonly definitions: WorkspaceDefinitions;
  readonly output: vscode.LogOutputChannel;
  /** What is known of the tenant that workflows are held against; nothing where none is active. */
  readonly tenant: ActiveTenant;
  /** Where the extension is installed. */
  readonly extensionUri: vscode.Uri;
}
