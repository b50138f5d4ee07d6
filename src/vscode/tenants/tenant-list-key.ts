/** Under which the editor keeps the tenants that somebody signed in to. */
export const tenantListKey = 'sxo.tenants';
