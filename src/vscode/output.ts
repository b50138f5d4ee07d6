import * as vscode from 'vscode';
import type { LanguageServiceHost } from '../core/host';
import { readConfiguration } from './configuration';
import type { ProjectFiles } from './project/project-files';
import type { WorkspaceDefinitions } from './workspace-definitions';

/** The log. It names files, rules and counts, and never holds what a file contains. */
export function createOutput(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel(vscode.l10n.t('SecureX & XDR Workflows'), { log: true });
}

export function createHost(
  output: vscode.LogOutputChannel,
  projects: ProjectFiles,
  definitions: WorkspaceDefinitions,
): LanguageServiceHost {
  return {
    configuration: (text) => {
      const uri = vscode.Uri.parse(text, true);
      return projects.configurationOf(uri, readConfiguration(uri));
    },
    definitions: (workflowId) => definitions.of(workflowId),
    log: (level, message) => {
      output[level](message);
    },
  };
}
