import type * as vscode from 'vscode';
import type { DocumentSnapshot } from '../../core/language-service';
import { readConfiguration } from '../configuration';
import type { Finding } from '../convert';
import type { Session } from '../session';

/** What is found in a document, by the core and against the active tenant; notes which suppressions were of use. */
export function allFindings(
  { service, projects, explorer }: Session,
  uri: vscode.Uri,
  snapshot: DocumentSnapshot,
): readonly Finding[] {
  const found = service.diagnose(snapshot);
  const configuration = projects.configurationOf(uri, readConfiguration(uri));
  const beside = explorer.loaded?.check(snapshot, configuration);
  const suppressed = [...service.suppressed(snapshot), ...(beside?.suppressed ?? [])];
  const isBroken = found.some(({ code }) => code === 'json-syntax');
  projects.note(uri, isBroken ? undefined : suppressed.flatMap(({ suppressions }) => suppressions));
  return [...found, ...(beside?.diagnostics ?? [])];
}
