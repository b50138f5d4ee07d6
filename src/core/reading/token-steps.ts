import type { TokenFlow } from '../analysis/token-flow';
import { bareId } from '../document/reference';
import type { Reference, Variable } from '../document/workflow';
import type { DocumentReading } from './document-reading';
import type { Thing } from './thing';

/** One step of an access token on its way. */
export interface TokenStep {
  /** What makes it, what holds it, or the call that passes it on. */
  readonly from: Thing;
  /** What holds it from then on, or what takes it: an activity, or the workflow where no activity does. */
  readonly to: Thing;
  /** Where it happens. */
  readonly reference: Reference;
}

/** Every step that an access token takes in a file, in the order of the file. */
export function* findTokenSteps(reading: DocumentReading): Iterable<TokenStep> {
  for (const { flow } of reading.analysis.workflows) {
    const filled = filledBy(flow);
    for (const { reference, cargo } of flow.reads) {
      const from = cargo === 'token' ? holderOf(reference, reading) : undefined;
      if (!from) continue;
      const variable = filled.get(reference);
      const taker = takerOf(reference, reading);
      yield { from, to: variable ? reading.things.variable(variable, flow.workflow) : taker, reference };
      const input = inputFilledBy(reference, reading);
      if (input) yield { from: taker, to: input, reference };
    }
  }
}

/** The activity that holds a reference, or the workflow where no activity does. */
export function takerOf({ activity, workflow }: Reference, { things }: DocumentReading): Thing {
  return activity ? things.activity(activity) : things.workflow(workflow);
}

function holderOf(reference: Reference, { things }: DocumentReading): Thing | undefined {
  const { source, variable, workflow } = reference;
  if (source) return things.activity(source);
  return variable && things.variable(variable, workflow);
}

/** What is kept as it is, with the variable that keeps it. */
function filledBy({ assignments }: TokenFlow): ReadonlyMap<Reference, Variable> {
  return new Map(assignments.flatMap(({ value, variable }) => (value && variable ? [[value, variable] as const] : [])));
}

/** The input of what an activity calls. */
function inputFilledBy({ activity, keys }: Reference, { things }: DocumentReading): Thing | undefined {
  const [, section, key] = keys;
  if (activity?.calledId === undefined || section !== 'input' || key === undefined) return undefined;
  return things.variableOf(activity.calledId, bareId(String(key)));
}
