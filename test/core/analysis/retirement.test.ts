import assert from 'node:assert/strict';
import { inspect, inspectCtr, queryOrbital } from '../../support/atomics';
import { isJsonObject, type Json } from '../../support/json';
import { activityTitled, danglingIn, listOf, propertiesOf, titlesOf, variableNamesOf } from '../../support/read-export';
import { planFor } from '../../support/service';
import * as build from '../../support/workflow';

const variables = [build.tokenVariable('Token'), build.timeVariable('Token time'), build.variable('Other')];

/** What a migration leaves of these activities. */
function migrate(...actions: Json[]) {
  const plan = planFor(build.workflow({ variables, actions }));
  assert.equal(plan.error, undefined);
  assert.deepEqual([...danglingIn(plan.result)], []);
  return {
    status: plan.status,
    titles: titlesOf(plan.result),
    variables: variableNamesOf(plan.result),
    manual: plan.manual.map(({ code, title }) => `${code}: ${title}`),
    property: (title: string, name: string) => propertiesOf(activityTitled(plan.result, title))[name],
    /** The first input, which is the token's. */
    tokenInput: (title: string): unknown => {
      const { input } = propertiesOf(activityTitled(plan.result, title));
      return isJsonObject(input) ? Object.values(input)[0] : undefined;
    },
    activity: (title: string) => activityTitled(plan.result, title),
  };
}

const make = build.generator('make');
const token = build.tokenOf('make');
const store = build.setVariables('store', { Token: token, 'Token time': build.endOf('make') });
const use = build.atomicCall('use', inspect, token);
const useStored = build.atomicCall('use', inspect, build.local('Token'));
const read = (reference: string): Json => build.calculateDate('read', reference);

/** The usual logic: how old is the token, and if too old, a new one. */
const renewal = (title: string, ...more: Json[]): Json[] => [
  build.dateDifference(`${title} age`, build.workflowStart(), build.local('Token time')),
  build.condition(
    `${title} if`,
    build.branch(
      `${title} yes`,
      build.outputOf(`${title} age`, 'total_minutes'),
      'gte',
      8,
      build.generator(`${title} make`),
      build.setVariables(`${title} store`, {
        Token: build.tokenOf(`${title} make`),
        'Token time': build.endOf(`${title} make`),
      }),
      ...more,
    ),
  ),
];

describe('retirement', () => {
  describe('takes away what only served the token', () => {
    it('a generator that is read directly', () => {
      const after = migrate(make, use);
      assert.deepEqual([after.status, after.titles, after.tokenInput('use')], ['migrated', ['use'], '']);
    });

    it('a generator that nobody reads', () => {
      assert.deepEqual(migrate(build.sleep('wait'), make).titles, ['wait']);
    });

    it('the variables and what fills them', () => {
      const after = migrate(make, store, useStored);
      assert.deepEqual([after.status, after.titles, after.variables], ['migrated', ['use'], ['Other']]);
    });

    it('only the entries of the token where an activity stores more', () => {
      const after = migrate(
        make,
        build.setVariables('store', { Other: 'x', Token: token, 'Token time': build.startOf('make') }),
        useStored,
      );
      assert.deepEqual([after.titles, after.variables], [['store', 'use'], ['Other']]);
      assert.deepEqual(after.property('store', 'variables_to_update'), [
        { variable_to_update: build.local('Other'), variable_value_new: 'x' },
      ]);
    });

    it('the group that renews it, in a loop as well', () => {
      const after = migrate(
        make,
        store,
        build.forEach('loop', build.group('validate', ...renewal('renew')), useStored),
      );
      assert.deepEqual([after.status, after.titles, after.variables], ['migrated', ['loop', 'use'], ['Other']]);
    });

    it('the logic that renews it without a group, with an empty branch beside', () => {
      const [age, block] = renewal('renew');
      const [yes] = listOf((block as { blocks: Json[] }).blocks);
      const after = migrate(
        make,
        store,
        age!,
        build.condition('if', yes!, build.branch('no', '1', 'eq', '1')),
        useStored,
      );
      assert.deepEqual([after.status, after.titles], ['migrated', ['use']]);
    });

    it('the condition that makes a token where there is none yet', () => {
      const after = migrate(
        build.condition('if', build.branch('yes', build.local('Token'), 'eq', '', make, store)),
        useStored,
      );
      assert.deepEqual(
        [after.status, after.titles, after.variables, after.manual],
        ['migrated', ['use'], ['Other'], []],
      );
    });

    it('a group of its own, but not one that holds more', () => {
      assert.deepEqual(migrate(build.group('tokens', make, store), useStored).titles, ['use']);
      assert.deepEqual(migrate(build.group('tokens', make, store, build.sleep('wait')), useStored).titles, [
        'tokens',
        'wait',
        'use',
      ]);
    });

    it('what stands in a branch, but not the branch', () => {
      const after = migrate(
        build.condition(
          'if',
          build.branch('yes', '1', 'eq', '1', make, use),
          build.branch('no', '1', 'ne', '1', build.generator('unused')),
        ),
        build.sleep('wait'),
      );
      assert.deepEqual(after.titles, ['if', 'yes', 'use', 'no', 'wait']);
      assert.ok(!Object.hasOwn(after.activity('no') ?? {}, 'actions'), 'an empty container has no list of children');
    });

    it('never a loop', () => {
      assert.deepEqual(migrate(build.forEach('loop', make), build.sleep('wait')).titles, ['loop', 'wait']);
      const loop = build.whileLoop('loop', build.branch('while', build.local('Other'), 'ne', 'x', make));
      assert.deepEqual(migrate(build.group('group', loop), build.sleep('wait')).titles, [
        'group',
        'loop',
        'while',
        'wait',
      ]);
    });
  });

  describe('keeps what something else needs', () => {
    it('a script', () => {
      const after = migrate(make, use, build.script('script', token));
      assert.deepEqual(
        [after.status, after.titles, after.tokenInput('use')],
        ['partial', ['make', 'use', 'script'], ''],
      );
      assert.deepEqual(after.manual, ['token-needs-review: script']);
    });

    it('Orbital, on the same variable as SecureX', () => {
      const orbital = build.atomicCall('orbital', queryOrbital, build.local('Token'), {
        target: build.on('Orbital_Target'),
      });
      const after = migrate(make, store, useStored, orbital);
      assert.deepEqual(
        [after.titles, after.variables],
        [
          ['make', 'store', 'use', 'orbital'],
          ['Token', 'Other'],
        ],
      );
      assert.deepEqual([after.tokenInput('use'), after.tokenInput('orbital')], ['', build.local('Token')]);
      assert.deepEqual(after.property('store', 'variables_to_update'), [
        { variable_to_update: build.local('Token'), variable_value_new: token },
      ]);
      assert.equal(after.status, 'migrated');
    });

    it('Orbital beside SecureX, each with a token of its own', () => {
      const orbitalMake = build.generator('orbital make', { target: build.on(build.orbitalTokenTarget) });
      const orbital = build.atomicCall('orbital', queryOrbital, build.tokenOf('orbital make'), {
        target: build.on('Orbital_Target'),
      });
      const after = migrate(make, orbitalMake, use, orbital);
      assert.deepEqual([after.status, after.titles], ['migrated', ['orbital make', 'use', 'orbital']]);
    });

    it('a retired atomic, and still empties the inputs beside it', () => {
      const after = migrate(make, store, useStored, build.atomicCall('old', inspectCtr, build.local('Token')));
      assert.deepEqual([after.status, after.titles], ['partial', ['make', 'store', 'use', 'old']]);
      assert.deepEqual([after.tokenInput('use'), after.tokenInput('old')], ['', build.local('Token')]);
      assert.ok(after.manual.includes('retired-atomic: old'));
    });

    it('whoever asks whether a token was made', () => {
      const check = build.condition(
        'check',
        build.branch('failed', build.outputOf('make', 'succeeded'), 'eq', false, build.completed('end', 'No token')),
      );
      const after = migrate(make, check, use);
      assert.deepEqual(
        [after.status, after.titles, after.tokenInput('use')],
        ['partial', ['make', 'check', 'failed', 'end', 'use'], ''],
      );
      assert.deepEqual(after.manual, ['generate-access-token: make']);
    });

    it('a branch that renews the token and does something else, with all that its condition needs', () => {
      const after = migrate(make, store, ...renewal('renew', build.sleep('wait')), useStored);
      assert.deepEqual(after.titles, [
        'make',
        'store',
        'renew age',
        'renew if',
        'renew yes',
        'renew make',
        'renew store',
        'wait',
        'use',
      ]);
      assert.deepEqual(
        [after.variables, after.tokenInput('use'), after.status],
        [['Token time', 'Other'], '', 'partial'],
      );
      assert.equal(listOf(after.property('renew store', 'variables_to_update')).length, 1);
    });

    it('a variable that a message reads', () => {
      const after = migrate(
        make,
        store,
        useStored,
        build.completed('end', `The token was made at ${build.local('Token time')}.`),
      );
      assert.deepEqual(
        [after.titles, after.variables],
        [
          ['make', 'store', 'use', 'end'],
          ['Token time', 'Other'],
        ],
      );
    });

    it('a group that something asks for, without what it held', () => {
      const after = migrate(
        build.group('tokens', make),
        use,
        build.completed('end', build.outputOf('tokens', 'succeeded')),
      );
      assert.deepEqual(after.titles, ['tokens', 'use', 'end']);
      assert.ok(!Object.hasOwn(after.activity('tokens') ?? {}, 'actions'));
    });

    it('an activity that something asks for, as it is', () => {
      const after = migrate(make, store, useStored, build.completed('end', build.outputOf('store', 'succeeded')));
      assert.deepEqual(after.titles, ['make', 'store', 'use', 'end']);
      assert.deepEqual(
        [after.status, after.variables, after.tokenInput('use')],
        ['partial', ['Token', 'Token time', 'Other'], ''],
      );
    });

    it('a token that something needs of two', () => {
      const after = migrate(
        make,
        build.generator('other make'),
        use,
        build.script('script', build.tokenOf('other make')),
      );
      assert.deepEqual(after.titles, ['other make', 'use', 'script']);
    });
  });

  describe('points references to the time of what goes', () => {
    const timeOf = (after: ReturnType<typeof migrate>): unknown => after.property('read', 'original_date');

    it('at the end of the activity before', () => {
      const after = migrate(build.sleep('before'), make, use, read(build.endOf('make')));
      assert.deepEqual([timeOf(after), after.status], [build.endOf('before'), 'migrated']);
    });

    it('whether they ask for its start or for its end', () => {
      assert.equal(
        timeOf(migrate(build.sleep('before'), make, use, read(build.startOf('make')))),
        build.endOf('before'),
      );
    });

    it('at the start of the workflow, where nothing runs before', () => {
      assert.equal(timeOf(migrate(make, use, read(build.endOf('make')))), build.workflowStart());
    });

    it('past others that go and past those that are skipped', () => {
      const skipped = build.sleep('skipped', { skip_execution: true });
      const after = migrate(
        build.sleep('before'),
        skipped,
        make,
        store,
        useStored,
        build.generator('other make'),
        read(build.endOf('other make')),
      );
      assert.equal(timeOf(after), build.endOf('use'));
      assert.equal(
        timeOf(migrate(build.sleep('before'), skipped, make, store, read(build.endOf('make')))),
        build.endOf('before'),
      );
    });

    it('at a group as a whole, from outside', () => {
      const before = build.group('before', build.sleep('inside'));
      assert.equal(timeOf(migrate(before, make, use, read(build.endOf('make')))), build.endOf('before'));
    });

    it('out of the group that goes, and inside the group that stays', () => {
      assert.equal(
        timeOf(migrate(build.sleep('before'), build.group('tokens', make), use, read(build.endOf('make')))),
        build.endOf('before'),
      );
      assert.equal(
        timeOf(migrate(build.group('tokens', build.sleep('inside'), make), use, read(build.endOf('make')))),
        build.endOf('inside'),
      );
    });

    it('never at another branch', () => {
      const first = build.branch('first', '1', 'eq', '1', build.sleep('in first'));
      const second = build.branch('second', '1', 'ne', '1', make, use, read(build.endOf('make')));
      assert.equal(timeOf(migrate(build.sleep('before'), build.condition('if', first, second))), build.endOf('before'));
      const left = build.parallelBranch('left', build.sleep('in left'));
      const right = build.parallelBranch('right', make, use, read(build.endOf('make')));
      assert.equal(timeOf(migrate(build.sleep('before'), build.parallel('both', left, right))), build.endOf('before'));
      assert.equal(timeOf(migrate(build.parallel('both', left, right))), build.workflowStart());
    });

    it('within one round of a loop', () => {
      const after = migrate(build.forEach('loop', build.sleep('before'), make, use, read(build.endOf('make'))));
      assert.equal(timeOf(after), build.endOf('before'));
    });

    it('never out of a loop: there the generator stays', () => {
      const inLoop = [build.group('group', make), use, read(build.endOf('make'))];
      for (const loop of [
        build.forEach('loop', ...inLoop),
        build.whileLoop('loop', build.branch('while', '1', 'eq', '1', ...inLoop)),
      ]) {
        const after = migrate(build.sleep('before'), loop);
        assert.equal(timeOf(after), build.endOf('make'));
        assert.deepEqual(
          [after.status, after.manual, after.tokenInput('use')],
          ['partial', ['generate-access-token: make'], ''],
        );
      }
    });

    it('inside a longer text and in the workflow itself', () => {
      const after = migrate(
        build.sleep('before'),
        make,
        use,
        build.completed('end', `Since ${build.endOf('make')} and ${build.startOf('make')}.`),
      );
      assert.equal(
        after.property('end', 'result_message'),
        `Since ${build.endOf('before')} and ${build.endOf('before')}.`,
      );
      const plan = planFor(build.workflow({ properties: { note: build.endOf('make') }, actions: [make, use] }));
      assert.ok(plan.newText.includes(`"note": "${build.workflowStart()}"`));
    });
  });
});
