import assert from 'node:assert/strict';
import { writeAllOrNone } from '../../src/cli/all-or-none';
import { FileProblem } from '../../src/cli/file-problem';

const fail = (message: string) => () => {
  throw new FileProblem(message);
};

describe('writing all files or none', () => {
  it('takes back the others where one cannot be taken back, and names that one', () => {
    const back: string[] = [];
    const written = (path: string) => ({ path, write: () => () => void back.push(path) });
    const files = [
      written('a.json'),
      { path: 'b.json', write: () => fail('The file has changed.') },
      written('c.json'),
      { path: 'd.json', write: fail('The file is read-only.') },
      written('e.json'),
    ];
    assert.throws(() => {
      writeAllOrNone(files);
    }, new FileProblem('d.json belongs to the same migration, so it was taken back: The file is read-only. b.json could not be put back: look at it before you use it.'));
    assert.deepEqual(back, ['a.json', 'c.json']);
  });
});
