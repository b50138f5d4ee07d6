import { workflowStep } from '../migration-step';

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const targetList = /^[ \t]*targets?(?:[ \t]+used)?[ \t]*:/i;
const stepMark = /^[ \t]*\[\][> \t]*/;
const verbs: ReadonlySet<string> = new Set([
  'generate',
  'request',
  'get',
  'fetch',
  'obtain',
  'refresh',
  'renew',
  'validate',
]);
/** What a step may say of a token without saying anything more. */
const aboutToken = /^(?:a|an|the|new|cisco|threat|response|securex|ctr|access|token|for|from|if|necessary|needed)$/;
const exactTokenTarget = /^CTR_For_Access_Token(?:[\w.-]*\w)?$/i;

/** What a step says besides making a token: nothing, or what comes after "and"; `undefined` for any other step. */
function beyondToken(step: string): string | undefined {
  const [first = '', ...others] = step.split(' and ');
  const words = first
    .toLowerCase()
    .replace(/[().]/g, ' ')
    .trim()
    .split(/[ \t]+/);
  const [verb = '', ...said] = words;
  const isOfToken = said.includes('token') && said.some((word) => /^(?:response|securex|ctr)$/.test(word));
  return verbs.has(verb) && isOfToken && said.every((word) => aboutToken.test(word)) ? others.join(' and ') : undefined;
}

/** The description's list of targets loses the generators' target, its steps the one that makes the token. */
export const updateDescription = workflowStep('update-description', function* ({ retirement }, analysis, context) {
  const { workflow, flow } = analysis;
  const { description } = workflow;
  if (!context.analysis.configuration.updateDescription || description === undefined) return;
  const staying = [...flow.generators.values()].filter(({ activity }) => !retirement.activities.has(activity));
  const isGone =
    retirement.activities.size > 0 &&
    staying.every(({ target }) => target.role === 'orbital') &&
    !analysis.staysOnTokenTarget(retirement.activities);
  const splices = isGone ? [...spliceDescription(description)] : [];
  if (splices.length === 0) return;
  const path = workflow.path.child('properties').child('description');
  yield {
    kind: 'update-description',
    workflow,
    activity: undefined,
    title: workflow.title,
    message: 'Take the access token out of the description.',
    path,
    operations: splices.map((splice) => ({ kind: 'splice', path, ...splice })),
  };
});

/** What to change in a description: names in a list of targets, and the steps that make a token. */
function* spliceDescription(description: string): Iterable<Splice> {
  for (const match of description.matchAll(/([^\r\n]*)(\r\n?|\n|$)/g)) {
    const [whole, line = '', lineBreak] = match;
    const start = match.index;
    const end = start + line.length;
    const mark = stepMark.exec(line)?.[0];
    const beyond = mark === undefined ? undefined : beyondToken(line.slice(mark.length));
    if (targetList.test(line)) {
      yield* namesIn(line, start);
    } else if (mark !== undefined && beyond) {
      // "Generate a token and search" goes on as "Search".
      const more = end - beyond.length;
      yield { start: start + mark.length, end: more + 1, text: beyond.charAt(0).toUpperCase() };
    } else if (beyond === '') {
      yield { start: lineBreak === '' ? breakBefore(description, start) : start, end: start + whole.length, text: '' };
    }
  }
}

function breakBefore(description: string, start: number): number {
  return start - (/(?:\r\n?|\n)$/.exec(description.slice(0, start))?.[0].length ?? 0);
}

/** Each name that goes takes along the comma after it, or the one before it where it is the last. */
function* namesIn(line: string, offset: number): Iterable<Splice> {
  const listStart = line.indexOf(':') + 1;
  const names = [...line.slice(listStart).matchAll(/[^,]+/g)].map((match) => {
    const name = match[0].trim();
    const start = offset + listStart + match.index + match[0].indexOf(name);
    return { name, start, end: start + name.length };
  });
  const isGone = names.map(({ name }) => exactTokenTarget.test(name));
  const firstKept = isGone.indexOf(false);
  if (firstKept === -1) return;
  for (const [index, name] of names.entries()) {
    const before = names[index - 1];
    const after = names[index + 1];
    if (!isGone[index]) continue;
    if (index > firstKept && before) yield { start: before.end, end: name.end, text: '' };
    else if (after) yield { start: name.start, end: after.start, text: '' };
  }
}
