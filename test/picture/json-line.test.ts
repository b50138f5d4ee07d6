import assert from 'node:assert/strict';
import { jsonLine } from '../../src/picture/json-line';

describe('a line of JSON', () => {
  const value = { title: 'a\u009b31m b\u001b[0m c\u202e d\u2028 e\ufeff f\u007f Grüße 👩' };

  it('says what it was given', () => {
    assert.deepEqual(JSON.parse(jsonLine(value)), value);
  });

  it('holds nothing that a terminal obeys, nor what turns the direction', () => {
    assert.doesNotMatch(jsonLine(value), /[\p{Cc}\u2028\u202e\ufeff]/u);
    assert.match(jsonLine(value), /Grüße 👩/);
  });
});
