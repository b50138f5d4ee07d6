import * as vscode from 'vscode';
import { defaultConfiguration, type Configuration, type Severity } from '../core/host';

export type LintRun = 'onType' | 'onSave' | 'off';

/** The settings of one resource as the core wants them. What a user mistyped counts as not set. */
export function readConfiguration(uri: vscode.Uri): Configuration {
  const settings = vscode.workspace.getConfiguration('sxo', uri);
  const severities: Record<string, Severity | 'off'> = {};
  for (const [code, severity] of Object.entries(settings.get<object>('rules.severity') ?? {})) {
    if (isSeverity(severity)) severities[code] = severity;
  }
  const targets: unknown = settings.get('secureXTargets');
  return {
    severities,
    secureXTargets: Array.isArray(targets)
      ? targets.filter((name) => typeof name === 'string')
      : defaultConfiguration.secureXTargets,
    updateDescription: settings.get('migration.updateDescription') !== false,
  };
}

export function lintRun(uri: vscode.Uri): LintRun {
  return vscode.workspace.getConfiguration('sxo', uri).get<LintRun>('lint.run', 'onType');
}

export function codeLensEnabled(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('sxo', uri).get('codeLens.enabled', true);
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'error' || value === 'warning' || value === 'info' || value === 'off';
}
