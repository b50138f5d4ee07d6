import assert from 'node:assert/strict';
import { workflowPage } from '../../src/picture/workflow-page';
import { inspect } from '../support/atomics';
import { printJson } from '../support/print-json';
import { document, serviceWith } from '../support/service';
import * as build from '../support/workflow';
import { hostileTitles } from './hostile-titles';

function pageOf(parts: build.WorkflowParts): string {
  const service = serviceWith();
  const snapshot = document(printJson(build.workflow(parts)));
  return workflowPage(service.describe(snapshot), service.graph(snapshot), 'PICTURE', 'SecureX');
}

describe('the page on a workflow', () => {
  it('tells purpose, inputs, outputs, targets, calls and steps', () => {
    const page = pageOf({
      description: 'Asks.\n\nTargets: CTR_API',
      variables: [
        build.variable('word', 'string', 'input'),
        build.variable('answer', 'table', 'output'),
        build.variable('own'),
      ],
      actions: [
        build.generator('make'),
        build.group(
          'group',
          build.atomicCall('ask', inspect, build.tokenOf('make')),
          build.atomicCall('again', inspect, ''),
        ),
      ],
    });
    const lines = page.split('\n');
    for (const line of [
      '# Workflow',
      'Targets: CTR\\_API',
      'It passes access tokens by hand.',
      '| word | string |  |  |',
      '| answer | table |  |  |',
      '- CTR\\_API',
      '- CTR\\_For\\_Access\\_Token',
      '- Threat Response - Inspect for Observables (2 calls)',
      '- **make**: Atomic, makes a token',
      '- **group**: Group',
      '  - **ask**: Atomic, takes a token',
      'PICTURE',
    ]) {
      assert.ok(lines.includes(line), line);
    }
    assert.doesNotMatch(page, /\bown\b/);
  });

  for (const [what, title] of Object.entries(hostileTitles)) {
    it(`shows a title with ${what} as words`, () => {
      const page = pageOf({ title: 'W', description: title, actions: [{ ...build.sleep('x'), title }] });
      const [, ...rest] = page.split('\n');
      assert.doesNotMatch(rest.join('\n'), /<|(?<!\\)`|(?!\n)\p{Cc}|\p{Cs}|[\u202a-\u202e]/u);
      assert.equal(rest.filter((line) => line.startsWith('- **')).length, 1);
    });
  }
});
