import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { allFiles, describeCorpus } from '../support/corpus';
import { root } from '../support/repository';

const validate = new Ajv().compile(JSON.parse(readFileSync(join(root, 'docs/workflow.schema.json'), 'utf8')) as object);

describeCorpus('the JSON schema', () => {
  it('has nothing against any public workflow', () => {
    for (const { name, text } of allFiles()) {
      assert.ok(validate(JSON.parse(text.replace(/^\ufeff/, ''))), `${name}: ${JSON.stringify(validate.errors)}`);
    }
  });
});
