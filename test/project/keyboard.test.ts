import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/repository';

interface MenuItem {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  contributes: { commands: readonly { command: string }[]; menus: Readonly<Record<string, readonly MenuItem[]>> };
};

describe('the keyboard', () => {
  it('reaches every command: in the palette, or in a menu and not by a button of a line alone', () => {
    const { commandPalette = [], ...menus } = contributes.menus;
    const hidden = new Set(commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command));
    const inMenus = new Set(
      Object.values(menus)
        .flat()
        .filter(({ group }) => group !== undefined && !group.startsWith('inline'))
        .map(({ command }) => command),
    );
    assert.ok(hidden.size > 0);
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).filter((each) => hidden.has(each) && !inMenus.has(each)),
      [],
    );
  });
});
