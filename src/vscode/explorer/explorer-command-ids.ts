/** The commands of the explorer: known from the start, while what they do is loaded when somebody first asks for it. */
export const explorerCommandIds = [
  'sxo.tenant.signIn',
  'sxo.tenant.signOut',
  'sxo.tenant.refresh',
  'sxo.tenant.stopReading',
  'sxo.tenant.activate',
  'sxo.tenant.openSnapshot',
  'sxo.tenant.closeSnapshot',
  'sxo.tenant.saveSnapshot',
  'sxo.tenant.compare',
  'sxo.tenant.switchTargets',
  'sxo.tenant.prepareLegacy',
  'sxo.tenant.createSecondSet',
  'sxo.tenant.openConsole',
  'sxo.explorer.find',
  'sxo.explorer.goTo',
  'sxo.explorer.showUsers',
  'sxo.explorer.copyName',
  'sxo.explorer.copyId',
  'sxo.explorer.openDocumentation',
  'sxo.explorer.runStep',
] as const;

export type ExplorerCommandId = (typeof explorerCommandIds)[number];
