import * as vscode from 'vscode';
import { defaultConfiguration, type Configuration, type Severity } from '../core/host';
import { inlayKinds, type InlayKind } from '../core/reading-service';
import { isVocabularyChoice, type VocabularyChoice } from '../core/vocabulary';

export type LintRun = 'onType' | 'onSave' | 'off';

/** The settings of one resource as the core wants them. What a user mistyped counts as not set. */
export function readConfiguration(uri: vscode.Uri): Configuration {
  const settings = vscode.workspace.getConfiguration('sxo', uri);
  const targets: unknown = settings.get('secureXTargets');
  return {
    ...defaultConfiguration,
    severities: readSeverities(uri),
    secureXTargets: Array.isArray(targets)
      ? targets.filter((name) => typeof name === 'string')
      : defaultConfiguration.secureXTargets,
    updateDescription: settings.get('migration.updateDescription') !== false,
    replaceRetiredAtomics: settings.get('migration.replaceRetiredAtomics') !== false,
    vocabulary: readVocabulary(uri),
    replaceKeptAtomics: settings.get('migration.replaceKeptAtomics') === true,
  };
}

/** Whose words the editor uses; `uri` is a document's, or nobody's where a tenant is shown. */
export function readVocabulary(uri?: vscode.Uri): VocabularyChoice {
  const choice: unknown = vscode.workspace.getConfiguration('sxo', uri).get('vocabulary');
  return isVocabularyChoice(choice) ? choice : defaultConfiguration.vocabulary;
}

/** By the code of a rule, the core's or the tenant's. */
export function readSeverities(uri: vscode.Uri): Readonly<Record<string, Severity | 'off'>> {
  const setting = vscode.workspace.getConfiguration('sxo', uri).get<object>('rules.severity') ?? {};
  const severities: Record<string, Severity | 'off'> = {};
  for (const [code, severity] of Object.entries(setting)) if (isSeverity(severity)) severities[code] = severity;
  return severities;
}

export function lintRun(uri: vscode.Uri): LintRun {
  return vscode.workspace.getConfiguration('sxo', uri).get<LintRun>('lint.run', 'onType');
}

export function codeLensEnabled(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('sxo', uri).get('codeLens.enabled', true);
}

/** The kinds of inlay hints that somebody wants to see. */
export function shownInlayKinds(uri: vscode.Uri): ReadonlySet<InlayKind> {
  const settings = vscode.workspace.getConfiguration('sxo.inlayHints', uri);
  return new Set(inlayKinds.filter((kind) => settings.get(kind) !== false));
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'error' || value === 'warning' || value === 'info' || value === 'off';
}
