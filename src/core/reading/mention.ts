import type { JsonPathNode } from '../document/json-path';
import type { Activity, Reference, Workflow } from '../document/workflow';
import type { Thing } from './thing';

/** A place in a file that names a thing. */
export interface Mention {
  readonly thing: Thing;
  readonly role: MentionRole;
  readonly path: JsonPathNode;
  /** Whether the key names it, not the value. */
  readonly onKey?: true;
  /** Where in the decoded string. */
  readonly part?: { readonly start: number; readonly end: number };
  readonly reference?: Reference;
  /** Whose the place is. */
  readonly workflow: Workflow;
  readonly activity: Activity | undefined;
}

/** `definition`: its own id; `name`: the name that people read; `call`: of a workflow or an atomic; `use`: any other. */
export type MentionRole = 'definition' | 'name' | 'read' | 'write' | 'call' | 'use';
