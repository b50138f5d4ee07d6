import { GraphTree } from './graph-tree';
import { detailsOf, titleOf } from './node-words';
import type { PictureGraph, PictureNode } from './picture-graph';

/** The graph as text that Mermaid draws; the lines of the data only on demand, as they are many. */
export function mermaid(graph: PictureGraph, { withData = false, withFates = false } = {}): string {
  const tree = new GraphTree(graph);
  const names = new Map(graph.nodes.map(({ id }, index) => [id, `n${index}`]));
  const name = (id: string): string => names.get(id) ?? '';
  const arrows = { order: '-->', token: '== token ==>', data: '-.->' };
  return [
    'flowchart TB',
    ...tree.roots.flatMap((root) => boxes(root, { tree, name, withFates }, '  ')),
    ...graph.edges
      .filter(({ kind }) => kind !== 'data' || withData)
      // Mermaid refuses a line from a box to what is inside it.
      .filter(({ from, to }) => !isWithin(from, to, tree) && !isWithin(to, from, tree))
      .map(({ from, to, kind }) => `  ${name(from)} ${arrows[kind]} ${name(to)}`),
    ...classes(graph, name, withFates),
    '',
  ].join('\n');
}

interface Drawing {
  readonly tree: GraphTree;
  readonly name: (id: string) => string;
  readonly withFates: boolean;
}

function boxes(node: PictureNode, drawing: Drawing, indent: string): string[] {
  const { tree, name, withFates } = drawing;
  const children = tree.childrenOf(node);
  const id = name(node.id);
  // What holds nothing is no subgraph to Mermaid.
  if (children.length === 0) return [`${indent}${id}["${label(node, withFates)}"]`];
  return [
    // Mermaid leaves room for one line above what a subgraph holds.
    `${indent}subgraph ${id}["${label(node, withFates, ' · ')}"]`,
    `${indent}  direction TB`,
    ...children.flatMap((child) => boxes(child, drawing, `${indent}  `)),
    `${indent}end`,
  ];
}

function label(node: PictureNode, withFates: boolean, between = '<br/>'): string {
  const codes = [...new Set(node.findings.map(({ code }) => code))];
  return [titleOf(node), detailsOf(node, withFates), ...codes.map((code) => `⚠ ${code}`)].map(escape).join(between);
}

/**
 * What ends a label, and what is Markdown to Mermaid, which takes any label for it: one that is a list or a link it
 * does not draw at all.
 */
const active = /[#"&<>`\\;[\]{}()|*_~@]|:(?=\/\/)|(?<=\bwww)\.|^[-+=]|(?<=^\d+)\./gi;

/** As Mermaid's entities, so that nothing in a title ends the label or is taken for markup. */
function escape(text: string): string {
  return text.replace(active, (character) => `#${character.charCodeAt(0)};`);
}

const styles = {
  token: 'stroke:#b5651d,stroke-width:3px',
  goes: 'stroke-dasharray:4 3,text-decoration:line-through',
  skipped: 'opacity:0.5',
};

function classes({ nodes }: PictureGraph, name: (id: string) => string, withFates: boolean): string[] {
  const members = {
    token: nodes.filter(({ token }) => token !== undefined),
    goes: nodes.filter(({ fate }) => withFates && fate === 'goes'),
    skipped: nodes.filter(({ isSkipped }) => isSkipped),
  };
  return (['token', 'goes', 'skipped'] as const).flatMap((each) =>
    members[each].length === 0
      ? []
      : [`  classDef ${each} ${styles[each]}`, `  class ${members[each].map(({ id }) => name(id)).join(',')} ${each}`],
  );
}

function isWithin(inner: string, outer: string, tree: GraphTree): boolean {
  for (let node = tree.node(inner); node; node = tree.parentOf(node)) if (node.id === outer) return true;
  return false;
}
