/** The commands that check and change workflows: known from the start, while their code is loaded with the first call. */
export const workflowCommandIds: readonly string[] = [
  'sxo.checkWorkspace',
  'sxo.convertFolder',
  'sxo.convertWorkflow',
  'sxo.migrateFolder',
  'sxo.migrateTogether',
  'sxo.migrateWorkflow',
  'sxo.moveFolderToXdrTargets',
  'sxo.moveToXdrTargets',
  'sxo.previewMigration',
  'sxo.retargetFolder',
  'sxo.retargetWorkflow',
  'sxo.suppressFinding',
];
