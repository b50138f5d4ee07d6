import { bareId } from '../document/reference';
import type { Workflow } from '../document/workflow';
import { isWrite } from './assignments';
import type { Call, CallGraph, DefinedInput } from './call-graph';
import type { Bar, TokenUse } from './token-use';
import type { WorkflowAnalysis } from './workflow-analysis';

/**
 * Which inputs of definitions need no token any more. What passes a token on ties inputs together: of a bundle, either
 * every call is emptied and every use in a definition is given up, or nothing changes at all.
 */
export class TokenPassing {
  readonly #graph: CallGraph;
  readonly #workflows: readonly WorkflowAnalysis[];
  #byWorkflow: ReadonlyMap<Workflow, WorkflowAnalysis> | undefined;
  #bars: ReadonlyMap<DefinedInput, Bar> | undefined;
  #orbital: ReadonlySet<DefinedInput> | undefined;

  /** @param workflows of all files that are looked at together; they may still be added to until somebody asks. */
  constructor(graph: CallGraph, workflows: readonly WorkflowAnalysis[]) {
    this.#graph = graph;
    this.#workflows = workflows;
  }

  /** What keeps an input's token; `undefined` where it can be given up. */
  barOf(input: DefinedInput): Bar | undefined {
    return (this.#bars ??= this.#findBars()).get(input);
  }

  /** The use as it is once callers and definitions were asked. */
  settle(use: TokenUse): TokenUse {
    if (use.isOrbital || inputsOf(use).length === 0) return use;
    if (use.fills && (this.#orbital ??= this.#findOrbital()).has(use.fills)) {
      return { ...use, isOrbital: true, obstacle: undefined, rule: undefined };
    }
    if (use.obstacle !== undefined) return use;
    const bar = inputsOf(use)
      .map((input) => this.barOf(input))
      .find((found) => found !== undefined);
    return bar ? { ...use, bar, obstacle: use.fills ? 'definition' : 'callers', needsWorkflowTarget: false } : use;
  }

  #findBars(): Map<DefinedInput, Bar> {
    const bars = new Map<DefinedInput, Bar>();
    const ties = new Map<DefinedInput, Set<DefinedInput>>();
    for (const analysis of this.#workflows) {
      for (const use of analysis.unsettledUses) this.#tie(use, analysis.isHeld, ties, bars);
    }
    const filled = new Set(this.#workflows.flatMap((analysis) => this.#filledIn(analysis)));
    for (const input of filled) {
      const bar = this.#barAtEnds(input);
      if (bar && !bars.has(input)) bars.set(input, bar);
    }
    // Grows while it is walked: what is tied to something barred is barred, too.
    for (const [input, bar] of bars) {
      for (const other of ties.get(input) ?? []) if (!bars.has(other)) bars.set(other, bar);
    }
    return bars;
  }

  #tie(use: TokenUse, isHeld: boolean, ties: Map<DefinedInput, Set<DefinedInput>>, bars: Map<DefinedInput, Bar>): void {
    const inputs = inputsOf(use);
    const { workflow } = use.reference;
    const isStaying = use.obstacle !== undefined || use.isOrbital;
    const reason = isStaying ? { kind: 'use' as const, use } : isHeld ? { kind: 'held' as const } : undefined;
    for (const input of inputs) {
      const tied = ties.get(input) ?? new Set();
      for (const other of inputs) if (other !== input) tied.add(other);
      ties.set(input, tied);
      if (reason && !bars.has(input)) bars.set(input, { workflow, activity: use.activity, reason });
    }
  }

  #filledIn({ flow, workflow }: WorkflowAnalysis): DefinedInput[] {
    return [...flow.inputs.keys()].flatMap((variable) => this.#graph.inputOf(workflow, variable) ?? []);
  }

  /** What is in the way besides the uses of the token: in a definition's head, or at a caller that passes none. */
  #barAtEnds(input: DefinedInput): Bar | undefined {
    for (const workflow of this.#graph.definitionsOf(input.workflowId)) {
      if (input.isDisputed) return { workflow, activity: undefined, reason: { kind: 'disputed' } };
      const variable = workflow.variableById.get(input.id);
      const write = writesIn(workflow).find((reference) => reference.variable === variable);
      if (write) return { workflow, activity: write.activity, reason: { kind: 'written' } };
      if (variable?.isRequired && this.#analysisOf(workflow)?.isHeld)
        return { workflow, activity: undefined, reason: { kind: 'held' } };
    }
    const other = this.#graph.callsOf(input.workflowId).find((call) => this.#isFilledOtherwise(call, input));
    return (
      other && { workflow: other.activity.workflow, activity: other.activity, reason: { kind: 'filled-otherwise' } }
    );
  }

  /** Whether a call passes something that is no token of ours. */
  #isFilledOtherwise({ activity }: Call, { id }: DefinedInput): boolean {
    const flow = this.#analysisOf(activity.workflow)?.flow;
    return Object.entries(activity.properties.input ?? {}).some(([key, value]) => {
      if (bareId(key) !== id || value === '' || value === null) return false;
      const reference = activity.references.find(
        ({ keys }) => keys.length === 3 && keys[1] === 'input' && keys[2] === key,
      );
      return !(reference?.isWhole && flow?.cargo(reference) === 'token');
    });
  }

  #analysisOf(workflow: Workflow): WorkflowAnalysis | undefined {
    this.#byWorkflow ??= new Map(this.#workflows.map((analysis) => [analysis.workflow, analysis]));
    return this.#byWorkflow.get(workflow);
  }

  /** The inputs of which every token goes to Orbital: with what fills them, too, nothing is wrong. */
  #findOrbital(): ReadonlySet<DefinedInput> {
    const uses = this.#workflows.flatMap(({ unsettledUses }) => unsettledUses);
    const orbital = new Set<DefinedInput>();
    for (let before = -1; before < orbital.size;) {
      before = orbital.size;
      const seen = new Map<DefinedInput, boolean>();
      for (const use of uses) {
        const isOrbital = use.isOrbital || (use.fills !== undefined && orbital.has(use.fills));
        for (const input of use.from) seen.set(input, (seen.get(input) ?? true) && isOrbital);
      }
      for (const [input, isOrbital] of seen) if (isOrbital) orbital.add(input);
    }
    return orbital;
  }
}

function inputsOf({ fills, from }: TokenUse): readonly DefinedInput[] {
  return fills ? [fills, ...from] : from;
}

function writesIn({ activities }: Workflow) {
  return activities.flatMap(({ references }) => references.filter(isWrite));
}
