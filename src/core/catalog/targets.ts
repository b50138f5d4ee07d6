/** Display names of the targets that lead to a SecureX API and carry the token key after a migration. */
export const secureXTargetNames: readonly string[] = [
  'CTR_API',
  'CTR_Target',
  'CTIA_Target',
  'Private_CTIA_Target',
  // The same APIs in Cisco XDR.
  'Platform APIs',
  'Private Intelligence APIs',
  'Public Intelligence APIs',
];

/** The target that only generators need; its key is a client's id and password. Some tenants append a region. */
export const tokenTargetName = /^CTR_For_Access_Token/i;

export const orbitalTargetName = /orbital/i;

/** Platform, private intelligence and public intelligence APIs in the three regions. */
export const secureXHost = /^(?:visibility|private\.intel|intel)(?:\.(?:eu|apjc))?\.amp\.cisco\.com$/i;

/** The only one of those hosts that other targets (the token's and Orbital's) lead to as well. */
export const platformHost = /^visibility\./i;

export const tokenKeyType = 'runtime_user.oauth_integration';

/** Where SecureX orchestration ran until 31 July 2024. */
export const secureXOrchestrationHost = /\bsecurex-ao\.(?:us|eu|apjc)\.security\.cisco\.com\b/i;
