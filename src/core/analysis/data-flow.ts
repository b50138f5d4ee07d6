import { Grouped } from '../document/grouped';
import type { Activity, Variable, Workflow } from '../document/workflow';
import { isWrite } from './assignments';
import type { TokenFlow } from './token-flow';

/** What gives or gets data: a workflow does by its own inputs and outputs. */
export type DataOwner = Activity | Workflow;

export interface DataFlow {
  readonly from: DataOwner;
  readonly to: DataOwner;
  readonly carriesToken: boolean;
}

/**
 * Who reads what whom has written, in one workflow: outputs of activities, and variables from each activity that sets
 * them to each that reads them, whatever runs in between. Each pair once.
 */
export function findDataFlows(flow: TokenFlow): readonly DataFlow[] {
  const { workflow } = flow;
  const writers = new Grouped<Variable, Activity>();
  const flows = new FlowsByPair();
  for (const activity of workflow.activities) {
    for (const variable of writtenBy(activity)) {
      writers.add(variable, activity);
      if (variable.scope === 'output') flows.add(activity, workflow, false);
    }
  }
  const tokenWriters = new Grouped<Variable | undefined, Activity>(
    flow.assignments.flatMap((assignment) =>
      flow.stored(assignment) === 'token' ? [[assignment.variable, assignment.activity] as const] : [],
    ),
  );
  for (const activity of workflow.activities) {
    for (const reference of activity.references) {
      if (isWrite(reference)) continue;
      const carriesToken = flow.cargo(reference) === 'token';
      const { source, variable } = reference;
      if (source) flows.add(source, activity, carriesToken);
      else if (variable?.scope === 'input') flows.add(workflow, activity, carriesToken);
      else if (variable) {
        const carriers = carriesToken ? tokenWriters.of(variable) : [];
        for (const writer of writers.of(variable)) flows.add(writer, activity, carriers.includes(writer));
      }
    }
  }
  return flows.all;
}

function* writtenBy(activity: Activity): Iterable<Variable> {
  for (const reference of activity.references) {
    if (isWrite(reference) && reference.variable) yield reference.variable;
  }
}

class FlowsByPair {
  readonly #carriesToken = new Map<DataOwner, Map<DataOwner, boolean>>();

  add(from: DataOwner, to: DataOwner, carriesToken: boolean): void {
    if (from === to) return;
    let targets = this.#carriesToken.get(from);
    if (!targets) this.#carriesToken.set(from, (targets = new Map<DataOwner, boolean>()));
    targets.set(to, carriesToken || targets.get(to) === true);
  }

  get all(): readonly DataFlow[] {
    return [...this.#carriesToken].flatMap(([from, targets]) =>
      Array.from(targets, ([to, carriesToken]) => ({ from, to, carriesToken })),
    );
  }
}
