import { countOf } from '../../core/text/wording';
import type { ItemDifference, StateDifference } from '../../tenant/state/difference';
import { painter, type Paint, type Style } from './paint';
import { lines } from './tenant-json';
import { printable } from './wording';

export function differenceJson({ targets, accountKeys, targetGroups }: StateDifference): string {
  const lists = Object.entries({ targets, accountKeys, targetGroups });
  return `{"version":1,${lists.map(([name, items]) => `"${name}":[${lines(items)}]`).join(',')}}\n`;
}

const signs: Readonly<Record<ItemDifference['kind'], readonly [Style, string]>> = {
  added: ['green', '+'],
  removed: ['red', '-'],
  changed: ['yellow', '~'],
};

export function differenceText({ targets, accountKeys, targetGroups }: StateDifference, colour: boolean): string {
  const paint = painter(colour);
  const sections = [
    ['target', targets],
    ['account key', accountKeys],
    ['target group', targetGroups],
  ] as const;
  const all = sections.reduce((sum, [, items]) => sum + items.length, 0);
  const texts = sections.flatMap(([noun, items]) => items.map((item) => itemText(noun, item, paint)));
  return `${texts.join('')}${all === 0 ? 'Nothing differs.' : `${countOf(all, 'difference')}.`}\n`;
}

function itemText(noun: string, { kind, name, changes }: ItemDifference, paint: Paint): string {
  const [style, sign] = signs[kind];
  const fields = changes.map(
    ({ field, from, to }) => `    ${field}: ${printable(from ?? 'none')} -> ${printable(to ?? 'none')}\n`,
  );
  return `${paint(style, sign)} ${noun} ${paint('bold', printable(name))}\n${fields.join('')}`;
}
