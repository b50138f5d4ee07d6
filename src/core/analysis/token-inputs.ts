import { tokenConsumers } from '../catalog/atomics';
import type { Activity, Reference, Variable, Workflow } from '../document/workflow';
import { isObject } from '../document/shapes';
import type { JsonOperation } from '../edits/json-operation';
import type { TargetResolver, TargetRole } from './targets';
import { isAuthorizationHeader } from './requests';
import type { Obstacle } from './token-use';
import { obstacleOfRequest } from './use-obstacles';

/** An input of an atomic that is sent to a SecureX API in Authorization headers: an access token. */
export interface TokenInput {
  readonly variable: Variable;
  readonly headers: readonly { readonly reference: Reference; readonly activity: Activity }[];
  /** Who chooses the targets of the requests: the atomic itself, or those who call it. */
  readonly targetsOf: 'atomic' | 'callers';
  /** What keeps the headers from going, and where. */
  readonly obstacle: { readonly kind: Obstacle; readonly activity: Activity | undefined } | undefined;
}

const tokenInputById: ReadonlyMap<string, string> = new Map(
  tokenConsumers.filter(({ product }) => product === 'securex').map(({ id, tokenInput }) => [id, tokenInput]),
);

/** The inputs of an atomic, in its own definition, that take a SecureX token; none of any other workflow. */
export function findTokenInputs(workflow: Workflow, targets: TargetResolver): TokenInput[] {
  const { atomic } = workflow.properties;
  if (!isObject(atomic) || atomic.is_atomic !== true) return [];
  return workflow.variables.flatMap((variable) => {
    const found = variable.scope === 'input' ? tokenInputOf(variable, workflow, targets) : undefined;
    return found ? [found] : [];
  });
}

function tokenInputOf(variable: Variable, workflow: Workflow, targets: TargetResolver): TokenInput | undefined {
  const reads = workflow.allReferences.filter(
    (reference) => reference.variable === variable && reference.to.scope === 'input',
  );
  const headers = reads.flatMap((reference) => {
    const { activity } = reference;
    return activity && isAuthorizationHeader(reference, activity) ? [{ reference, activity }] : [];
  });
  const isOfCallers = headers.some(({ activity }) => targets.ofActivity(activity).isOfCallers);
  const roles = new Set(headers.map(({ activity }) => roleOf(activity, targets)));
  const targetsOf = whoseTargets(variable, workflow, roles, isOfCallers);
  if (!targetsOf) return undefined;
  const other = reads.find((read) => !headers.some(({ reference }) => reference === read));
  const obstacles = headers.flatMap(({ activity }) => {
    const kind = obstacleOfRequest(activity, targets);
    return kind ? [{ kind, activity }] : [];
  });
  const obstacle = other ? { kind: 'elsewhere' as const, activity: other.activity } : obstacles[0];
  return { variable, headers, targetsOf, obstacle };
}

/** A request that names a host of its own may send anything anywhere. */
function roleOf(activity: Activity, targets: TargetResolver): TargetRole {
  return obstacleOfRequest(activity, targets) === 'request' ? 'other' : targets.ofActivity(activity).role;
}

/** A header tells that a token is sent, its target that it is one of ours; where callers choose it, the catalogue must know. */
function whoseTargets(
  variable: Variable,
  workflow: Workflow,
  roles: ReadonlySet<TargetRole>,
  isOfCallers: boolean,
): TokenInput['targetsOf'] | undefined {
  if (roles.size === 1 && roles.has('securex')) return isOfCallers ? 'callers' : 'atomic';
  const isOurs = [...roles].every((role) => role === 'securex' || role === 'unknown');
  return roles.size > 0 && isOurs && tokenInputById.get(workflow.id) === variable.id ? 'callers' : undefined;
}

/** The headers go; the input stays, so that nobody who fills it has to change, and may be left empty. */
export function withoutTokenInput({ variable, headers }: TokenInput): JsonOperation[] {
  return [
    ...headers.flatMap(({ reference }): JsonOperation[] =>
      reference.path.parent ? [{ kind: 'remove', path: reference.path.parent, withEmptyList: true }] : [],
    ),
    ...makeOptional(variable),
  ];
}

export function makeOptional({ isRequired, path }: Variable): JsonOperation[] {
  return isRequired ? [{ kind: 'set', path: path.descendant(['properties', 'is_required']), value: false }] : [];
}
