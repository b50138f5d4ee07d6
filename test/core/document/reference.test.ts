import assert from 'node:assert/strict';
import { bareId, findReferences } from '../../../src/core/document/reference';
import { idFor } from '../../support/ids';

const [a, b, c] = [idFor('a'), idFor('b'), idFor('c')];

describe('findReferences', () => {
  it('reads a whole reference to an activity', () => {
    const text = `$activity.definition_activity_${a}.output.variable_workflow_${b}$`;
    assert.deepEqual(findReferences(text), [
      { kind: 'activity', owner: a, scope: 'output', member: b, text, index: 0 },
    ]);
  });

  it('reads ids without their prefixes alike', () => {
    const [reference] = findReferences(`$workflow.${a}.local.${b}$`);
    assert.deepEqual(
      [reference?.kind, reference?.owner, reference?.scope, reference?.member],
      ['workflow', a, 'local', b],
    );
  });

  it('reads references inside a longer text, with their places', () => {
    const text = `Bearer $activity.${a}.output.end_time$ and $global.variable_${b}.global.variable_${c}$!`;
    assert.deepEqual(
      findReferences(text).map(({ kind, member, index }) => [kind, member, index]),
      [
        ['activity', 'end_time', 7],
        ['global', c, text.indexOf('$global')],
      ],
    );
  });

  it('reads references that touch each other, and those after money', () => {
    const text = `$5 and 10$ for $activity.${a}.output.x$$activity.${b}.output.y$`;
    assert.deepEqual(
      findReferences(text).map(({ owner }) => owner),
      [a, b],
    );
  });

  it('reads every kind', () => {
    const texts = [
      '$env.x$',
      '$targetgroup.web-service endpoint.input.display_name$',
      '$trigger.t.output.x$',
      '$output$',
      '$output.x$',
    ];
    assert.deepEqual(
      texts.map((text) => findReferences(text).map(({ kind }) => kind)),
      [['env'], ['targetgroup'], ['trigger'], ['output'], ['output']],
    );
  });

  it('keeps what follows the member', () => {
    const [reference] = findReferences(`$activity.${a}.input.source_array[@].link$`);
    assert.equal(reference?.member, 'source_array[@].link');
  });

  it('finds none in what only looks like one', () => {
    for (const text of [
      '',
      '$',
      '$$',
      'plain',
      '$activity$',
      '$activity.x',
      '$other.x.y.z$',
      '$Activity.x.y.z$',
      `$activity.${a}\n.output.x$`,
    ]) {
      assert.deepEqual(findReferences(text), [], text);
    }
  });
});

describe('bareId', () => {
  it('takes off the prefix of each kind of thing, once', () => {
    for (const prefix of [
      'definition_activity_',
      'definition_workflow_',
      'definition_target_',
      'variable_workflow_',
      'variable_',
      '',
    ]) {
      assert.equal(bareId(prefix + a), a);
    }
    assert.equal(bareId('start_time'), 'start_time');
  });
});
