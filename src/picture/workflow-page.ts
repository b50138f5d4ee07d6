import { visible } from '../core/text/shown-name';
import type { WorkflowMethod } from '../core/inventory';
import type { CallDescription, VariableDescription, WorkflowDescription } from '../core/workflow-description';
import { GraphTree } from './graph-tree';
import { countOf } from '../core/text/wording';
import { detailsOf, titleOf } from './node-words';
import type { PictureGraph, PictureNode } from './picture-graph';

/** The first line of everything that is written: only what has it is ever replaced. */
export const pageMark = '<!-- Written by sxo doc. What you change here is lost when it is written anew. -->';

const methods: Readonly<Record<WorkflowMethod, (product: string) => string>> = {
  legacy: () => 'It passes access tokens by hand.',
  token: () => 'Access tokens are made by the account key of its targets.',
  none: (product) => `It calls no ${product} API.`,
};

/**
 * A Markdown page on the workflows of a file.
 * @param picture the Markdown of the picture of all of them.
 * @param product whose APIs are spoken of.
 */
export function workflowPage(
  descriptions: readonly WorkflowDescription[],
  graph: PictureGraph,
  picture: string,
  product: string,
): string {
  const tree = new GraphTree(graph);
  const [first, ...embedded] = descriptions;
  if (!first) return '';
  const parts = [
    pageMark,
    ...aboutWorkflow(first, tree, tree.roots[0], product, '#'),
    '## Picture',
    picture,
    ...embedded.flatMap((each, index) => aboutWorkflow(each, tree, tree.roots[index + 1], product, '##')),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A list of pages. */
export function indexPage(
  pages: readonly { readonly title: string; readonly purpose: string; readonly link: string }[],
): string {
  const rows = pages.map(
    ({ title, purpose, link }) => `| [${cell(title)}](${linkTo(link)}) | ${cell(firstLine(purpose))} |`,
  );
  return [pageMark, '', '# Workflows', '', '| Workflow | Purpose |', '| --- | --- |', ...rows, ''].join('\n');
}

/** A path as the target of a link: no character of a name ends it, or begins a query. */
export function linkTo(path: string): string {
  return path
    .split('/')
    .map((name) => encodeURIComponent(name).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29')))
    .join('/');
}

function aboutWorkflow(
  { title, purpose, method, inputs, outputs, targets, accountKeys, atomics }: WorkflowDescription,
  tree: GraphTree,
  root: PictureNode | undefined,
  product: string,
  heading: string,
): string[] {
  const section = (name: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`${heading}# ${name}`, lines.join('\n')];
  const paragraphs = purpose
    .split(/\r?\n/)
    .map(text)
    .join('\\\n')
    .replace(/(?:\\\n)+$/, '')
    .replace(/(?:\\\n){2,}/g, '\n\n');
  return [
    `${heading} ${text(title)}`,
    ...(paragraphs === '' ? [] : [paragraphs]),
    methods[method](product),
    ...section('Inputs', variableTable(inputs)),
    ...section('Outputs', variableTable(outputs)),
    ...section('Targets', targets.map(item)),
    ...section('Account keys', accountKeys.map(item)),
    ...section('Atomics and workflows that it calls', atomics.map(callItem)),
    ...section('Steps', root ? tree.childrenOf(root).flatMap((node) => steps(node, tree, '')) : []),
  ];
}

function variableTable(variables: readonly VariableDescription[]): string[] {
  if (variables.length === 0) return [];
  const rows = variables.map(
    ({ name, type, isRequired, description }) =>
      `| ${cell(name)} | ${cell(type)} | ${isRequired ? 'yes' : ''} | ${cell(description)} |`,
  );
  return ['| Name | Type | Required | Description |', '| --- | --- | --- | --- |', ...rows];
}

function item(name: string): string {
  return `- ${text(name)}`;
}

function callItem({ name, calls }: CallDescription): string {
  return calls === 1 ? item(name) : `${item(name)} (${countOf(calls, 'call')})`;
}

function steps(node: PictureNode, tree: GraphTree, indent: string): string[] {
  const own = `${indent}- **${text(titleOf(node))}**: ${detailsOf(node).replaceAll(' · ', ', ')}`;
  return [own, ...tree.childrenOf(node).flatMap((child) => steps(child, tree, `${indent}  `))];
}

function firstLine(purpose: string): string {
  return purpose.trim().split(/\r?\n/, 1)[0] ?? '';
}

function cell(words: string): string {
  return text(words.replace(/\r?\n/g, ' '));
}

/** Words as they are: nothing in them is taken for Markdown or for HTML. */
function text(words: string): string {
  return visible(words)
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_{}[\]#|~$]/g, '\\$&')
    .replace(/^(?:[-+>=:]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}
