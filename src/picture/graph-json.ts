import { jsonLine } from './json-line';
import type { PictureGraph } from './picture-graph';

/** The graph for other programs: `{"version":1,"nodes":[...],"edges":[...]}`, a node or an edge on each line. */
export function graphJson({ nodes, edges }: PictureGraph): string {
  const plainNodes = nodes.map(({ id, title, type, parent, findings }) => ({
    id,
    title,
    type,
    ...(parent === undefined ? {} : { parent }),
    findings: [...new Set(findings.map(({ code }) => code))],
  }));
  const plainEdges = edges.map(({ from, to, kind }) => ({ from, to, kind }));
  return `{"version":1,"nodes":[${lines(plainNodes)}],"edges":[${lines(plainEdges)}]}\n`;
}

function lines(items: readonly object[]): string {
  return items.length === 0 ? '' : `\n${items.map((item) => jsonLine(item)).join(',\n')}\n`;
}
