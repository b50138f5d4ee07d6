import type { GraphEdgeKind, GraphFinding, WorkflowGraph } from '../core/workflow-graph';
import { fitText, textWidth } from './fit-text';
import { iconOf } from './icons';
import { allBoxes, isFrame, layOut, sizes, type Box } from './layout';
import { linesBetween, type Line } from './lines';
import { countOf } from '../core/text/wording';
import { detailsOf, nodeInWords, titleOf } from './node-words';
import { standaloneStyle } from './picture-style';
import { xmlText } from './xml-text';

export interface DrawingOptions {
  readonly folded?: ReadonlySet<string>;
  /** Which lines are drawn; those of the order without it. */
  readonly lines?: ReadonlySet<GraphEdgeKind>;
  /** Whether what a migration does is shown. */
  readonly withFates?: boolean;
  /** Whether it is drawn into a page that has its own style and lets people fold and choose. */
  readonly isInPage?: boolean;
}

export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
}

const orderOnly: ReadonlySet<GraphEdgeKind> = new Set(['order']);
/** Lines of the data lie below those of the tokens, which are what people look for. */
const drawingOrder: readonly GraphEdgeKind[] = ['order', 'data', 'token'];
const noFolds: ReadonlySet<string> = new Set();

/** The graph as an SVG that stands alone, or for a page. */
export function drawSvg(graph: WorkflowGraph, options: DrawingOptions = {}): Drawing {
  const { folded = noFolds, lines: kinds = orderOnly, isInPage = false } = options;
  const boxes = layOut(graph, folded);
  const all = [...allBoxes(boxes)];
  const lines = linesBetween(boxes, graph, folded, kinds);
  const width = Math.ceil(Math.max(0, ...boxes.map((box) => box.x + box.width)) + sizes.margin + roomFor(lines));
  const height = Math.ceil(Math.max(0, ...boxes.map((box) => box.y + box.height)) + sizes.margin);
  const title = graph.nodes[0] ? titleOf(graph.nodes[0]) : '';
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="sxo-graph" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"${isInPage ? '' : ` role="img" aria-label="${xmlText(title)}"`}>`,
    // In a page a title of the whole would be a tooltip everywhere.
    ...(isInPage ? [] : [`<title>${xmlText(title)}</title>`, `<style>${standaloneStyle}</style>`]),
    `<defs>${drawingOrder.map(arrowHead).join('')}</defs>`,
    ...(isInPage ? [] : [`<rect class="page" width="${width}" height="${height}"/>`]),
    // Lines pass above frames and below steps, whose words stay readable.
    ...all.filter(isFrame).map((box) => boxSvg(box, options)),
    ...drawingOrder.flatMap((kind) => lines.filter((line) => line.kind === kind).map(lineSvg)),
    ...all.filter((box) => !isFrame(box)).map((box) => boxSvg(box, options)),
    '</svg>',
    '',
  ].join('\n');
  return { svg, width, height, boxes };
}

/** Lines that go round what stands between their ends leave the boxes on the right. */
function roomFor(lines: readonly Line[]): number {
  return lines.some(({ kind }) => kind !== 'order') ? 90 : 0;
}

function arrowHead(kind: GraphEdgeKind): string {
  return `<marker id="sxo-${kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path class="head-${kind}" d="M0 .8 7.5 4 0 7.2z"/></marker>`;
}

function lineSvg({ from, to, kind, path }: Line): string {
  const name = kind === 'token' ? 'token-line' : kind;
  return `<path class="line ${name}" data-from="${xmlText(from)}" data-to="${xmlText(to)}" d="${path}" marker-end="url(#sxo-${kind})"/>`;
}

function boxSvg(box: Box, { withFates = false, isInPage = false }: DrawingOptions): string {
  const { node, x, y, width, height, hidden } = box;
  const id = xmlText(node.id);
  const findings = [node, ...hidden].flatMap((each) => each.findings);
  const words = xmlText(wordsFor(box, findings, withFates));
  return [
    `<g class="${classesOf(box, withFates)}" data-node="${id}" transform="translate(${round(x)} ${round(y)})"${isInPage ? ` tabindex="-1" role="button" aria-label="${words}"` : ''}>`,
    `<title>${words}</title>`,
    hidden.length > 0 ? `<rect class="under" x="4" y="4" width="${width}" height="${height}" rx="6"/>` : '',
    `<rect class="body" width="${round(width)}" height="${round(height)}" rx="${isFrame(box) ? 8 : 6}"/>`,
    node.token === undefined
      ? ''
      : `<rect class="stripe" x="0" y="6" width="3" height="${(isFrame(box) ? sizes.header : height) - 12}" rx="1.5"/>`,
    ...(isFrame(box) ? header(box, withFates) : step(box, withFates)),
    isInPage && node.content !== 'none' ? chevron(box) : '',
    findings.length > 0 ? badge(findings, width) : '',
    '</g>',
  ].join('');
}

function classesOf({ node, depth, hidden }: Box, withFates: boolean): string {
  const { content, parent, token, isSkipped, fate } = node;
  return [
    content === 'none' || hidden.length > 0 ? 'step' : 'frame',
    ...(depth % 2 === 1 ? ['tinted'] : []),
    ...(parent === undefined ? ['workflow'] : []),
    ...(hidden.length > 0 ? ['folded'] : []),
    ...(token ? ['token'] : []),
    ...(isSkipped ? ['skipped'] : []),
    ...(fate && withFates ? [fate] : []),
  ].join(' ');
}

function wordsFor({ node, hidden }: Box, findings: readonly GraphFinding[], withFates: boolean): string {
  const all = nodeInWords({ ...node, findings }, withFates);
  return hidden.length > 0 ? `${all}, folded, ${hidden.length} inside` : all;
}

/** Up to where a text may reach: the chevron stands at the end. */
const atTheEnd = 28;

function header({ node, width }: Box, withFates: boolean): string[] {
  const room = width - 34 - atTheEnd;
  const details = fitText(detailsOf(node, withFates), sizes.details, room / 2);
  const title = fitText(titleOf(node), sizes.boldTitle, room - textWidth(details, sizes.details) - 8);
  return [
    `<path class="icon" transform="translate(11 ${(sizes.header - sizes.icon) / 2})" d="${iconOf(node.type)}"/>`,
    `<text x="33" y="${sizes.header / 2 + 4}"><tspan class="name">${xmlText(title)}</tspan><tspan class="details" dx="8">${xmlText(details)}</tspan></text>`,
  ];
}

function step({ node, width, height, hidden }: Box, withFates: boolean): string[] {
  const room = width - 34 - (hidden.length > 0 ? atTheEnd : 10);
  const details = [detailsOf(node, withFates), ...(hidden.length > 0 ? [`${hidden.length} inside`] : [])].join(' · ');
  return [
    `<path class="icon" transform="translate(11 ${(height - sizes.icon) / 2})" d="${iconOf(node.type)}"/>`,
    `<text class="name" x="33" y="20">${xmlText(fitText(titleOf(node), sizes.title, room))}</text>`,
    `<text class="details" x="33" y="35">${xmlText(fitText(details, sizes.details, room))}</text>`,
  ];
}

function chevron({ node, width, height, hidden }: Box): string {
  const isFolded = hidden.length > 0;
  const y = (isFolded ? height : sizes.header) / 2 - 8;
  return `<g class="fold" data-fold="${xmlText(node.id)}" transform="translate(${round(width - 26)} ${y})"><rect width="16" height="16" rx="3"/><path d="${isFolded ? 'M6 4.5 9.5 8 6 11.5' : 'M4.5 6 8 9.5 11.5 6'}"/></g>`;
}

const bySeverity = { error: 2, warning: 1, info: 0 } as const;

function badge(findings: readonly GraphFinding[], width: number): string {
  const severity = findings
    .map((finding) => finding.severity)
    .reduce((a, b) => (bySeverity[b] > bySeverity[a] ? b : a));
  const words = findings.slice(0, 8).map(({ code, message }) => `${code}: ${message}`);
  const more = findings.length > words.length ? [`and ${countOf(findings.length - words.length, 'more finding')}`] : [];
  const count = findings.length > 99 ? '99+' : String(findings.length);
  // Line by line, as a tooltip shows it.
  const title = [...words, ...more].map(xmlText).join('\n');
  return `<g class="badge ${severity}" transform="translate(${round(width - 5)} 3)"><title>${title}</title><circle r="8.5"/><text y="3.5">${count}</text></g>`;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
