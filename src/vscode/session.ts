import type * as vscode from 'vscode';
import type { LanguageService } from '../core/language-service';
import type { DocumentSnapshots } from './document-snapshots';

/** What all parts of the extension share while it is active. */
export interface Session {
  readonly service: LanguageService;
  readonly snapshots: DocumentSnapshots;
  readonly output: vscode.LogOutputChannel;
  /** Where the extension is installed. */
  readonly extensionUri: vscode.Uri;
}
