import type { TokenConsumer } from '../catalog/atomics';
import { isSecureXIntegration } from '../catalog/integrations';
import type { TargetResolver } from '../analysis/targets';
import { isRetired } from '../analysis/replacements';
import { consumerCalledBy, type TokenConsumers } from '../analysis/token-consumers';
import { isAbsolute, isGenJwt, isRequest } from '../analysis/requests';
import { obstacleOfTarget } from '../analysis/use-obstacles';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import type { JsonPathNode } from '../document/json-path';
import { bareId } from '../document/reference';
import { isObject } from '../document/shapes';
import type { Activity } from '../document/workflow';
import type { JsonOperation, JsonValue } from '../edits/json-operation';
import type { RuleCode } from '../rule-code';
import type { Vocabulary } from '../vocabulary';
import type { ConversionNote } from './conversion-note';
import { explainRefusal, type Refusal } from './refusals';

/** A call that the account key of its target authenticates, and that is to be given a token instead. */
export interface TokenNeed {
  readonly activity: Activity;
  readonly place: 'access-token-input' | 'authorization-header';
  readonly path: JsonPathNode;
  /** Writes the token, a reference to a generator's output. */
  readonly give: (token: string) => JsonOperation;
}

/** A call of a SecureX API without a token, and why it must stay so, if it must. */
interface Candidate extends TokenNeed {
  readonly consumer: TokenConsumer | undefined;
  readonly refusal: Refusal | undefined;
}

/** The calls in one workflow that a conversion gives a token, and what is said of those that it leaves alone. */
export function findTokenNeeds(
  { workflow, targets, consumers }: WorkflowAnalysis,
  vocabulary: () => Vocabulary,
): {
  readonly needs: readonly TokenNeed[];
  readonly notes: readonly ConversionNote[];
} {
  const needs: TokenNeed[] = [];
  const notes: ConversionNote[] = [];
  for (const activity of workflow.activities) {
    const candidate = atomicCall(activity, targets, consumers) ?? request(activity, targets);
    if (!candidate) continue;
    if (candidate.refusal) notes.push(noteOn(candidate, candidate.refusal, targets, vocabulary()));
    else needs.push(candidate);
  }
  return { needs, notes };
}

/** A call whose Access Token input is empty. Orbital's tokens are none of our business. */
function atomicCall(activity: Activity, targets: TargetResolver, consumers: TokenConsumers): Candidate | undefined {
  const consumer = activity.type === 'workflow.atomic_workflow' ? consumerCalledBy(activity, consumers) : undefined;
  if (consumer?.product !== 'securex') return undefined;
  const input = activity.properties.input ?? {};
  const key = Object.keys(input).find((each) => bareId(each) === consumer.tokenInput);
  if (key === undefined || input[key] !== '') return undefined;
  const path = activity.path.descendant(['properties', 'input', key]);
  return {
    activity,
    place: 'access-token-input',
    path,
    consumer,
    refusal: consumer.emptyInput === 'proven' ? refusalOf(activity, targets) : 'unproven-atomic',
    give: (token) => ({ kind: 'set', path, value: token }),
  };
}

/** A request to a SecureX API that brings no authorization of its own. */
function request(activity: Activity, targets: TargetResolver): Candidate | undefined {
  const { relative_url: url, custom_headers: headers } = activity.properties;
  if (!isRequest(activity) || typeof url !== 'string' || isAbsolute(activity) || url.includes('/oauth2/token'))
    return undefined;
  if (targets.ofActivity(activity).role !== 'securex' || headers?.some(isAuthorization)) return undefined;
  const own = url.startsWith('$') ? 'variable-url' : isGenJwt(activity) ? 'gen-jwt' : undefined;
  const isEmptyList = headers === null || headers?.length === 0;
  return {
    activity,
    place: 'authorization-header',
    path: activity.path.descendant(['properties', 'relative_url']),
    consumer: undefined,
    refusal: refusalOf(activity, targets) ?? own ?? (isEmptyList ? 'empty-headers' : undefined),
    give: (token) => headerOperation(activity, { name: 'Authorization', value: `Bearer ${token}` }),
  };
}

function isAuthorization({ name }: { readonly name?: string | null | undefined }): boolean {
  return name?.trim().toLowerCase() === 'authorization';
}

function headerOperation({ path, properties }: Activity, header: JsonValue): JsonOperation {
  const list = path.child('properties').child('custom_headers');
  if (properties.custom_headers) return { kind: 'insert', path: list, at: Infinity, value: header };
  // The product sorts the keys.
  const next = Object.keys(properties).findIndex((key) => key > 'custom_headers');
  const at = next === -1 ? Infinity : next;
  return { kind: 'insert', path: path.child('properties'), at, name: 'custom_headers', value: [header] };
}

function refusalOf(activity: Activity, targets: TargetResolver): Refusal | undefined {
  const target = targets.ofActivity(activity);
  if (target.id && isSecureXIntegration(target.id.text)) return 'module-target';
  const obstacle = obstacleOfTarget(activity, target, targets);
  if (obstacle) return obstacle;
  return canChooseByName(activity) ? undefined : 'no-target-group';
}

/** Whether a generator beside the activity could choose its target out of the workflow's target group. */
function canChooseByName({ properties, workflow }: Activity): boolean {
  const { target } = workflow.properties;
  if (isObject(target) && target.execute_on_target_group === true) return true;
  return properties.target?.override_workflow_target_group_criteria === true;
}

function noteOn(
  { activity, place, path, consumer }: Candidate,
  refusal: Refusal,
  targets: TargetResolver,
  vocabulary: Vocabulary,
): ConversionNote {
  const why = explainRefusal(refusal, targets.ofActivity(activity), consumer, vocabulary);
  return {
    code: codeOf(place, consumer),
    workflow: activity.workflow,
    activity,
    message: `"${activity.title}" is given no access token. ${why}`,
    path,
  };
}

function codeOf(place: TokenNeed['place'], consumer: TokenConsumer | undefined): RuleCode {
  if (place === 'authorization-header' || consumer?.emptyInput === 'proven') return place;
  return consumer !== undefined && isRetired(consumer) ? 'retired-atomic' : 'token-needs-review';
}
