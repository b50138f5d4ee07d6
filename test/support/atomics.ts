/** Cisco's atomics that the tests call, by what they do. */
export interface Atomic {
  readonly name: string;
  readonly id: string;
  readonly tokenInput: string;
  /** The id of another input, and of an output that others read. */
  readonly textInput?: string;
  readonly result?: string;
}

const atomic = (name: string, id: string, tokenInput: string): Atomic => ({
  name,
  id: `definition_workflow_${id}`,
  tokenInput: `variable_workflow_${tokenInput}`,
});

export const inspect = atomic(
  'Threat Response - Inspect for Observables',
  '01PP7586MYQ913P0nWshTHMU7mQNNFG58Bv',
  '01PP7586F8ITB1sT6OpDzEF79wnWVOJk1N5',
);
export const createIncident = atomic(
  'Threat Response - Create Incident',
  '01PP773PI1X3Y1YQWhirIL8Uy40Thd6ND7r',
  '01PP773PC153N1sUPzhFqV9bCbaxsz3yDwH',
);
export const inspectV2: Atomic = {
  ...atomic(
    'Threat Response v2 - Inspect for Observables',
    '01KXGKZ0JA96P0p7omD4IdS6zKdw5ECiofU',
    '01KXGKYZX7V1M2gr9pVGA5BZoTbgEQPSzF1',
  ),
  textInput: 'variable_workflow_01KXGKYZX7ZLN1hoeZeh7hwWyjoEUkSJCbg',
  result: 'variable_workflow_01KXGKYZX80T50ocjT0xlIvdikhoR0AGB5u',
};
/** A retired one whose place nothing took. */
export const inspectCtr = atomic(
  'CTRInspect',
  '01C9F1VJ1I5KH26f860hJC5zDSD33548bYS',
  '01C9F4PDGN5725qpK8sofdFmV1hrTAcYaGb',
);
export const createCasebookCtr = atomic(
  'CTR Create Casebook',
  '01DS6ELBOO8YR3uFJZju566LqiqR18VlE6r',
  '01E8OQUDV95VA45dnDR0Kzm5HlMxNSnk7HH',
);
export const getIncident = atomic(
  'Threat Response - Get Incident',
  '01YHMD63YOR5L6BunBsaNgGSj5Rb94bd9GQ',
  '01YHMD64CNXQA3cXSHu8rmmEdqrWvZlmanI',
);
export const queryOrbital = atomic(
  'Orbital - Query Endpoint',
  '01PQ89Y7GHRYN1Po7FXaw3jvoMHv5VaAlG1',
  '01PQ89Y78TZDC3GfT8KI2vHAVvZgDEtWRpC',
);
/** An atomic that no catalogue knows. */
export const unknownAtomic = atomic(
  'Look it up',
  '03N5TAMXXQ0C12JAhvNXWZyOl7s0MNe2Fk8',
  '03N5TAMXXQ0C13bbhvNXWZyOl7s0MNe2Fk8',
);

export const systemGenerator = 'definition_workflow_01PP75S3LTBW4420OZU3rdHWKHFnE6aC7yH';
export const systemGeneratorToken = 'variable_workflow_01PP75S3G7CJY6WAQr2IJC7qga2SIoE09gQ';
export const v2Generator = 'definition_workflow_01KWJ2ISZTF2V6ibRYe7FZ7sOuycDOpnwss';
/** The one that writes its token into a global variable. */
export const globalGenerator = 'definition_workflow_01YOD85MGAD8U5ekmZ5gQGNpG7628xbrmOD';
