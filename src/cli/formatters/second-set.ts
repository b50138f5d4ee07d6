import { addressOf, wordsOf, type PlannedTarget, type SecondSetPlan } from '../../tenant/second-set/second-set-plan';
import { painter, type Paint } from './paint';
import { lines } from './tenant-json';
import { count, printable } from './wording';

export function secondSetJson({ suffix, method, isForSameMethod, targets, leftAlone }: SecondSetPlan): string {
  const head = JSON.stringify({ version: 1, suffix, method, isForSameMethod }).slice(0, -1);
  const planned = lines(
    targets.map(({ name, like, key, found, problems }) => ({
      name,
      like: like.name,
      host: like.host,
      path: like.path,
      key: { kind: key.kind, names: keyNames(key) },
      isThere: found.length > 0,
      problems,
    })),
  );
  const left = leftAlone.map(({ target, reason }) => ({ target: target.name, reason }));
  return `${head},"targets":[${planned}],"leftAlone":${JSON.stringify(left)}}\n`;
}

function keyNames(key: PlannedTarget['key']): readonly string[] {
  if (key.kind === 'none') return [];
  return key.kind === 'choose' ? key.names : [key.name];
}

/** A checklist: `[x]` is as it should be, `[ ]` is to be done. */
export function secondSetText(plan: SecondSetPlan, colour: boolean): string {
  const { suffix, method, isForSameMethod, targets, leftAlone } = plan;
  const paint = painter(colour);
  const toDo = targets.filter((target) => !isDone(target)).length;
  const what = method === 'token' ? 'a token key' : 'tokens that workflows make and pass';
  return [
    `A second set of targets with ${suffix}, for ${what}:\n`,
    isForSameMethod ? 'The first set is for that method already: a second one gains nothing.\n' : '',
    ...targets.map((target) => targetText(target, paint)),
    ...leftAlone.map(
      ({ target, reason }) => `${paint('bold', printable(target.name))}: none, as ${printable(reason)}\n`,
    ),
    `${toDo} of ${count(targets.length, 'target')} to create or correct; nothing was changed.\n`,
  ].join('');
}

export function isDone({ found, problems }: PlannedTarget): boolean {
  return found.length > 0 && problems.length === 0;
}

function targetText(target: PlannedTarget, paint: Paint): string {
  const { name, like, key, found, problems } = target;
  const head = `[${isDone(target) ? 'x' : ' '}] ${paint('bold', printable(name))}: `;
  if (found.length > 0) return `${head}is there. ${printable(problems.join(' '))}`.trimEnd() + '\n';
  return `${head}create it as an HTTP Endpoint like ${printable(like.name)} (${printable(addressOf(like))}), with ${printable(wordsOf(key))}.\n`;
}
