import assert from 'node:assert/strict';
import { Progress } from '../../src/cli/progress';
import { capturedIo } from './support/captured-io';

describe('progress', () => {
  const clear = '\r\u001b[K';

  const shown = async (interactive: boolean) => {
    const io = capturedIo('', { interactive });
    let time = 0;
    const progress = new Progress(io, 'Checking', 9, () => time);
    const at = async (now: number, done: number) => {
      time = now;
      await progress.show(done);
    };
    await at(0, 1);
    await at(499, 2);
    await progress.clear();
    await at(500, 3);
    await at(599, 4);
    await at(600, 5);
    await progress.clear();
    await progress.clear();
    await at(601, 6);
    await at(602, 7);
    return io.err();
  };

  it('is shown after half a second, ten times a second, and again at once after other text', async () => {
    assert.equal(await shown(true), `${clear}Checking file 3 of 9${clear}Checking file 5 of 9${clear}${clear}Checking file 6 of 9`);
  });

  it('is not shown where nobody watches', async () => {
    assert.equal(await shown(false), '');
  });
});
