// Legacy workflows made up for measuring, any size, the same in each run. Ids are invented but for those of known atomics.

const generator = 'definition_workflow_01PP75S3LTBW4420OZU3rdHWKHFnE6aC7yH';
const generatedToken = 'variable_workflow_01PP75S3G7CJY6WAQr2IJC7qga2SIoE09gQ';
const deliberate = {
  id: 'definition_workflow_01PP77MLQ4QAG765OwlT0ZDqBzv80HvYuPC',
  token: 'variable_workflow_01PP77MLJ2XIE1H3D67PjcsCuGBsKCCBxLI',
  observable: 'variable_workflow_01PP77MLJ2ZVU1C4VxEfKYh2tlFk9iTx69p',
};
const ticket = { id: `definition_workflow_03${'0'.repeat(33)}`, number: `variable_workflow_03${'0'.repeat(33)}` };
const upperCase = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const mixedCase = `${upperCase}abcdefghijklmnopqrstuvwxyz`;

/**
 * A workflow of so many groups of steps, of about 11 KB each. In a legacy group a token is made, stored and passed in
 * three ways; the others do the same work without.
 * @param {(group: number) => boolean} isLegacy by the number of the group, from 1
 */
export function generateWorkflow(groups, isLegacy, seed = 1) {
  const ids = new Ids(seed);
  const workflow = ids.next('definition_workflow');
  const observable = ids.next('variable_workflow');
  const hasToken = Array.from({ length: groups }, (_, index) => isLegacy(index + 1)).includes(true);
  const ownTarget = hasToken ? 'CTR_For_Access_Token' : 'CTR_API';
  const variables = [variable(observable, 'input', 'Observable', 'datatype.string')];
  const actions = [];
  for (let group = 1; group <= groups; group++) {
    const first = ids.next('variable_workflow');
    const second = ids.next('variable_workflow');
    variables.push(variable(first, 'local', `First ${group}`, 'datatype.secure_string'));
    variables.push(variable(second, 'local', `Second ${group}`, 'datatype.date'));
    actions.push(...steps({ ids, group, workflow, observable, first, second, isLegacy: isLegacy(group) }));
  }
  return JSON.stringify(
    {
      workflow: {
        unique_name: workflow,
        name: `Generated ${seed}`,
        title: `Generated ${seed}`,
        type: 'generic.workflow',
        base_type: 'workflow',
        variables,
        properties: {
          atomic: { is_atomic: false },
          description: `Made for measuring.\n\nTargets: ${ownTarget}\n\nSteps:\n[] Get the verdict`,
          display_name: `Generated ${seed}`,
          target: { execute_on_target_group: true, target_group: onTarget(ownTarget).target_group },
        },
        object_type: 'definition_workflow',
        actions,
      },
      atomic_workflows: [hasToken ? generator : ticket.id, deliberate.id],
    },
    undefined,
    '\t',
  );
}

function steps({ ids, group, workflow, observable, first, second, isLegacy }) {
  const make = activity(ids, 'workflow.atomic_workflow', isLegacy ? `Generate token ${group}` : `Open ticket ${group}`, {
    target: isLegacy ? { use_workflow_target_group: true } : onTarget('Ticket System'),
    workflow_id: isLegacy ? generator : ticket.id,
  });
  const output = `$activity.${make.unique_name}.output.${isLegacy ? generatedToken : ticket.number}$`;
  const local = (id) => `$workflow.${workflow}.local.${id}$`;
  const input = `$workflow.${workflow}.input.${observable}$`;
  const ask = (title, passed) =>
    activity(ids, 'workflow.atomic_workflow', title, {
      input: { [deliberate.observable]: input, [deliberate.token]: isLegacy ? passed : '' },
      target: onTarget('CTR_API'),
      workflow_id: deliberate.id,
    });
  const verdict = ask(`Verdict ${group}`, local(first));
  const script = activity(ids, 'python3.script', `Sort ${group}`, {
    script: `import json\n\nverdicts = json.loads(${JSON.stringify(input)})\n${'# Keep the newest of each kind, and the "worst" of all.\n'.repeat(12)}`,
  });
  return [
    make,
    activity(ids, 'core.set_multiple_variables', `Keep ${group}`, {
      variables_to_update: [
        { variable_to_update: local(first), variable_value_new: output },
        { variable_to_update: local(second), variable_value_new: `$activity.${make.unique_name}.output.end_time$` },
      ],
    }),
    verdict,
    ask(`Second verdict ${group}`, output),
    request(ids, `Casebook ${group}`, isLegacy ? 'CTR_API' : 'Case System', `Bearer ${local(first)}`, `{"observables": ["${input}"]}`),
    script,
    {
      ...activity(ids, 'logic.if_else', `Any verdict? ${group}`, {}),
      blocks: [
        {
          ...activity(ids, 'logic.condition_block', 'Yes', {
            condition: { left_operand: `$activity.${verdict.unique_name}.output.status_code$`, operator: 'eq', right_operand: 200 },
          }),
          actions: [request(ids, `Ticket ${group}`, 'Ticket System', 'Basic none', `{"text": "$activity.${script.unique_name}.output.response_body$"}`)],
        },
        activity(ids, 'logic.condition_block', 'No', { condition: { left_operand: input, operator: 'eq', right_operand: '' } }),
      ],
    },
  ];
}

function activity(ids, type, title, properties) {
  return {
    unique_name: ids.next('definition_activity'),
    name: title,
    title,
    type,
    base_type: type.startsWith('workflow.') ? 'subworkflow' : 'activity',
    properties: { continue_on_failure: false, display_name: title, runtime_user: { target_default: true }, skip_execution: false, ...properties },
    object_type: 'definition_activity',
  };
}

function request(ids, title, target, authorization, body) {
  return activity(ids, 'web-service.http_request', title, {
    action_timeout: 180,
    allow_auto_redirect: true,
    body,
    content_type: 'application/json',
    custom_headers: [{ name: 'Authorization', value: authorization }],
    method: 'POST',
    relative_url: '/v1/things',
    target: onTarget(target),
  });
}

function onTarget(name) {
  return {
    override_workflow_target_group_criteria: true,
    target_group: {
      run_on_all_targets: false,
      use_criteria: {
        choose_target_using_algorithm: 'choose_first_with_matching_criteria',
        conditions: [{ left_operand: '$targetgroup.web-service endpoint.input.display_name$', operator: 'eqi', right_operand: name }],
      },
    },
  };
}

function variable(id, scope, name, type) {
  return { schema_id: type, properties: { value: '', scope, name, type, is_required: false, is_invisible: false }, unique_name: id, object_type: 'variable_workflow' };
}

/** Ids in the shape of real ones, by a linear congruential generator. */
class Ids {
  #state;

  constructor(seed) {
    this.#state = seed;
  }

  next(prefix) {
    return `${prefix}_03${this.#characters(upperCase, 11)}${this.#characters('01234567', 1)}${this.#characters(mixedCase, 21)}`;
  }

  #characters(alphabet, count) {
    let text = '';
    for (let at = 0; at < count; at++) {
      this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
      text += alphabet[Math.floor((this.#state / 2 ** 32) * alphabet.length)];
    }
    return text;
  }
}
