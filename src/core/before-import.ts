/** What a migrated workflow relies on in the tenant, for the end of every report. */
export const beforeImport =
  'Before you import: set an account key of the type SecureX Token on the targets CTR_API, CTIA_Target and ' +
  'Private_CTIA_Target; in Cisco XDR, a Cisco XDR Token on Platform APIs, Public Intelligence APIs and Private ' +
  'Intelligence APIs.';
