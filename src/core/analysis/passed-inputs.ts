import type { Activity, Variable, Workflow } from '../document/workflow';
import type { CallGraph, DefinedInput } from './call-graph';
import type { TargetResolver } from './targets';
import { findGenerators, TokenFlow, type GeneratorCall } from './token-flow';

/** A workflow that tokens may run through. */
export interface FlowSource {
  readonly workflow: Workflow;
  readonly targets: TargetResolver;
  /** Takes the targets of its generators whose token is used, and is shared by all of the file. */
  readonly tokenTargets: Set<string>;
}

/** The ways of the tokens through each workflow, from calls into the definitions of what is called. */
export function followTokens(sources: readonly FlowSource[], graph: CallGraph): ReadonlyMap<Workflow, TokenFlow> {
  const passed = new Map<DefinedInput, Set<GeneratorCall>>();
  const flows = new Map<Workflow, TokenFlow>();
  const sourceOf = new Map(sources.map((source) => [source.workflow, source]));
  const generators = new Map(sources.map((source) => [source, findGenerators(source)]));
  const waiting = new Set(sources);
  // A definition comes up again each time when more tokens turn out to reach it.
  for (const source of waiting) {
    waiting.delete(source);
    const { workflow, tokenTargets } = source;
    const flow = new TokenFlow(workflow, generators.get(source) ?? new Map(), tokenTargets, inputsOf(workflow));
    flows.set(workflow, flow);
    if (flow.isEmpty) continue;
    for (const [input, makers] of passesOf(workflow.activities, flow, graph)) {
      if (!isMore(passed, input, makers)) continue;
      for (const definition of graph.definitionsOf(input.workflowId)) {
        const next = sourceOf.get(definition);
        if (next) waiting.add(next);
      }
    }
  }
  for (const { workflow, tokenTargets } of sources) {
    for (const target of flows.get(workflow)?.usedTargets() ?? []) tokenTargets.add(target);
  }
  return flows;

  function inputsOf(workflow: Workflow): Map<Variable, ReadonlySet<GeneratorCall>> {
    const inputs = new Map<Variable, ReadonlySet<GeneratorCall>>();
    for (const variable of passed.size > 0 ? workflow.variables : []) {
      const input = graph.inputOf(workflow, variable);
      const makers = input && passed.get(input);
      if (makers) inputs.set(variable, makers);
    }
    return inputs;
  }
}

function* passesOf(
  activities: readonly Activity[],
  flow: TokenFlow,
  graph: CallGraph,
): Iterable<readonly [DefinedInput, readonly GeneratorCall[]]> {
  for (const activity of activities) {
    for (const reference of graph.isFollowed(activity) ? activity.references : []) {
      const input = graph.inputFilledBy(reference);
      if (input && flow.cargo(reference) === 'token') yield [input, flow.sources(reference)];
    }
  }
}

/** Notes who fills an input; whether anything of it is new. */
function isMore(
  passed: Map<DefinedInput, Set<GeneratorCall>>,
  input: DefinedInput,
  makers: readonly GeneratorCall[],
): boolean {
  const known = passed.get(input);
  const all = known ?? new Set();
  const before = all.size;
  for (const maker of makers) all.add(maker);
  passed.set(input, all);
  return !known || all.size > before;
}
