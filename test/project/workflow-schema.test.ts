import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { root } from '../support/repository';
import * as build from '../support/workflow';

const schema = JSON.parse(readFileSync(join(root, 'docs/workflow.schema.json'), 'utf8')) as object;
const validate = new Ajv().compile(schema);

describe('the JSON schema of workflows', () => {
  it('takes a workflow, and says what is odd in one', () => {
    const value = build.workflow({ actions: [build.condition('if', build.branch('b', 1, 'eq', 1, build.sleep('s')))] });
    assert.ok(validate(value), JSON.stringify(validate.errors));
    const odd = build.workflow({ actions: [build.condition('if', { ...build.sleep('s'), actions: 'none' })] });
    assert.equal(validate(odd), false);
  });

  it('says nothing of other files', () => {
    for (const other of [{}, [], { workflow: 'x' }, { workflow: { unique_name: 'x', actions: 5 } }, { name: 5 }])
      assert.ok(validate(other), JSON.stringify(other));
  });
});
