import { tokenTargetName } from '../../catalog/targets';
import { workflowStep } from '../migration-step';

interface Cut {
  readonly start: number;
  readonly end: number;
}

const targetList = /^[ \t]*targets?(?:[ \t]+used)?[ \t]*:/i;
/** A step of the list that only makes or renews a token. */
const tokenStep =
  /^[ \t]*\[\][> \t]*(?:generate|request|get|fetch|obtain|refresh|renew|validate)\b[^\n]*\b(?:threat response|securex|ctr)\b[^\n]*\btoken\b[ \t]*(?:\(if (?:necessary|needed)\))?\.?[ \t]*$/i;
const alternativeOrder =
  /^[ \t]*\[\][> \t]*(?:generate|request|get|fetch|obtain|refresh|renew|validate)\b[^\n]*\btoken\b[^\n]*\b(?:threat response|securex|ctr)\b[ \t]*$/i;
/** A step that says more than that is left to its author. */
const saysMore = /\band\b|,/i;

/** The description's list of targets loses the generators' target, its steps the one that makes the token. */
export const updateDescription = workflowStep('update-description', function* ({ retirement }, analysis, context) {
  const { workflow, flow } = analysis;
  const { description } = workflow;
  if (!context.analysis.configuration.updateDescription || description === undefined) return;
  const staying = [...flow.generators.values()].filter(({ activity }) => !retirement.activities.has(activity));
  const isGone = retirement.activities.size > 0 && staying.every(({ target }) => target.role === 'orbital');
  const cuts = isGone ? [...findCuts(description)] : [];
  if (cuts.length === 0) return;
  const path = workflow.path.child('properties').child('description');
  yield {
    kind: 'update-description',
    workflow,
    activity: undefined,
    title: workflow.title,
    message: 'Take the access token out of the description.',
    path,
    operations: cuts.map(({ start, end }) => ({ kind: 'splice', path, start, end, text: '' })),
  };
});

/** What to cut from a description: the target's name in a list of targets, and whole lines that only make a token. */
export function* findCuts(description: string): Iterable<Cut> {
  let start = 0;
  for (const line of description.split('\n')) {
    const end = start + line.length;
    if (targetList.test(line)) yield* namesIn(line, start);
    else if ((tokenStep.test(line) || alternativeOrder.test(line)) && !saysMore.test(line)) {
      yield end < description.length ? { start, end: end + 1 } : { start: Math.max(start - 1, 0), end };
    }
    start = end + 1;
  }
}

/** Each name that goes takes along the comma after it, or the one before it where it is the last. */
function* namesIn(line: string, offset: number): Iterable<Cut> {
  const listStart = line.indexOf(':') + 1;
  const names = [...line.slice(listStart).matchAll(/[^,]+/g)].map((match) => {
    const lead = match[0].length - match[0].trimStart().length;
    const start = offset + listStart + match.index + lead;
    return { name: match[0].trim(), start, end: start + match[0].trim().length };
  });
  const isGone = names.map(({ name }) => tokenTargetName.test(name));
  const firstKept = isGone.indexOf(false);
  if (firstKept === -1) return;
  for (const [index, name] of names.entries()) {
    const before = names[index - 1];
    const after = names[index + 1];
    if (!isGone[index]) continue;
    if (index > firstKept && before) yield { start: before.end, end: name.end };
    else if (after) yield { start: name.start, end: after.start };
  }
}
