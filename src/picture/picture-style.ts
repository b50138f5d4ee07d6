/** The colours of a picture that stands alone, each for light and for dark surroundings. */
const colours = {
  page: ['#ffffff', '#1b1f24'],
  text: ['#1f2328', '#e6e8eb'],
  soft: ['#5c6670', '#9aa4ae'],
  line: ['#c9d0d7', '#454d56'],
  step: ['#ffffff', '#2b3138'],
  tint: ['#f2f4f6', '#22272d'],
  token: ['#a8520a', '#f0a35e'],
  data: ['#2f6f9f', '#6cb2e4'],
  error: ['#c3262e', '#f26d74'],
  warning: ['#9a6700', '#dcab3c'],
  info: ['#1a6fb5', '#5aaaf0'],
  'on-badge': ['#ffffff', '#14171a'],
  goes: ['#b3261e', '#f2827b'],
  changes: ['#8a6100', '#d8b25c'],
  lit: ['#0a66c2', '#4aa3ff'],
} as const;

type Colour = keyof typeof colours;

/** The plain colour first: a viewer that knows no variables takes that. */
function colour(property: 'fill' | 'stroke', name: Colour): string {
  const [light] = colours[name];
  return `${property}:${light};${property}:var(--sxo-${name},${light})`;
}

const rules: readonly (readonly [selector: string, declarations: string])[] = [
  ['text', `${colour('fill', 'text')};font:12px system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif`],
  ['.page', colour('fill', 'page')],
  ['.body', `${colour('fill', 'step')};${colour('stroke', 'line')}`],
  ['.ground,.head', colour('fill', 'page')],
  ['.ground.tinted,.head.tinted', colour('fill', 'tint')],
  // Lines are seen through it; it is clicked nevertheless.
  ['.frame>.body', 'fill:none;pointer-events:all'],
  ['.frame .name,.folded .name', 'font-weight:600'],
  ['.details', `${colour('fill', 'soft')};font-size:10px;font-weight:400`],
  ['.icon', `fill:none;${colour('stroke', 'soft')};stroke-width:1.3;stroke-linecap:round;stroke-linejoin:round`],
  ['.stripe', colour('fill', 'token')],
  ['.token>.icon', colour('stroke', 'token')],
  ['.under', `${colour('fill', 'step')};${colour('stroke', 'line')}`],
  ['.skipped', 'opacity:.55'],
  ['.badge circle', colour('fill', 'info')],
  ['.badge.warning circle', colour('fill', 'warning')],
  ['.badge.error circle', colour('fill', 'error')],
  ['.badge text', `${colour('fill', 'on-badge')};font-size:9.5px;font-weight:700;text-anchor:middle`],
  ['.goes>.body', `${colour('stroke', 'goes')};stroke-dasharray:4 3`],
  ['.goes .name', `${colour('fill', 'goes')};text-decoration:line-through`],
  ['.changes>.body', `${colour('stroke', 'changes')};stroke-width:1.8`],
  ['.workflow.changes>.body', `${colour('stroke', 'line')};stroke-width:1`],
  ['.line', 'fill:none;stroke-linecap:round'],
  ['.order', `${colour('stroke', 'soft')};stroke-width:1.2`],
  ['.data', `${colour('stroke', 'data')};stroke-width:1;stroke-opacity:.55`],
  ['.token-line', `${colour('stroke', 'token')};stroke-width:1.8;stroke-opacity:.85`],
  ['.head-order', colour('fill', 'soft')],
  ['.head-data', colour('fill', 'data')],
  ['.head-token', colour('fill', 'token')],
];

/** What a picture looks like; its colours are custom properties that whoever shows it may set. */
export const pictureStyle = rules
  .map(([selector, declarations]) => `.sxo-graph ${scoped(selector)}{${declarations}}`)
  .join('\n');

function scoped(selector: string): string {
  return selector.replaceAll(',', ',.sxo-graph ');
}

/** For a picture that stands alone: it takes the light or the dark colours, as its surroundings are. */
export const standaloneStyle = `${pictureStyle}\n@media (prefers-color-scheme:dark){.sxo-graph{${Object.entries(colours)
  .map(([name, [, dark]]) => `--sxo-${name}:${dark}`)
  .join(';')}}}`;
