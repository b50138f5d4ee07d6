import { systemGenerator } from '../../catalog/atomics';
import type { JsonValue } from '../../edits/json-operation';
import type { ConversionContext } from '../conversion-step';
import type { PlannedChange } from '../../migration/migration-step';

/** A token is made directly before what uses it first: it lives ten minutes from then on. */
export function* insertGenerators({ scopes }: ConversionContext): Iterable<PlannedChange> {
  for (const { workflow, regions } of scopes) {
    for (const { anchor, generator, tokenTarget } of regions) {
      const list = anchor.path.parent;
      if (!list) continue;
      yield {
        kind: 'insert-generator',
        workflow: workflow.workflow,
        activity: anchor,
        title: anchor.title,
        message: `Make an access token, which lives ten minutes, before "${anchor.title}".`,
        path: anchor.path.child('unique_name'),
        operations: [
          { kind: 'insert', path: list, at: Number(anchor.path.key), value: generatorCall(generator, tokenTarget) },
        ],
      };
    }
  }
}

/** The activity as the product writes it. */
function generatorCall(uniqueName: string, target: string): JsonValue {
  const { id, name } = systemGenerator;
  return {
    unique_name: uniqueName,
    name,
    title: name,
    type: 'workflow.atomic_workflow',
    base_type: 'subworkflow',
    properties: {
      continue_on_failure: false,
      display_name: name,
      runtime_user: { target_default: true },
      skip_execution: false,
      target: {
        override_workflow_target_group_criteria: true,
        target_group: {
          run_on_all_targets: false,
          use_criteria: {
            choose_target_using_algorithm: 'choose_first_with_matching_criteria',
            conditions: [
              {
                left_operand: '$targetgroup.web-service endpoint.input.display_name$',
                operator: 'eqi',
                right_operand: target,
              },
            ],
          },
        },
      },
      workflow_id: `definition_workflow_${id}`,
      workflow_name: name,
    },
    object_type: 'definition_activity',
  };
}
