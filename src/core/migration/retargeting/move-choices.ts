import { conditionsOf, nameIn, operandPath } from '../../analysis/target-criteria';
import { consumerCalledBy } from '../../analysis/token-consumers';
import type { WorkflowAnalysis } from '../../analysis/workflow-analysis';
import { moduleTarget } from '../../catalog/targets';
import { isObject } from '../../document/shapes';
import type { Activity, Workflow } from '../../document/workflow';
import { called, type Outcome, type Owner, type RetargetingContext } from './draft';
import type { SetChange } from './set-change';

/** Every criterion of every workflow and activity that chooses a SecureX target by its name, in use or not. */
export function* moveChoices({ analysis, change }: RetargetingContext): Iterable<Outcome> {
  for (const each of analysis.workflows) {
    const { workflow } = each;
    yield* choicesOf(workflow, { workflow, activity: undefined }, change);
    for (const activity of workflow.activities) yield* choicesOf(activity, { workflow, activity }, change);
    if (!change.isUndo) yield* callsWithoutName(each);
  }
}

function* choicesOf(chooser: Workflow | Activity, owner: Owner, change: SetChange): Iterable<Outcome> {
  const target = chooser.properties.target;
  if (!isObject(target)) return;
  for (const [index, condition] of conditionsOf(target).entries()) {
    const name = nameIn(condition);
    if (name !== undefined) yield* choiceOf(name, index, chooser, owner, change);
  }
  if (change.isUndo || typeof target.target_id !== 'string' || !moduleTarget.test(target.target_id)) return;
  yield {
    is: 'left',
    ...owner,
    path: chooser.path.descendant(['properties', 'target', 'target_id']),
    message: `${called(owner)} runs on ${target.target_id}, a target that an integration manages with its key: there is no second one of it. Choose a target by name where it must run on the other set.`,
  };
}

function* choiceOf(
  name: string,
  index: number,
  { path: chooserPath, title }: Workflow | Activity,
  owner: Owner,
  change: SetChange,
): Iterable<Outcome> {
  const path = operandPath({ path: chooserPath }, index);
  const standing = change.standingOf(name);
  if (standing === 'moves') {
    yield {
      is: 'change',
      ...owner,
      kind: 'retarget',
      title,
      movedName: name,
      message: owner.activity
        ? `Run "${title}" on ${change.nameAfter(name)} instead of ${name}.`
        : `Let the workflow run on ${change.nameAfter(name)} instead of ${name}.`,
      path,
      operations: [change.renaming(path, name)],
    };
  } else if (!change.isUndo && standing !== 'foreign') {
    const message = `${called(owner)} runs on ${name}, ${whyLeft(standing, change)}`;
    yield { is: 'left', ...owner, path, message, isThere: standing === 'there' };
  }
}

/** Half a sentence on a name that does not move. */
export function whyLeft(standing: 'there' | 'other-set' | 'unclear', { suffix }: SetChange): string {
  switch (standing) {
    case 'there':
      return `which is of the set ${suffix} already. The way back would take it to the usual name, too, so keep this file as it is.`;
    case 'other-set':
      return 'which is of a third set. Take it back to the usual name first.';
    case 'unclear':
      return 'and the file does not tell whether that is a SecureX target of the set. If it is, name it as a further SecureX target and retarget again.';
  }
}

/** Calls of atomics that need a SecureX target, where no name in the file tells on which one they run. */
function* callsWithoutName({ workflow, targets, consumers }: WorkflowAnalysis): Iterable<Outcome> {
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
      message: `${called(owner)} calls a SecureX API, and the file does not tell on which target: it is chosen when the workflow starts, by a variable, or by an id that is not in the file. Choose the target of the other set there.`,
    };
  }
}
