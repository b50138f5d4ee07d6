// The JSON schema of a workflow export: the shapes come from the zod model of the core, the words from here. It explains
// keys and completes them; what is odd in a file the rule workflow-schema tells.
import { createRequire } from 'node:module';

/** A word for each known key, or a word and what is inside. A list stands for its items. */
const activityWords = {
  unique_name: 'The id that references name: definition_activity_ and 35 characters.',
  name: 'The kind of activity, or the name of the atomic that it was dragged in from.',
  title: 'What people call it.',
  type: 'What it does, for example web-service.http_request.',
  base_type: 'activity, or subworkflow where it calls a workflow or an atomic.',
  object_type: 'definition_activity',
  properties: [
    'What it works with. Which keys it has depends on its type.',
    {
      display_name: 'The title, once more.',
      description: 'What its author says of it.',
      continue_on_failure: 'Whether the workflow goes on where the activity fails.',
      skip_execution: 'Whether it is passed over.',
      action_timeout: 'After how many seconds it is given up.',
      workflow_id: 'The atomic or the workflow that it calls.',
      workflow_name: 'The name of that atomic or workflow.',
      input: 'What it hands over, by the ids of the inputs.',
      target: 'On which target it runs: its own, or the one of the workflow.',
      runtime_user: 'With which account key it runs: usually the one of its target.',
      method: 'The method of an HTTP request.',
      relative_url: 'Where a request goes, behind the address of its target.',
      body: 'What a request sends.',
      content_type: 'The type of what a request sends.',
      accept: 'The type of answer that a request asks for.',
      allow_auto_redirect: 'Whether a request follows when it is sent elsewhere.',
      allow_headers_redirect: 'Whether its headers go there, too.',
      continue_on_error_status_code: 'Whether an answer such as 404 counts as success.',
      custom_headers: ['The headers of a request.', { name: 'The name of the header.', value: 'What it says; may hold references.' }],
      variables_to_update: [
        'The variables that get a value.',
        { variable_to_update: 'A reference to the variable.', variable_value_new: 'The new value; may hold references.' },
      ],
      script: 'A Python script.',
      script_arguments: 'What the script gets as sys.argv, from the second on.',
      script_queries: 'The variables of the script that become outputs: script_queries.NAME.',
      input_json: 'The JSON that is read.',
      jsonpath_query: 'The path to the rows of the table.',
      jsonpath_queries: 'The values that become outputs: jsonpath_queries.NAME.',
      table_columns: 'The columns of the table.',
      source_array: 'The list that the loop goes through; its activities read source_array[@].',
      condition: 'What must hold: left_operand, operator, right_operand.',
      completion_type: 'How the workflow ends: succeeded or failed-completed.',
      result_message: 'What the workflow says at its end.',
    },
  ],
  actions: 'The activities in it, in the order in which they run.',
  blocks: 'The branches of a condition, a loop or a parallel block.',
};

const exportWords = {
  workflow: [
    'The workflow itself.',
    {
      unique_name: 'Its id: definition_workflow_ and 35 characters.',
      name: 'Its name.',
      title: 'What people call it.',
      type: 'generic.workflow',
      base_type: 'workflow',
      object_type: 'definition_workflow',
      properties: [
        'How it runs.',
        {
          atomic: 'Whether it is an atomic, and in which group it is listed.',
          delete_workflow_instance: 'Whether its runs are forgotten once they succeeded.',
          description: 'What its author says of it.',
          display_name: 'The title, once more.',
          runtime_user: 'With which account key it runs.',
          target: 'On which target its activities run, unless they choose another one.',
        },
      ],
      variables: [
        'Its inputs, outputs and variables.',
        {
          unique_name: 'The id that references name: variable_workflow_ and 35 characters.',
          schema_id: 'Its type: datatype.string, ..., or the id of a table type.',
          object_type: 'variable_workflow',
          properties: [
            'What it is.',
            {
              name: 'What people call it.',
              description: 'What its author says of it.',
              scope: 'input, output, local or static.',
              type: 'Its type: datatype.string, datatype.secure_string, ...',
              value: 'What it starts with.',
              is_required: 'Whether an input must be given.',
            },
          ],
        },
      ],
      actions: 'Its activities, in the order in which they run.',
      categories: 'The categories that it is filed under, by their ids.',
    },
  ],
  targets: 'The targets that it brings along, by their ids.',
  runtime_users: 'The account keys that it brings along, without their secrets, by their ids.',
  target_groups: 'The target groups that it chooses from, by their ids.',
  variables: 'The global variables that it reads, by their ids.',
  table_types: 'The types of its tables, by their ids.',
  categories: 'The categories that it is filed under, by their ids.',
  triggers: 'What starts it, by their ids.',
  schedules: 'The schedules of its triggers, by their ids.',
  events: 'The events of its triggers, by their ids.',
  webhooks: 'The webhooks of its events, by their ids.',
  rules: 'The automation rules that start it, by their ids.',
  module_targets: 'The integrations whose targets it uses.',
  atomic_workflows: 'The ids of the atomics that it calls.',
  dependent_workflows: 'The ids of the workflows that it needs.',
  subworkflows: 'The workflows that it brings along, each as an export of its own.',
};

/** @param schema the zod schema of an export */
export function workflowSchema(schema) {
  const { toJSONSchema } = createRequire(import.meta.url)('zod/mini');
  const { $schema, definitions, ...whole } = toJSONSchema(schema, { target: 'draft-7' });
  const [[, activity], ...others] = Object.entries(definitions);
  if (others.length > 0) throw new Error('the model has more recursive shapes than this knows of.');
  return {
    $schema,
    title: 'Workflow of Cisco SecureX orchestration or XDR Automation',
    // Nothing is said of other files, whatever their names.
    if: {
      type: 'object',
      required: ['workflow'],
      properties: {
        workflow: {
          type: 'object',
          required: ['unique_name'],
          properties: { unique_name: { type: 'string', pattern: '^definition_workflow' } },
        },
      },
    },
    then: { $ref: '#/definitions/export' },
    definitions: {
      export: explained(loose(whole), exportWords),
      activity: explained(loose(activity), activityWords),
    },
  };
}

const strict = new Set(['required', 'additionalProperties', 'propertyNames']);

/** Any key may be missing, and any list or object may be null. */
function loose(schema) {
  if (Array.isArray(schema)) return schema.map(loose);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { anyOf, $ref, ...rest } = schema;
  if ($ref !== undefined) return { $ref: $ref === '#' ? '#/definitions/export' : '#/definitions/activity' };
  const [value] = (anyOf ?? []).filter(({ type }) => type !== 'null');
  if (value) return loose({ ...value, ...rest, ...(value.type === undefined ? {} : { type: [value.type, 'null'] }) });
  return Object.fromEntries(
    Object.entries(rest).filter(([key]) => !strict.has(key)).map(([key, item]) => [
      key,
      key === 'properties' ? Object.fromEntries(Object.entries(item).map(([name, each]) => [name, loose(each)])) : loose(item),
    ]),
  );
}

function explained(schema, words) {
  const properties = { ...schema.properties };
  for (const [key, word] of Object.entries(words)) {
    const [description, inner] = [word].flat();
    const known = properties[key] ?? {};
    const within = inner && (known.items ? { ...known, items: explained(known.items, inner) } : explained(known, inner));
    properties[key] = { description, ...(within ?? known) };
  }
  return { ...schema, properties };
}
