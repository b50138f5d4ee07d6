import type { GeneratorCall } from '../analysis/token-flow';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import type { Activity, Variable } from '../document/workflow';
import { countOf, listed, quoted } from '../text/wording';

/** What an activity has to do with tokens. */
export function* tokenFactsOf(activity: Activity, analysis: WorkflowAnalysis): Iterable<string> {
  const { flow } = analysis;
  if (flow.isEmpty) return;
  const generator = flow.generators.get(activity);
  if (generator) {
    const users = new Set(Array.from(analysis.usesOf(generator), (use) => use.activity).filter((user) => user));
    yield `It makes an access token, which ${countOf(users.size, 'activity takes', 'activities take')} from it.`;
  }
  const taken = analysis.uses.filter((use) => use.activity === activity);
  const sources = new Set(taken.flatMap(({ reference }) => flow.sources(reference)));
  if (taken.length > 0) yield `It takes an access token${from(sources)}.`;
  const stored = flow.assignmentsOf(activity).filter((assignment) => flow.stored(assignment) === 'token');
  const names = stored.flatMap(({ variable }) => (variable ? [quoted(variable.name)] : []));
  if (names.length > 0) yield `It keeps an access token in ${listed(names)}.`;
}

/** What a variable has to do with tokens. */
export function* tokenFactsOfVariable(variable: Variable, analysis: WorkflowAnalysis | undefined): Iterable<string> {
  if (!analysis || analysis.flow.isEmpty) return;
  const { carriers, inputs } = analysis.flow;
  if (carriers.token.has(variable)) {
    yield `It carries an access token${from(new Set(analysis.flow.sourcesOf(variable)))}.`;
  } else if (carriers.time.has(variable)) yield 'It holds the time at which an access token was made.';
  if (inputs.has(variable)) yield 'A caller passes an access token in.';
}

function from(sources: ReadonlySet<GeneratorCall>): string {
  const titles = Array.from(sources, ({ activity }) => quoted(activity.title));
  return titles.length > 0 ? `, made by ${listed(titles)}` : '';
}
