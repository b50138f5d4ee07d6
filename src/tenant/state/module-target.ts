/** `$module_target;<product>;<external id>...$`: products were renamed over time, the external id stayed. */
const expression = /^\$module_target;[^;$]*;([^;$]+)(?:;[^$]*)?\$$/;

/** The integrations that lead to the platform's and the intelligence APIs. */
export const secureXExternalIds: ReadonlySet<string> = new Set([
  'securex:ao:iroh_api',
  'securex:ao:private_threat_intel',
  'securex:ao:public_threat_intel',
]);

/** The external id in a module target's expression. */
export function externalIdIn(text: string): string | undefined {
  return expression.exec(text)?.[1];
}
