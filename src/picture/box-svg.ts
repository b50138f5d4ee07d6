import type { GraphFinding } from '../core/workflow-graph';
import { fitText, textWidth } from './fit-text';
import { iconAt } from './icons';
import { isFrame, sizes, type Box } from './layout';
import { toTenths } from './lines';
import { detailsOf, findingWords, nodeInWords, titleOf } from './node-words';
import { xmlText } from './xml-text';

/** A box and where it stands among those beside it. */
export interface PlacedBox {
  readonly box: Box;
  /** From 1. */
  readonly position: number;
  readonly siblings: number;
}

export interface BoxOptions {
  /** Whether what a migration does is shown. */
  readonly withFates?: boolean;
  /** Whether it is drawn into a page that has its own style and lets people fold and choose. */
  readonly isInPage?: boolean;
}

/** What is behind all that is in a frame. */
export function groundSvg({ x, y, width, height, depth }: Box): string {
  return `<rect class="ground${tint(depth)}" ${area(x, y, width, height)} rx="8"/>`;
}

/**
 * A step, or the header and the border of a frame. Every place in it is one of the picture: a part with a transform of its
 * own is a layer of its own to a browser, and a thousand of them do not scroll smoothly.
 */
export function boxSvg(placed: PlacedBox, options: BoxOptions): string {
  const { box } = placed;
  const { node, x, y, width, height, hidden } = box;
  const { withFates = false, isInPage = false } = options;
  const findings = [node, ...hidden].flatMap((each) => each.findings);
  const words = xmlText(wordsFor(box, findings, withFates));
  const frame = isFrame(box);
  return [
    `<g class="${classesOf(box, withFates)}" data-node="${xmlText(node.id)}"${isInPage ? asTreeItem(placed, words, findings) : ''}>`,
    `<title>${words}</title>`,
    hidden.length > 0 ? `<rect class="under" ${area(x + 4, y + 4, width, height)} rx="6"/>` : '',
    frame ? `<rect class="head${tint(box.depth)}" ${area(x, y, width, sizes.header)} rx="8"/>` : '',
    `<rect class="body" ${area(x, y, width, height)} rx="${frame ? 8 : 6}"/>`,
    node.token === undefined
      ? ''
      : `<rect class="stripe" ${area(x, y + 6, 3, (frame ? sizes.header : height) - 12)} rx="1.5"/>`,
    ...(frame ? header(box, withFates) : step(box, withFates)),
    isInPage && node.content !== 'none' ? chevron(box) : '',
    findings.length > 0 ? badge(findings, x + width - 5, y + 3) : '',
    '</g>',
  ].join('');
}

function tint(depth: number): string {
  return depth % 2 === 1 ? ' tinted' : '';
}

function area(x: number, y: number, width: number, height: number): string {
  return `x="${toTenths(x)}" y="${toTenths(y)}" width="${toTenths(width)}" height="${toTenths(height)}"`;
}

function classesOf(box: Box, withFates: boolean): string {
  const { parent, token, isSkipped, fate } = box.node;
  return [
    isFrame(box) ? 'frame' : 'step',
    ...(parent === undefined ? ['workflow'] : []),
    ...(box.hidden.length > 0 ? ['folded'] : []),
    ...(token ? ['token'] : []),
    ...(isSkipped ? ['skipped'] : []),
    ...(fate && withFates ? [fate] : []),
  ].join(' ');
}

function wordsFor({ node, hidden }: Box, findings: readonly GraphFinding[], withFates: boolean): string {
  const all = nodeInWords({ ...node, findings }, withFates);
  return hidden.length > 0 ? `${all}, folded, ${hidden.length} inside` : all;
}

/** A browser would give the title once more as the description, so that says what was found. */
function asTreeItem({ box, position, siblings }: PlacedBox, words: string, findings: readonly GraphFinding[]): string {
  const canFold = box.boxes.length > 0 || box.hidden.length > 0;
  return [
    '',
    'tabindex="-1"',
    'role="treeitem"',
    `aria-label="${words}"`,
    `aria-description="${findingWords(findings).map(xmlText).join('; ')}"`,
    `aria-level="${box.depth + 1}"`,
    `aria-posinset="${position}"`,
    `aria-setsize="${siblings}"`,
    ...(canFold ? [`aria-expanded="${box.hidden.length === 0}"`] : []),
  ].join(' ');
}

/** Up to where a text may reach: the chevron stands at the end. */
const atTheEnd = 30;
const textStart = 33;

function header({ node, x, y, width }: Box, withFates: boolean): string[] {
  const room = width - textStart - atTheEnd;
  const details = fitText(detailsOf(node, withFates), sizes.details, room / 2);
  const title = fitText(titleOf(node), sizes.boldTitle, room - textWidth(details, sizes.details) - 8);
  return [
    icon(node.type, x, y, sizes.header),
    `<text x="${toTenths(x + textStart)}" y="${toTenths(y + sizes.header / 2 + 4)}"><tspan class="name">${xmlText(title)}</tspan><tspan class="details" dx="8">${xmlText(details)}</tspan></text>`,
  ];
}

function step({ node, x, y, width, height, hidden }: Box, withFates: boolean): string[] {
  const room = width - textStart - (hidden.length > 0 ? atTheEnd : 12);
  const details = [detailsOf(node, withFates), ...(hidden.length > 0 ? [`${hidden.length} inside`] : [])].join(' · ');
  const line = (name: string, below: number, text: string, size: number): string =>
    `<text class="${name}" x="${toTenths(x + textStart)}" y="${toTenths(y + below)}">${xmlText(fitText(text, size, room))}</text>`;
  return [
    icon(node.type, x, y, height),
    line('name', 20, titleOf(node), hidden.length > 0 ? sizes.boldTitle : sizes.title),
    line('details', 35, details, sizes.details),
  ];
}

function icon(type: string, x: number, y: number, height: number): string {
  return `<path class="icon" d="${iconAt(toTenths(x + 11), toTenths(y + (height - sizes.icon) / 2), type)}"/>`;
}

function chevron({ node, x, y, width, height, hidden }: Box): string {
  const isFolded = hidden.length > 0;
  const [left, top] = [toTenths(x + width - 26), toTenths(y + (isFolded ? height : sizes.header) / 2 - 8)];
  const turned = isFolded ? 'm6 4.5 3.5 3.5-3.5 3.5' : 'm4.5 6 3.5 3.5 3.5-3.5';
  return `<g class="fold" data-fold="${xmlText(node.id)}"><rect ${area(left, top, 16, 16)} rx="3"/><path d="M${left} ${top}${turned}"/></g>`;
}

const bySeverity = { error: 2, warning: 1, info: 0 } as const;

function badge(findings: readonly GraphFinding[], x: number, y: number): string {
  const severity = findings
    .map((finding) => finding.severity)
    .reduce((a, b) => (bySeverity[b] > bySeverity[a] ? b : a));
  const count = findings.length > 99 ? '99+' : String(findings.length);
  // Line by line, as a tooltip shows it; whoever hears it has heard it of the node.
  const title = findingWords(findings).map(xmlText).join('\n');
  return `<g class="badge ${severity}" aria-hidden="true"><title>${title}</title><circle cx="${toTenths(x)}" cy="${toTenths(y)}" r="8.5"/><text x="${toTenths(x)}" y="${toTenths(y + 3.5)}">${count}</text></g>`;
}
