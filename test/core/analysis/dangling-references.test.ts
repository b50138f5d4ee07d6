import assert from 'node:assert/strict';
import { findDanglingReferences } from '../../../src/core/analysis/dangling-references';
import { readWorkflowFile } from '../../../src/core/document/read-workflow-file';
import { workflowId } from '../../support/ids';
import * as build from '../../support/workflow';

/** What is missing for the references in a text of one activity. */
function missing(...texts: string[]): string[] {
  const actions = [build.sleep('a'), build.script('reader', ...texts)];
  const file = readWorkflowFile(build.workflow({ variables: [build.variable('Known')], actions }));
  return findDanglingReferences(file).map(
    ({ missing: what, reference }) => `${what}: ${texts.indexOf(reference.value)}`,
  );
}

describe('findDanglingReferences', () => {
  it('finds nothing where everything is there', () => {
    const known = [
      build.endOf('a'),
      build.endOf('reader'),
      build.local('Known'),
      build.workflowStart(),
      `x ${build.local('Known')}`,
    ];
    assert.deepEqual(missing(...known), []);
  });

  it('finds activities, variables and workflows that are not there', () => {
    const texts = [build.endOf('b'), build.local('Unknown'), build.output('Unknown'), build.local('Known', 'Other')];
    assert.deepEqual(missing(...texts), ['activity: 0', 'variable: 1', 'variable: 2', 'workflow: 3']);
  });

  it('finds each of several in one text', () => {
    assert.deepEqual(missing(`${build.endOf('b')} ${build.local('Known')} ${build.startOf('c')}`), [
      'activity: 0',
      'activity: 0',
    ]);
  });

  it('takes parts of a table and of a list for the variable', () => {
    const known = build.local('Known').slice(0, -1);
    assert.deepEqual(missing(`${known}.column$`, `${known}[@]$`), []);
  });

  it('knows nothing of what other kinds and scopes hold', () => {
    const texts = [
      '$global.variable_x.global.variable_x$',
      '$env.x$',
      '$trigger.t.output.x$',
      `$workflow.${workflowId('Other')}.event.x$`,
    ];
    assert.deepEqual(missing(...texts), []);
  });

  it('looks at each embedded workflow for itself', () => {
    const sub = build.workflow({ title: 'Sub', actions: [build.script('reader', build.endOf('a'))] });
    const file = readWorkflowFile(build.workflow({ actions: [build.sleep('a')], beside: { subworkflows: [sub] } }));
    assert.deepEqual(
      findDanglingReferences(file).map(({ workflow, missing: what }) => `${workflow.title}: ${what}`),
      ['Sub: activity'],
    );
  });
});
