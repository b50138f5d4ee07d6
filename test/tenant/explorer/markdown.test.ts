import assert from 'node:assert/strict';
import { escaped } from '../../../src/core/text/markdown';
import { facts } from '../../../src/tenant/explorer/markdown';
import { hostileNames } from '../support/hostile-names';
import { assertPlain } from '../support/tree';

describe('Markdown of the explorer', () => {
  it('escapes what would act', () => {
    assert.equal(escaped('Public_Intel [x](y)'), 'Public\\_Intel \\[x\\]\\(y\\)');
    assert.equal(
      escaped('https://a.example www.b.example c@d.example'),
      'https\\://a.example www\\.b.example c\\@d.example',
    );
    assert.equal(escaped('visibility.amp.cisco.com: "CTR"'), 'visibility.amp.cisco.com: "CTR"');
  });

  for (const [what, name] of Object.entries(hostileNames)) {
    it(`shows a name as it is: ${what}`, () => {
      const table = facts(name, [['Host', name]]);
      assertPlain(table);
      assert.ok(table.split('\n').length <= 3, 'a name broke its line');
      assert.match(table, /^\*\*\S(?:[^]*\S)?\*\*\n/, 'a title that is not set in bold');
    });
  }

  it('lists what is known and leaves out the rest', () => {
    const table = facts('CTR_API', [
      ['Host', 'a.example'],
      ['Path', null],
      ['Type', undefined],
      ['Remote', ''],
      ['Valid', 'no'],
    ]);
    assert.equal(table, '**CTR\\_API**\n\n- Host: a.example\n- Valid: no');
  });
});
