import assert from 'node:assert/strict';
import { isWorkflowExport, readWorkflowFile } from '../../../src/core/document/read-workflow-file';
import { idFor } from '../../support/ids';
import type { Json, JsonObject } from '../../support/json';
import * as build from '../../support/workflow';

const read = (value: JsonObject) => readWorkflowFile(value);

function onlyWorkflow(value: JsonObject) {
  const [first] = read(value).exports;
  assert.ok(first);
  return first.workflow;
}

describe('isWorkflowExport', () => {
  it('knows an export by any of its marks', () => {
    assert.ok(isWorkflowExport(build.workflow()));
    assert.ok(isWorkflowExport({ workflow: { unique_name: 'definition_workflow_x' } }));
    assert.ok(isWorkflowExport({ workflow: { type: 'generic.workflow' } }));
    assert.ok(isWorkflowExport({ workflow: { object_type: 'definition_workflow' } }));
    assert.ok(isWorkflowExport({ workflow: { unique_name: 'x', actions: [] } }));
  });

  it('takes nothing else for one', () => {
    const others: Json[] = [
      null,
      1,
      'workflow',
      [],
      {},
      [build.workflow()],
      { workflow: 'x' },
      { workflow: [] },
      { workflow: { unique_name: 'x' } },
    ];
    for (const other of others) assert.equal(isWorkflowExport(other), false);
  });
});

describe('readWorkflowFile', () => {
  it('lists activities each before its children, with what is around them', () => {
    const { activities, roots } = onlyWorkflow(
      build.workflow({
        actions: [
          build.group(
            'group',
            build.sleep('a'),
            build.condition('if', build.branch('yes', '1', 'eq', '1', build.sleep('b'))),
          ),
          build.forEach('loop', build.sleep('c')),
        ],
      }),
    );
    assert.deepEqual(
      activities.map(({ title, parent }) => `${parent?.title ?? ''}/${title}`),
      ['/group', 'group/a', 'group/if', 'if/yes', 'yes/b', '/loop', 'loop/c'],
    );
    assert.deepEqual(
      roots.map(({ title }) => title),
      ['group', 'loop'],
    );
    assert.deepEqual(activities[4]?.path.toArray(), [
      'workflow',
      'actions',
      0,
      'actions',
      1,
      'blocks',
      0,
      'actions',
      0,
    ]);
  });

  it('names what has no title by its name, and what has neither by its unique name', () => {
    const plain = { unique_name: 'definition_activity_x', type: 'core.sleep' };
    const { activities } = onlyWorkflow(
      build.workflow({ actions: [plain, { ...plain, name: 'Sleep' }, { ...plain, name: 'Sleep', title: 'Wait' }] }),
    );
    assert.deepEqual(
      activities.map(({ title }) => title),
      ['definition_activity_x', 'Sleep', 'Wait'],
    );
  });

  it('finds an activity and a variable whichever prefix their ids have', () => {
    const id = idFor('any');
    const workflow = onlyWorkflow({
      workflow: {
        unique_name: 'w',
        actions: [{ unique_name: id, type: 't' }],
        variables: [{ unique_name: `variable_${id}` }],
      },
    });
    assert.ok(workflow.activityById.has(id));
    assert.ok(workflow.variableById.has(id));
    assert.equal(workflow.variables[0]?.name, `variable_${id}`);
  });

  it('keeps the references of an activity apart from those of its children and of the workflow', () => {
    const exported = build.workflow({
      description: `In the text: ${build.endOf('a')}`,
      target: build.workflowWithoutTarget,
      actions: [
        build.condition(
          'if',
          build.branch(
            'yes',
            build.startOf('a'),
            'eq',
            '1',
            build.sleep('a', { note: `${build.local('x')}, ${build.local('y')}` }),
          ),
        ),
      ],
      beside: { triggers: { t: { input: build.local('z') } } },
    });
    const workflow = onlyWorkflow(exported);
    assert.deepEqual(
      workflow.activities.map(({ references }) => references.map(({ to }) => to.text)),
      [[], [build.startOf('a')], [build.local('x'), build.local('y')]],
    );
    assert.deepEqual(
      workflow.references.map(({ to, path }) => [to.text, path.toArray().join('/')]),
      [
        [build.endOf('a'), 'workflow/properties/description'],
        [build.local('z'), 'triggers/t/input'],
      ],
    );
    assert.deepEqual(
      workflow.references.map(({ isWhole }) => isWhole),
      [false, true],
    );
  });

  it('reads embedded exports at any depth, targets and keys from every level', () => {
    const target = (name: string, key: string): JsonObject => ({
      properties: { display_name: name, host: 'h', default_runtime_user_id: key },
    });
    const inner = build.workflow({
      title: 'inner',
      beside: { targets: { definition_target_b: target('B', 'key_b') } },
    });
    const middle = build.workflow({
      title: 'middle',
      beside: { subworkflows: [inner], runtime_users: { key_b: { type: 'runtime_user.oauth_integration' } } },
    });
    const file = read(
      build.workflow({ beside: { subworkflows: [middle], targets: { definition_target_a: target('A', 'key_a') } } }),
    );
    assert.deepEqual(
      file.exports.map(({ workflow, parent }) => `${parent?.workflow.title ?? ''}/${workflow.title}`),
      ['/Workflow', 'Workflow/middle', 'middle/inner'],
    );
    assert.deepEqual(
      [...file.targets.values()].map(({ displayName, accountKeyType }) => [displayName, accountKeyType]),
      [
        ['A', undefined],
        ['B', 'runtime_user.oauth_integration'],
      ],
    );
    assert.equal(file.isOdd, false);
  });

  it('lists dependencies with their places', () => {
    const id = idFor('atomic');
    const [first] = read(
      build.workflow({ beside: { atomic_workflows: [`definition_workflow_${id}`], dependent_workflows: [id, 'x'] } }),
    ).exports;
    assert.deepEqual(
      first?.dependencies.map((dependency) => [dependency.id, dependency.path.toArray().join('/')]),
      [
        [id, 'atomic_workflows/0'],
        [id, 'dependent_workflows/0'],
        ['x', 'dependent_workflows/1'],
      ],
    );
  });

  it('takes null for an empty list or map anywhere', () => {
    const nulls = {
      targets: null,
      runtime_users: null,
      target_groups: null,
      atomic_workflows: null,
      dependent_workflows: null,
      subworkflows: null,
    };
    const empty = { ...build.sleep('a'), properties: null, actions: null, blocks: null };
    const bare = build.sleep('b', {
      input: null,
      target: null,
      runtime_user: null,
      custom_headers: null,
      variables_to_update: null,
      workflow_id: null,
    });
    assert.equal(read(build.workflow({ variables: null, actions: null, beside: nulls })).isOdd, false);
    assert.equal(read(build.workflow({ actions: [empty, bare] })).isOdd, false);
  });

  describe('notes what the format does not allow', () => {
    const odd: readonly (readonly [what: string, value: JsonObject])[] = [
      ['a list that is none', build.workflow({ properties: {}, actions: {} as unknown as Json[] })],
      ['an activity that is none', build.workflow({ actions: ['x'] })],
      ['an activity without a name', build.workflow({ actions: [{ type: 't' }] })],
      ['an activity without a type', build.workflow({ actions: [{ unique_name: 'x' }] })],
      ['properties that are a list', build.workflow({ actions: [{ ...build.sleep('a'), properties: [] }] })],
      ['an input that is a text', build.workflow({ actions: [build.sleep('a', { input: 'x' })] })],
      ['a header that is a text', build.workflow({ actions: [build.httpRequest('a', { headers: ['x'] })] })],
      [
        'a header whose name is a number',
        build.workflow({ actions: [build.httpRequest('a', { headers: [{ name: 1 }] })] }),
      ],
      ['an assignment that is null', build.workflow({ actions: [build.sleep('a', { variables_to_update: [null] })] })],
      ['a variable that is none', build.workflow({ variables: [1] })],
      ['a dependency that is a number', build.workflow({ beside: { atomic_workflows: [1] } })],
      ['targets that are a list', build.workflow({ beside: { targets: [] } })],
      ['an embedded export without a workflow', build.workflow({ beside: { subworkflows: [{}] } })],
      ['an embedded export that is null', build.workflow({ beside: { subworkflows: [null] } })],
      ['children that are a text', build.workflow({ actions: [{ ...build.sleep('a'), blocks: 'x' }] })],
    ];
    for (const [what, value] of odd)
      it(what, () => {
        assert.equal(read(value).isOdd, true);
      });
  });
});
