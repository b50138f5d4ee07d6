import { idFor, workflowId, variableId } from './ids';
import type { Json, JsonObject } from './json';
import * as build from './workflow';

/** An atomic of one's own that takes a token, and its callers. */

export const atomicTitle = 'Look up';
export const tokenInput = 'Access Token';
const inputId = variableId(tokenInput);

/** What the input of a definition is read by. */
export const inputOf = (title = atomicTitle): string => `$workflow.${workflowId(title)}.input.${inputId}$`;

export const requiredInput = (): JsonObject => {
  const { properties, ...rest } = build.variable(tokenInput, 'secure_string', 'input') as { properties: JsonObject };
  return { ...rest, properties: { ...properties, is_required: true } };
};

/** The definition; without `actions` it sends its input as a header. */
export function ownAtomic({ title = atomicTitle, ...parts }: build.WorkflowParts = {}): JsonObject {
  return build.workflow({
    title,
    variables: [requiredInput()],
    properties: { atomic: { is_atomic: true } },
    actions: [build.httpRequest(`${title} asks`, { headers: [build.bearer(inputOf(title))] })],
    ...parts,
  });
}

export function callOwn(
  title: string,
  token: Json,
  { target = build.inherited, properties }: build.CallParts = {},
  called = atomicTitle,
): JsonObject {
  return build.activity(title, 'workflow.atomic_workflow', {
    input: { [inputId]: token },
    runtime_user: { target_default: true },
    target,
    workflow_id: workflowId(called),
    workflow_name: called,
    ...properties,
  });
}

export const callerOf = (parts: build.WorkflowParts = {}): JsonObject =>
  build.workflow({ actions: [build.generator('make'), callOwn('call', build.tokenOf('make'))], ...parts });

export const callsGlobal = `$global.variable_${idFor('key')}.global.variable_${idFor('key')}$`;
