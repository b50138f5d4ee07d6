export const explorerViewIds = ['sxo.tenants', 'sxo.workspace', 'sxo.migration'] as const;

export type ExplorerViewId = (typeof explorerViewIds)[number];
