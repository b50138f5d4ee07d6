import { Grouped } from '../document/grouped';
import { bareId } from '../document/reference';
import type { Activity, Reference, Variable, Workflow, WorkflowFile } from '../document/workflow';
import type { TargetResolver } from './targets';
import { consumerCalledBy, type TokenConsumers } from './token-consumers';

/** A call of a workflow whose definition is at hand, with what tells where it runs. */
export interface Call {
  readonly activity: Activity;
  readonly targets: TargetResolver;
}

/** An input of a workflow whose definition is at hand; one and the same for all copies of the definition. */
export interface DefinedInput {
  readonly workflowId: string;
  readonly id: string;
  /** In each copy of the definition that has it. */
  readonly variables: readonly Variable[];
  /** Whether a copy of the definition lacks it, so that nobody can tell which of them is called. */
  readonly isDisputed: boolean;
}

/** What can be told of the calls in one file. */
export interface CallingFile {
  readonly file: WorkflowFile;
  readonly targets: TargetResolver;
  readonly consumers: TokenConsumers;
}

/** Which definitions are at hand, in one file or in several that are looked at together, and who calls them. */
export class CallGraph {
  readonly #definitions = new Grouped<string, Workflow>();
  readonly #calls = new Grouped<string, Call>();
  /** Calls whose definition decides what becomes of a token; of the others enough is known without it. */
  readonly #followed = new Set<Activity>();
  readonly #inputs = new Map<string, DefinedInput | undefined>();
  readonly #inputOfVariable = new Map<Variable, DefinedInput>();

  /** All definitions first: what is called may stand in another file. */
  add(files: readonly CallingFile[]): void {
    for (const { file } of files) for (const { workflow } of file.exports) this.#definitions.add(workflow.id, workflow);
    for (const { file, targets, consumers } of files) {
      for (const activity of file.exports.flatMap(({ workflow }) => workflow.activities)) {
        const { calledId } = activity;
        if (calledId === undefined || this.definitionsOf(calledId).length === 0) continue;
        this.#calls.add(calledId, { activity, targets });
        if (isCall(activity) && isOpen(activity, consumers)) this.#followed.add(activity);
      }
    }
  }

  definitionsOf(workflowId: string): readonly Workflow[] {
    return this.#definitions.of(workflowId);
  }

  callsOf(workflowId: string): readonly Call[] {
    return this.#calls.of(workflowId);
  }

  /** Whether the definition decides what a call does with its token. */
  isFollowed(activity: Activity): boolean {
    return this.#followed.has(activity);
  }

  /** The input that a call fills with a reference and nothing else. */
  inputFilledBy({ activity, keys, isWhole }: Reference): DefinedInput | undefined {
    const [, property, key] = keys;
    if (!activity || !this.#followed.has(activity) || property !== 'input' || keys.length !== 3 || !isWhole)
      return undefined;
    return this.#input(activity.calledId ?? '', bareId(String(key)));
  }

  inputOf(workflow: Workflow, variable: Variable): DefinedInput | undefined {
    this.#input(workflow.id, variable.id);
    return this.#inputOfVariable.get(variable);
  }

  #input(workflowId: string, id: string): DefinedInput | undefined {
    const key = `${workflowId} ${id}`;
    if (this.#inputs.has(key)) return this.#inputs.get(key);
    const definitions = this.definitionsOf(workflowId);
    const variables = definitions.flatMap(({ variableById }) => {
      const variable = variableById.get(id);
      return variable?.scope === 'input' ? [variable] : [];
    });
    const isDisputed = variables.length < definitions.length;
    const input = variables.length > 0 ? { workflowId, id, variables, isDisputed } : undefined;
    this.#inputs.set(key, input);
    for (const variable of variables) if (input) this.#inputOfVariable.set(variable, input);
    return input;
  }
}

/** What the catalogue or a project file vouches for, and what is Orbital's, needs no look into its definition. */
function isOpen(activity: Activity, consumers: TokenConsumers): boolean {
  const consumer = consumerCalledBy(activity, consumers);
  return consumer === undefined || (consumer.product === 'securex' && consumer.emptyInput !== 'proven');
}

export function isCall({ type }: Activity): boolean {
  return type === 'workflow.atomic_workflow' || type === 'workflow.sub_workflow';
}
