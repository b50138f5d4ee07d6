import * as vscode from 'vscode';
import type { LanguageServiceHost } from '../core/host';
import { readConfiguration } from './configuration';
import type { ProjectFiles } from './project/project-files';

/** The log. It names files, rules and counts, and never holds what a file contains. */
export function createOutput(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('SecureX & XDR Workflows', { log: true });
}

export function createHost(output: vscode.LogOutputChannel, projects: ProjectFiles): LanguageServiceHost {
  return {
    configuration: (text) => {
      const uri = vscode.Uri.parse(text, true);
      return projects.configurationOf(uri, readConfiguration(uri));
    },
    log: (level, message) => {
      output[level](message);
    },
  };
}
