import assert from 'node:assert/strict';
import { fileNameOf, shownName, visible } from '../../../src/core/text/shown-name';

describe('a shown name', () => {
  it('stays as it is where it does no harm', () => {
    for (const name of ['CTR_API', 'Private Intelligence APIs', 'Zürich · 東京', 'יעד', '👩‍💻', 'a*b']) {
      assert.equal(shownName(name), name);
    }
  });

  it('is one line', () => {
    assert.equal(shownName(' one\r\n\ttwo\u2028three\u0085four\u0000five '), 'one two three four five');
  });

  it('hides nothing, and turns no direction', () => {
    assert.equal(shownName('CTR_API\u200B'), 'CTR_API[U+200B]');
    assert.equal(shownName('\uFEFFx\u00AD'), '[U+FEFF]x[U+00AD]');
    assert.equal(
      visible('\u202EIPA\u202C \u2067\u2069\u200F\u061C'),
      '[U+202E]IPA[U+202C] [U+2067][U+2069][U+200F][U+061C]',
    );
  });

  it('is never empty, and never endless', () => {
    assert.equal(shownName(''), '(no name)');
    assert.equal(shownName(' \n'), '(no name)');
    assert.equal(shownName('x'.repeat(200)), 'x'.repeat(200));
    assert.equal(shownName('x'.repeat(201)), `${'x'.repeat(200)}…`);
    assert.equal(shownName('😀'.repeat(300)), `${'😀'.repeat(200)}…`, 'no character is cut in two');
  });
});

describe('the name of a file', () => {
  it('is read from its URI, whatever stands in it', () => {
    assert.equal(fileNameOf('file:///folder/my%20file%2F1.json'), 'my file/1.json');
    assert.equal(fileNameOf('file:///folder/100%25.json'), '100%.json');
    assert.equal(fileNameOf('untitled:Untitled-1'), 'untitled:Untitled-1');
    assert.equal(fileNameOf('file:///%E0%A4%A.json'), '%E0%A4%A.json');
    assert.equal(fileNameOf('file:///a%0Ab.json'), 'a b.json');
  });
});
