import type { Bar, Obstacle, TokenUse } from '../analysis/token-use';
import type { Vocabulary } from '../vocabulary';

/** Of a call whose definition can do without the token. */
export function noLongerNeeded({ tokenKey }: Vocabulary): string {
  return `With the ${tokenKey} on its targets, what it calls can do without: a migration changes both together.`;
}

/** What of a use tells why it stays. */
export type Explained = Pick<TokenUse, 'activity' | 'consumer' | 'target' | 'replacement'> &
  Partial<Pick<TokenUse, 'bar'>>;

/** Why a use of the token stays, and what a person can do about it: whole sentences. */
export function explainObstacle(use: Explained, obstacle: Obstacle, vocabulary: Vocabulary): string {
  const name = use.consumer?.name ?? use.activity?.title ?? '';
  const target = use.target?.names.join(', ') ?? '';
  const { product } = vocabulary;
  switch (obstacle) {
    case 'suppressed':
      return 'The project file keeps it as it is.';
    case 'retired-atomic':
      return `"${name}" is of a retired generation and ${unseen(use)}: ${adviseReplacing(use)}`;
    case 'community-atomic':
      return `"${name}" is no system atomic and ${unseen(use)}: ${adviseOnDefinition(use)}`;
    case 'unknown-atomic':
      return `What the atomic does with the token is not known: ${adviseOnDefinition(use)}`;
    case 'sub-workflow':
      return `The token goes into a sub-workflow: ${adviseOnDefinition(use)}`;
    case 'definition':
      return `Its definition and all who call it change together or not at all. ${explainBar(use.bar, vocabulary)}`;
    case 'callers':
      return `The token comes from the callers, which change together with this workflow or not at all. ${explainBar(use.bar, vocabulary)}`;
    case 'token-target':
      return `The activity runs on ${target}, which keeps its own key: point it at the target of the API that it calls.`;
    case 'orbital-target':
      return `The activity runs on ${target}, an Orbital target, which the token key does not serve.`;
    case 'other-target':
      return target
        ? `The activity runs on ${target}, which is not known to lead to a ${product} API: if it does, name it in the setting for further ${product} targets.`
        : `The activity has no target that leads to a ${product} API.`;
    case 'unknown-target':
      return 'The file does not tell on which target the activity runs: make sure that the target will carry the token key.';
    case 'account-key-override':
      return 'The activity overrides the account key of its target: let it use the default key first.';
    case 'generator-key':
      return 'The token is made with an account key of its own, not with that of the target: make sure that the token key may do the same.';
    case 'generator-target':
      return "The token is made on a target that is not known to be the usual one, so it may be another tenant's: make sure that the token key may stand for it.";
    case 'several-token-targets':
      return 'The file fetches tokens from more than one target, which one token key cannot stand for.';
    case 'mixed-variable':
      return 'The variable holds something else than the token at times: find out what, and part the two.';
    case 'gen-jwt':
      return 'The request exchanges the token for another one, which no account key can do.';
    case 'script':
      return `A script gets the token itself, and no account key can serve there: let an HTTP Request on a ${product} target make the call.`;
    case 'request':
      return `The request sends the token in another way than an Authorization header on a ${product} target.`;
    case 'variable':
      return 'The token is stored where others may read it: find out who does.';
    case 'elsewhere':
      return 'No account key can serve here: find out what the token is needed for.';
  }
}

/** Where the way of a token through definitions and callers is barred. */
function explainBar(bar: Bar | undefined, vocabulary: Vocabulary): string {
  if (!bar) return '';
  const { reason, activity, workflow } = bar;
  const where = activity ? `"${activity.title}" in "${workflow.title}"` : `"${workflow.title}"`;
  switch (reason.kind) {
    case 'use':
      return reason.use.isOrbital
        ? `${where} sends it to Orbital, which the token key does not serve.`
        : `${where} is in the way: ${explainObstacle(reason.use, reason.use.obstacle ?? 'elsewhere', vocabulary)}`;
    case 'disputed':
      return `There are definitions of ${where} that differ in this input: find out which of them is called.`;
    case 'written':
      return `${where} writes something of its own into the input: find out what, and part the two.`;
    case 'filled-otherwise':
      return `${where} passes something else there: find out what it is.`;
    case 'held':
      return `${where} stands in another file, which does not change along: migrate the folder that holds both, or see what keeps that file as it is.`;
  }
}

/** A definition that is not at hand decides, so it must be brought. */
function adviseOnDefinition({ activity, consumer }: Explained): string {
  const { workflow_id: id = '', workflow_name: name } = activity?.properties ?? {};
  const called = consumer?.name ?? (typeof name === 'string' ? name : (activity?.title ?? ''));
  const kind = activity?.type === 'workflow.sub_workflow' ? 'sub-workflow' : 'atomic';
  return `its definition decides, and that is not at hand. Export the ${kind} "${called}" (${id}) into the same folder and migrate the folder, so that both change together.`;
}

/** What to do about a retired atomic, and why a migration does not do it by itself. */
function adviseReplacing({ replacement }: Pick<TokenUse, 'replacement'>): string {
  if (!replacement || replacement.kind === 'no-successor') return 'replace it with a current atomic first.';
  const { name } = replacement.successor;
  const byHand = `replace it with "${name}" by hand, `;
  switch (replacement.kind) {
    case 'own-definition':
      return `${byHand}as the file has a definition of its own for it, which may do another thing.`;
    case 'input':
      return `${byHand}as it is not known what becomes of its input ${replacement.name}.`;
    case 'output':
      return `${byHand}as it is not known what becomes of its output, which is read as ${replacement.name}.`;
    case 'replacement':
      return `replace it with "${name}" first.`;
  }
}

function unseen({ consumer }: Pick<TokenUse, 'consumer'>): string {
  return consumer?.emptyInput === 'sends-header'
    ? 'sends whatever its input holds'
    : 'was never seen to work without a token';
}
