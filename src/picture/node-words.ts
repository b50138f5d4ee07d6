import { visible } from '../core/text/shown-name';
import { countOf } from '../core/text/wording';
import type { GraphNode, TokenPart } from '../core/workflow-graph';
import { typeInWords } from './type-words';

const tokenParts: Readonly<Record<TokenPart, string>> = {
  makes: 'makes a token',
  stores: 'stores a token',
  takes: 'takes a token',
};
const fates: Readonly<Record<NonNullable<GraphNode['fate']>, string>> = { goes: 'goes', changes: 'changes' };

export function titleOf({ title }: GraphNode): string {
  return visible(title) || '(no title)';
}

/** What stands below the title: what the node is, and what is special about it. */
export function detailsOf({ type, token, isSkipped, fate }: GraphNode, withFate = false): string {
  return [
    typeInWords(type),
    ...(token ? [tokenParts[token]] : []),
    ...(isSkipped ? ['switched off'] : []),
    ...(fate && withFate ? [fates[fate]] : []),
  ].join(' · ');
}

/** All of a node in one line, for whoever hears it instead of seeing it. */
export function nodeInWords(node: GraphNode, withFate = false): string {
  const { calls, findings } = node;
  return [
    `${titleOf(node)}: ${detailsOf(node, withFate).replaceAll(' · ', ', ')}`,
    ...(calls === undefined || calls === node.title ? [] : [`calls ${visible(calls)}`]),
    ...(findings.length > 0 ? [countOf(findings.length, 'finding')] : []),
  ].join(', ');
}
