import { visible } from '../core/text/shown-name';
import { countOf } from '../core/text/wording';
import type { GraphFinding, TokenPart } from '../core/workflow-graph';
import type { PictureNode } from './picture-graph';
import { typeInWords } from './type-words';

const tokenParts: Readonly<Record<TokenPart, string>> = {
  makes: 'makes a token',
  stores: 'stores a token',
  takes: 'takes a token',
};
const fates: Readonly<Record<NonNullable<PictureNode['fate']>, string>> = { goes: 'goes', changes: 'changes' };

export function titleOf({ title }: PictureNode): string {
  return visible(title) || '(no title)';
}

/** What stands below the title: what the node is, and what is special about it. */
export function detailsOf({ type, token, isSkipped, fate }: PictureNode, withFate = false): string {
  return [
    typeInWords(type),
    ...(token ? [tokenParts[token]] : []),
    ...(isSkipped ? ['switched off'] : []),
    ...(fate && withFate ? [fates[fate]] : []),
  ].join(' · ');
}

/** All of a node in one line, for whoever hears it instead of seeing it. */
export function nodeInWords(node: PictureNode, withFate = false): string {
  const { calls, findings } = node;
  return [
    `${titleOf(node)}: ${detailsOf(node, withFate).replaceAll(' · ', ', ')}`,
    ...(calls === undefined || calls === node.title ? [] : [`calls ${visible(calls)}`]),
    ...(findings.length > 0 ? [countOf(findings.length, 'finding')] : []),
  ].join(', ');
}

/** What was found, one by one; of many the first ones. */
export function findingWords(findings: readonly GraphFinding[]): readonly string[] {
  const told = findings.slice(0, 8).map(({ code, message }) => `${code}: ${message}`);
  const left = findings.length - told.length;
  return left > 0 ? [...told, `and ${countOf(left, 'more finding')}`] : told;
}
