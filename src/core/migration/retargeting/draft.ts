import type { FileAnalysis } from '../../analysis/file-analysis';
import { lineage, type JsonPathNode } from '../../document/json-path';
import type { Activity, Workflow, WorkflowFile } from '../../document/workflow';
import type { PlannedChange } from '../migration-step';
import type { NameChange } from './name-change';

/** A place that a retargeting leaves as it is, and that a person should look at. */
export interface LeftPlace {
  readonly workflow: Workflow;
  readonly activity: Activity | undefined;
  readonly message: string;
  readonly path: JsonPathNode;
  /** Of a string, counted in the decoded string. */
  readonly part?: { readonly start: number; readonly end: number };
  /** It is in the set already: right as it is, but the way back could not tell it from what moved. */
  readonly isThere?: boolean;
}

/** What one look at a file yields: changes, and what is left to a person. */
export type Outcome =
  /** `movedName`: the name that a criterion or a definition had. `isOneWay`: the way back leads to another spelling of it. */
  | ({ readonly is: 'change'; readonly movedName?: string; readonly isOneWay?: boolean } & PlannedChange)
  | ({ readonly is: 'left' } & LeftPlace);

/** What all parts of a retargeting look at. */
export interface RetargetingContext<Change extends NameChange = NameChange> {
  readonly analysis: FileAnalysis;
  readonly file: WorkflowFile;
  readonly change: Change;
}

export interface Owner {
  readonly workflow: Workflow;
  readonly activity: Activity | undefined;
}

/** Tells for any place to which activity it belongs, or to which workflow where it is in none. */
export function ownership({ exports }: WorkflowFile): (path: JsonPathNode) => Owner | undefined {
  const owners = new Map<JsonPathNode, Owner>();
  for (const { path, workflow } of exports) {
    owners.set(path, { workflow, activity: undefined });
    for (const activity of workflow.activities) owners.set(activity.path, { workflow, activity });
  }
  return (path) => {
    for (const node of lineage(path)) {
      const owner = owners.get(node);
      if (owner) return owner;
    }
    return undefined;
  };
}

/** How a sentence calls it. */
export function called({ workflow, activity }: Owner): string {
  return activity ? `"${activity.title}"` : `The workflow "${workflow.title}"`;
}
