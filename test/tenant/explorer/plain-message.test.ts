import assert from 'node:assert/strict';
import { plainMessage } from '../../../src/tenant/explorer/plain-message';
import { hostileNames } from '../support/hostile-names';

/** As the editor looks for links in its messages. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;

describe('a message of the editor', () => {
  it('leads nowhere, whatever the names in it are', () => {
    const names = ['[Sign in](command:workbench.action.quit)', '[x](https://example.com "y")', '[a\n](file:///b)'];
    for (const name of [...names, ...Object.values(hostileNames)]) {
      const message = plainMessage(`The account key "${name}" is there.`);
      assert.doesNotMatch(message, link);
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(message, /[\x00-\x1F\x7F\u202A-\u202E]/);
    }
  });

  it('is left as it is where nothing is odd', () => {
    const message = 'The sign-in failed: the client id and password are not known here.';
    assert.equal(plainMessage(message), message);
  });
});
