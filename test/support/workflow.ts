import { systemGenerator, systemGeneratorToken, type Atomic } from './atomics';
import { activityId, variableId, workflowId } from './ids';
import type { Json, JsonObject } from './json';

// Workflow exports in the format's own terms. Titles and names stand for ids: whatever bears a title is referred to by it.

export interface WorkflowParts {
  /** `Workflow` without it; what belongs to a workflow with another title is referred to with that title. */
  readonly title?: string;
  readonly description?: string;
  /** `CTR_API` without it. */
  readonly target?: JsonObject;
  readonly properties?: JsonObject;
  readonly variables?: readonly Json[] | null;
  readonly actions?: readonly Json[] | null;
  /** What stands beside the workflow in the export. */
  readonly beside?: JsonObject;
}

export const ownTitle = 'Workflow';

/** A whole export. */
export function workflow({
  title = ownTitle,
  description,
  target = workflowOn('CTR_API'),
  properties,
  variables,
  actions,
  beside,
}: WorkflowParts = {}): JsonObject {
  return {
    workflow: {
      unique_name: workflowId(title),
      name: title,
      title,
      type: 'generic.workflow',
      base_type: 'workflow',
      ...(variables === undefined ? {} : { variables }),
      properties: {
        ...(description === undefined ? {} : { description }),
        display_name: title,
        target,
        ...properties,
      },
      object_type: 'definition_workflow',
      ...(actions === undefined ? {} : { actions }),
    },
    ...beside,
  };
}

export function variable(name: string, type = 'string', scope = 'local'): JsonObject {
  return {
    schema_id: `datatype.${type}`,
    properties: { value: '', scope, name, type: `datatype.${type}`, is_required: false },
    unique_name: variableId(name),
    object_type: 'variable_workflow',
  };
}

export const tokenVariable = (name: string): JsonObject => variable(name, 'secure_string');
export const timeVariable = (name: string): JsonObject => variable(name, 'date');

// References

export const local = (name: string, title = ownTitle): string =>
  `$workflow.${workflowId(title)}.local.${variableId(name)}$`;
export const output = (name: string, title = ownTitle): string =>
  `$workflow.${workflowId(title)}.output.${variableId(name)}$`;
export const workflowStart = (title = ownTitle): string => `$workflow.${workflowId(title)}.output.start_time$`;
export const outputOf = (title: string, member: string): string => `$activity.${activityId(title)}.output.${member}$`;
export const tokenOf = (title: string): string => outputOf(title, systemGeneratorToken);
export const startOf = (title: string): string => outputOf(title, 'start_time');
export const endOf = (title: string): string => outputOf(title, 'end_time');

// Targets

const criteria = (name: string): JsonObject => ({
  use_criteria: {
    choose_target_using_algorithm: 'choose_first_with_matching_criteria',
    conditions: [
      { left_operand: '$targetgroup.web-service endpoint.input.display_name$', operator: 'eqi', right_operand: name },
    ],
  },
});

export const workflowOn = (name: string): JsonObject => ({
  execute_on_target_group: true,
  target_group: criteria(name),
});
export const workflowOnId = (id: string): JsonObject => ({ execute_on_workflow_target: true, target_id: id });
export const workflowWithoutTarget: JsonObject = { no_target: true };
export const on = (name: string): JsonObject => ({
  override_workflow_target_group_criteria: true,
  target_group: criteria(name),
});
export const onId = (id: string): JsonObject => ({ override_workflow_target: true, target_id: id });
export const inherited: JsonObject = { use_workflow_target_group: true };

export const tokenTarget = 'CTR_For_Access_Token';
export const orbitalTokenTarget = 'Orbital_For_Access_Token';

// Activities

export function activity(
  title: string,
  type: string,
  properties: JsonObject = {},
  children: JsonObject = {},
): JsonObject {
  return {
    unique_name: activityId(title),
    name: title,
    title,
    type,
    base_type: 'activity',
    properties: { display_name: title, skip_execution: false, ...properties },
    object_type: 'definition_activity',
    ...children,
  };
}

export interface CallParts {
  /** The activity inherits its workflow's target without it. */
  readonly target?: JsonObject;
  readonly input?: JsonObject;
  readonly properties?: JsonObject;
}

/** A call of the generator; on `CTR_For_Access_Token` where nothing else is said. */
export function generator(
  title: string,
  { target = on(tokenTarget), input, properties }: CallParts = {},
  id = systemGenerator,
): JsonObject {
  return activity(title, 'workflow.atomic_workflow', {
    ...(input ? { input } : {}),
    runtime_user: { target_default: true },
    target,
    workflow_id: id,
    workflow_name: 'Threat Response - Generate Access Token',
    ...properties,
  });
}

export function atomicCall(
  title: string,
  atomic: Atomic,
  token: Json,
  { target = inherited, input, properties }: CallParts = {},
): JsonObject {
  return activity(title, 'workflow.atomic_workflow', {
    input: { [atomic.tokenInput]: token, ...input },
    runtime_user: { target_default: true },
    target,
    workflow_id: atomic.id,
    workflow_name: atomic.name,
    ...properties,
  });
}

export function subWorkflowCall(title: string, id: string, input: JsonObject): JsonObject {
  return activity(title, 'workflow.sub_workflow', { input, target: inherited, workflow_id: id });
}

export interface RequestParts extends CallParts {
  readonly headers?: readonly Json[];
  readonly url?: string;
}

export function httpRequest(
  title: string,
  { headers, url = '/iroh/iroh-enrich/health', target = inherited, properties }: RequestParts = {},
): JsonObject {
  return activity(title, 'web-service.http_request', {
    action_timeout: 180,
    ...(headers === undefined ? {} : { custom_headers: headers }),
    method: 'GET',
    relative_url: url,
    runtime_user: { target_default: true },
    target,
    ...properties,
  });
}

export const header = (name: string, value: Json): JsonObject => ({ name, value });
export const bearer = (reference: string): JsonObject => header('Authorization', `Bearer ${reference}`);

/** @param entries new values by the names of local variables, or by whole references to something else. */
export function setVariables(title: string, entries: Readonly<Record<string, Json>>): JsonObject {
  return activity(title, 'core.set_multiple_variables', {
    variables_to_update: Object.entries(entries).map(([name, value]) => ({
      variable_to_update: name.startsWith('$') ? name : local(name),
      variable_value_new: value,
    })),
  });
}

export const dateDifference = (title: string, original: string, subtract: string): JsonObject =>
  activity(title, 'core.calculate_date_time_difference', { original_date: original, subtract_date: subtract });

export const calculateDate = (title: string, original: string): JsonObject =>
  activity(title, 'core.calculate_date', { adjustment: -600, original_date: original });

export const script = (title: string, ...argumentTexts: string[]): JsonObject =>
  activity(title, 'python3.script', { script: 'import sys', script_arguments: argumentTexts });

export const completed = (title: string, message: string): JsonObject =>
  activity(title, 'logic.completed', { completion_type: 'succeeded', result_message: message });

export const sleep = (title: string, properties: JsonObject = {}): JsonObject =>
  activity(title, 'core.sleep', { sleep_interval: 5, ...properties });

// Containers; an empty one has no list of children at all

const within = (key: 'actions' | 'blocks', children: readonly Json[]): JsonObject =>
  children.length > 0 ? { [key]: children } : {};

export const group = (title: string, ...actions: Json[]): JsonObject =>
  activity(title, 'logic.group', {}, within('actions', actions));

export const condition = (title: string, ...branches: Json[]): JsonObject =>
  activity(title, 'logic.if_else', {}, within('blocks', branches));

export const branch = (title: string, left: Json, operator: string, right: Json, ...actions: Json[]): JsonObject =>
  activity(
    title,
    'logic.condition_block',
    { condition: { left_operand: left, operator, right_operand: right } },
    within('actions', actions),
  );

export const parallel = (title: string, ...branches: Json[]): JsonObject =>
  activity(title, 'logic.parallel', {}, within('blocks', branches));

export const parallelBranch = (title: string, ...actions: Json[]): JsonObject =>
  activity(title, 'logic.parallel_block', {}, within('actions', actions));

export const forEach = (title: string, ...actions: Json[]): JsonObject =>
  activity(title, 'logic.for_each', { source_array: '$global.list$' }, within('actions', actions));

/** The branches hold the conditions under which the loop goes on. */
export const whileLoop = (title: string, ...branches: Json[]): JsonObject =>
  activity(title, 'logic.while', {}, within('blocks', branches));
