import type { FileAnalysis } from '../analysis/file-analysis';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import type { TokenNeed } from './token-needs';

const usual = 'CTR_For_Access_Token';

/** The set of targets that the calls of a workflow run on. */
export interface SetInUse {
  /** Empty for the set with the usual names. */
  readonly suffix: string;
  /** The name of a target of that set, and, where the workflow mixes two sets, of one that is not. */
  readonly name: string;
  readonly otherName: string | undefined;
}

/** The set of the calls that pass a token or are to pass one. */
export function setInUse({ uses, targets }: WorkflowAnalysis, needs: readonly TokenNeed[]): SetInUse {
  const called = [...needs, ...uses].flatMap(({ activity }) => (activity ? targets.ofActivity(activity) : []));
  const names = called.filter(({ role }) => role === 'securex').flatMap((target) => target.names);
  const [name = ''] = names;
  const suffix = targets.suffixOf(name);
  return { suffix, name, otherName: names.find((each) => targets.suffixOf(each) !== suffix) };
}

/**
 * The name of the target that a workflow's tokens are fetched from: the one that it uses already, else the one that the
 * file uses for the same set, with a region behind it or not, else that set's usual one.
 */
export function tokenTargetOf(workflow: WorkflowAnalysis, suffix: string, { workflows }: FileAnalysis): string {
  const inFile = workflows.flatMap(namesIn).find((name) => workflow.targets.suffixOf(name) === suffix);
  return namesIn(workflow)[0] ?? inFile ?? usual + suffix;
}

function namesIn({ flow }: WorkflowAnalysis): string[] {
  return Array.from(flow.generators.values()).flatMap(({ target }) =>
    target.role === 'token' ? target.names.slice(0, 1) : [],
  );
}
