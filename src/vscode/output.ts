import * as vscode from 'vscode';
import type { LanguageServiceHost } from '../core/host';
import { readConfiguration } from './configuration';

/** The log. It names files, rules and counts, and never holds what a file contains. */
export function createOutput(): vscode.LogOutputChannel {
  return vscode.window.createOutputChannel('SecureX & XDR Workflows', { log: true });
}

export function createHost(output: vscode.LogOutputChannel): LanguageServiceHost {
  return {
    configuration: (uri) => readConfiguration(vscode.Uri.parse(uri, true)),
    log: (level, message) => {
      output[level](message);
    },
  };
}
