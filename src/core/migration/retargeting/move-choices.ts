import { conditionsOf, nameIn, operandPath } from '../../analysis/target-criteria';
import { consumerCalledBy } from '../../analysis/token-consumers';
import type { WorkflowAnalysis } from '../../analysis/workflow-analysis';
import { isSecureXIntegration } from '../../catalog/integrations';
import { isObject } from '../../document/shapes';
import type { Activity, Workflow } from '../../document/workflow';
import type { Vocabulary } from '../../vocabulary';
import { called, type Outcome, type Owner, type RetargetingContext } from './draft';
import type { NameChange } from './name-change';

/** Every criterion of every workflow and activity that chooses a SecureX target by its name, in use or not. */
export function* moveChoices({ analysis, change }: RetargetingContext): Iterable<Outcome> {
  for (const each of analysis.workflows) {
    const { workflow } = each;
    yield* choicesOf(workflow, { workflow, activity: undefined }, change);
    for (const activity of workflow.activities) yield* choicesOf(activity, { workflow, activity }, change);
    if (!change.isUndo) yield* callsWithoutName(each, change, analysis.vocabulary);
  }
}

function* choicesOf(chooser: Workflow | Activity, owner: Owner, change: NameChange): Iterable<Outcome> {
  const target = chooser.properties.target;
  if (!isObject(target)) return;
  for (const [index, condition] of conditionsOf(target).entries()) {
    const name = nameIn(condition);
    if (name !== undefined) yield* choiceOf(name, index, chooser, owner, change);
  }
  if (typeof target.target_id !== 'string' || !isSecureXIntegration(target.target_id)) return;
  const why = change.whyIntegrationStays(target.target_id);
  if (why === undefined) return;
  yield {
    is: 'left',
    ...owner,
    path: chooser.path.descendant(['properties', 'target', 'target_id']),
    message: `${called(owner)} runs on ${target.target_id}, ${why}`,
  };
}

function* choiceOf(
  name: string,
  index: number,
  { path: chooserPath, title }: Workflow | Activity,
  owner: Owner,
  change: NameChange,
): Iterable<Outcome> {
  const path = operandPath({ path: chooserPath }, index);
  const fate = change.fateOf(name);
  if (fate?.is === 'moves') {
    const what = owner.activity ? `Run "${title}" on ` : 'Let the workflow run on ';
    const note = fate.note === undefined ? '' : ` ${fate.note}`;
    yield {
      is: 'change',
      ...owner,
      kind: 'retarget',
      title,
      movedName: name,
      message: `${what}${fate.to} instead of ${name}.${note}`,
      isOneWay: fate.isOneWay === true,
      path,
      operations: [change.renaming(path, name)],
    };
  } else if (fate) {
    const message = `${called(owner)} runs on ${name}, ${fate.why}`;
    yield { is: 'left', ...owner, path, message, isThere: fate.isThere === true };
  }
}

/** Calls of atomics that need a SecureX target, where no name in the file tells on which one they run. */
function* callsWithoutName(
  { workflow, targets, consumers }: WorkflowAnalysis,
  { adviceWithoutName }: NameChange,
  vocabulary: () => Vocabulary,
): Iterable<Outcome> {
  let isTold = false;
  for (const activity of workflow.activities) {
    if (consumerCalledBy(activity, consumers)?.product !== 'securex') continue;
    const { role, names, isInherited } = targets.ofActivity(activity);
    if (role !== 'unknown' || names.length > 0 || (isInherited && isTold)) continue;
    if (isInherited) isTold = true;
    const owner: Owner = { workflow, activity: isInherited ? undefined : activity };
    yield {
      is: 'left',
      ...owner,
      path: (owner.activity ?? workflow).path.descendant(['properties', 'target']),
      message: `${called(owner)} calls a ${vocabulary().product} API, and the file does not tell on which target: it is chosen when the workflow starts, by a variable, or by an id that is not in the file. ${adviceWithoutName}`,
    };
  }
}
