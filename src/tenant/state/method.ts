import { bothVocabularies, type Vocabulary } from '../../core/vocabulary';
import { roleOf, hasDocumentedName } from './target-role';
import { verdictOnTarget, type TargetVerdict } from './target-verdict';
import type { TargetState, TenantState } from './tenant-state';

/**
 * How SecureX APIs are called: with a token that each workflow makes and passes (`legacy`), or with one that the
 * target's account key makes (`token`); `broken` where neither can work.
 */
export type Method = 'legacy' | 'token' | 'mixed' | 'broken' | 'unknown';

export interface TenantVerdict {
  readonly method: Method;
  /** Sentences, the one that decides most first. */
  readonly evidence: readonly string[];
  /** One for each target of the state, in the state's order. */
  readonly targets: readonly TargetVerdict[];
}

/** Which method a tenant uses. Names of account keys decide nothing: only their types do. */
export function verdictOn(state: TenantState): TenantVerdict {
  const { vocabulary, targets } = state;
  return decide(
    targets.map((target) => verdictOf(target, vocabulary)),
    vocabulary,
  );
}

/** Which method one target is for. @param vocabulary the words for the evidence. */
export function verdictOf(target: TargetState, vocabulary = bothVocabularies): TargetVerdict {
  return verdictOnTarget(target, roleOf(target), vocabulary);
}

function decide(targets: readonly TargetVerdict[], vocabulary: Vocabulary): TenantVerdict {
  // A mere entry of a file for an integration tells nothing of the tenant behind it.
  const apis = targets.filter(({ role, target }) => role === 'api' && isReal(target)).sort(byWeight);
  const endpoints = targets.filter(({ role }) => role === 'token-endpoint');
  return { method: methodOf(apis, endpoints), evidence: evidenceOf(apis, endpoints, vocabulary), targets };
}

function methodOf(apis: readonly TargetVerdict[], endpoints: readonly TargetVerdict[]): Method {
  const broken = apis.filter(({ method }) => method === 'broken');
  // Workflows choose by these names; a broken target that somebody added stops nobody else.
  if (broken.some(({ target }) => hasDocumentedName(target))) return 'broken';
  const isLegacy = apis.some(({ method }) => method === 'legacy');
  const isToken = apis.some(({ method }) => method === 'token');
  if (isLegacy && isToken) return 'mixed';
  if (isLegacy) return 'legacy';
  if (isToken) return 'token';
  if (broken.length > 0) return 'broken';
  return endpoints.some(({ method }) => method === 'legacy') ? 'legacy' : 'unknown';
}

function evidenceOf(
  apis: readonly TargetVerdict[],
  endpoints: readonly TargetVerdict[],
  { product, exampleTarget }: Vocabulary,
): string[] {
  const sentences = [...apis, ...endpoints].flatMap(({ evidence }) => evidence);
  if (apis.length === 0) sentences.unshift(`There is no target for a ${product} API, such as ${exampleTarget}.`);
  return sentences;
}

function isReal({ id, uniqueName }: TargetState): boolean {
  return id !== null || uniqueName !== null;
}

/** The target that the documentation asks about first, then those that bear documented names. */
function byWeight(one: TargetVerdict, other: TargetVerdict): number {
  return weight(one.target) - weight(other.target);
}

function weight(target: TargetState): number {
  if (/^(?:CTR_API|CTR_Target|Platform APIs)$/i.test(target.name)) return 0;
  return hasDocumentedName(target) ? 1 : 2;
}
