import { defaultConfiguration, type Configuration } from '../../src/core/host';
import type { LanguageService, MigrationOptions, MigrationPlan } from '../../src/core/language-service';
import { createLanguageService } from '../../src/core/service';
import type { Json } from './json';
import { printJson } from './print-json';

export function serviceWith(configuration: Partial<Configuration> = {}): LanguageService {
  return createLanguageService({ configuration: () => ({ ...defaultConfiguration, ...configuration }) });
}

export const document = (text: string) => ({ uri: 'file:///workflow.json', text });

/** The plan for an export, and the export as it becomes. */
export function planFor(
  value: Json,
  options: MigrationOptions & { readonly configuration?: Partial<Configuration> } = {},
): MigrationPlan & { readonly result: unknown } {
  const { configuration, ...rest } = options;
  const plan = serviceWith(configuration).planMigration(document(printJson(value)), rest);
  return { ...plan, result: JSON.parse(plan.newText) };
}
