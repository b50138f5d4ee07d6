import type { ExplorerIcon, ExplorerNode } from './explorer-node';
import { facts } from './markdown';

export type StepState = 'done' | 'open' | 'unknown';

export interface Step {
  readonly id: string;
  readonly label: string;
  readonly is: StepState;
  readonly description: string | undefined;
  readonly why: string;
  readonly command: NonNullable<ExplorerNode['command']>;
  readonly children?: () => readonly ExplorerNode[];
}

export const stepIcons: Readonly<Record<StepState, ExplorerIcon>> = {
  done: { name: 'pass', colour: 'good' },
  open: { name: 'circle-large-outline' },
  unknown: { name: 'circle-slash' },
};
export const stateWords: Readonly<Record<StepState, string>> = { done: 'done', open: 'to do', unknown: 'not known' };

/** A step of a migration: with a button, and what belongs to it, as long as it is to do. */
export function step({ id, label, is, description, why, command, children }: Step): ExplorerNode {
  return {
    id: `migration/${id}`,
    label,
    description: description ?? stateWords[is],
    tooltip: facts(label, [
      ['State', stateWords[is]],
      ['Why', why],
    ]),
    spoken: `Step: ${label}, ${stateWords[is]}${description === undefined ? '' : `, ${description}`}`,
    icon: stepIcons[is],
    kind: is === 'open' ? 'openStep' : 'step',
    ...(is === 'open' ? { command } : {}),
    ...(children && is === 'open' ? { children } : {}),
  };
}
