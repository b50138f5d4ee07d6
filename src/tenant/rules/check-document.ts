import { suppressionsOf } from '../../core/analysis/suppressions';
import type { JsonPath } from '../../core/document/json-path';
import type { Configuration, Severity, Suppression } from '../../core/host';
import type { DocumentSnapshot, LanguageService } from '../../core/language-service';
import type { Range } from '../../core/text/position';
import { bothVocabularies, vocabularyFor } from '../../core/vocabulary';
import type { TenantState } from '../state/tenant-state';
import { checkAgainstTenant, type TenantDiagnostic } from './check-against-tenant';

/** Where a workflow and a tenant do not fit, the findings that are left as they are on purpose told apart. */
export interface TenantCheck {
  readonly isWorkflow: boolean;
  readonly diagnostics: readonly TenantDiagnostic[];
  readonly suppressed: readonly {
    readonly diagnostic: TenantDiagnostic;
    readonly suppressions: readonly Suppression[];
  }[];
}

export function checkDocument(
  document: DocumentSnapshot,
  state: TenantState,
  service: LanguageService,
  configuration: Configuration,
): TenantCheck {
  const inventory = service.inventory(document);
  // The setting holds the severities of all rules under one roof.
  const severities: Readonly<Record<string, Severity | 'off'>> = configuration.severities;
  const ofTenant = vocabularyFor(configuration.vocabulary, () => state.product);
  const vocabulary = ofTenant === bothVocabularies ? service.vocabulary(document) : ofTenant;
  const locate = (path: JsonPath): Range => service.locate(document, path);
  const found = checkAgainstTenant(inventory, locate, state, { severities, vocabulary });
  const judged = found.map((diagnostic) => {
    const owner = service.ownerOf(document, diagnostic.path);
    return { diagnostic, suppressions: suppressionsOf(diagnostic.code, owner, configuration.suppressions) };
  });
  return {
    isWorkflow: inventory.workflows.length > 0,
    diagnostics: judged.flatMap(({ diagnostic, suppressions }) => (suppressions.length === 0 ? [diagnostic] : [])),
    suppressed: judged.filter(({ suppressions }) => suppressions.length > 0),
  };
}
