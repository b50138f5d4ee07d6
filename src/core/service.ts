import type { LanguageServiceHost } from './host';
import type { LanguageService } from './language-service';

/** Creates the language service. Its caches live and die with it. */
export function createLanguageService(host: LanguageServiceHost): LanguageService {
  void host;
  return Object.freeze({
    diagnose: () => [],
    fixes: () => [],
    planMigration: (document) => ({ status: 'skipped', changes: [], manual: [], edits: [], newText: document.text }),
    summarize: () => ({ isWorkflow: false, legacy: [] }),
  } satisfies LanguageService);
}
