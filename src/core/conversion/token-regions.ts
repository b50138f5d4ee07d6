import { isBranch, isLoop } from '../analysis/bookkeeping';
import { Grouped } from '../document/grouped';
import type { Activity } from '../document/workflow';
import type { ConversionNote } from './conversion-note';
import type { TokenNeed } from './token-needs';

/**
 * Calls that one token serves: those of the workflow's own sequence, or of one branch of a parallel block or one body of
 * a loop, which have their own time.
 */
export interface TokenRegion {
  /** The member of the sequence in which the first call stands. What is before it has run before all of the calls. */
  readonly anchor: Activity;
  readonly needs: readonly TokenNeed[];
}

/** The regions of one workflow, in the order of the file. */
export function regionsOf(needs: readonly TokenNeed[]): TokenRegion[] {
  const groups = new Grouped(
    needs.map((need) => {
      const anchor = anchorOf(need.activity);
      return [anchor.parent, { anchor, need }] as const;
    }),
  );
  return [...groups].flatMap(([, members]) => {
    const [first] = members;
    return first ? [{ anchor: first.anchor, needs: members.map(({ need }) => need) }] : [];
  });
}

/** The activity itself, or what holds it in the sequence of its region. */
function anchorOf(activity: Activity): Activity {
  const { parent } = activity;
  if (!parent || (isOfSequence(activity) && hasOwnTime(parent))) return activity;
  return anchorOf(parent);
}

function isOfSequence({ path }: Activity): boolean {
  return path.parent?.key === 'actions';
}

/** The branches of a condition have none: one of them runs, when its block does. */
function hasOwnTime(container: Activity): boolean {
  const { type, parent } = container;
  if (type === 'logic.parallel_block' || isLoop(container)) return true;
  return isBranch(container) && parent !== undefined && isLoop(parent);
}

/** What a token may not outlive: something in its region that can take long and comes before the last use. */
export function notesOnLifetime({ anchor, needs }: TokenRegion): ConversionNote[] {
  const { workflow } = anchor;
  const region = anchor.parent;
  const from = workflow.orderOf(anchor);
  return workflow.activities.slice(from).flatMap((activity) => {
    if (!mayTakeLong(activity) || !isOutermostIn(region, activity)) return [];
    const user = needs.find((need) => workflow.orderOf(need.activity) > workflow.orderOf(activity));
    if (!user) return [];
    return [
      {
        code: 'token-refresh',
        workflow,
        activity,
        message: `"${activity.title}" may last longer than the ten minutes that an access token lives, and "${user.activity.title}" after it takes one made before: if so, make another one between the two.`,
        path: activity.path.child('unique_name'),
      },
    ];
  });
}

/** Whether it stands in the region, at any depth, and in no loop there, which is told of as a whole. */
function isOutermostIn(region: Activity | undefined, activity: Activity): boolean {
  for (let around = activity.parent; around !== region; around = around.parent) {
    if (!around || isLoop(around)) return false;
  }
  return true;
}

/** Loops, sub-workflows, what waits for a person or an event, and pauses of a minute or more. */
function mayTakeLong(activity: Activity): boolean {
  const { type, properties } = activity;
  if (type === 'core.sleep') return !(typeof properties.sleep_interval === 'number' && properties.sleep_interval < 60);
  return isLoop(activity) || type === 'workflow.sub_workflow' || type.startsWith('task.');
}
