import type { JsonPath } from './document/json-path';
import type { Severity } from './host';
import type { Range } from './text/position';

/** How what is inside a node stands to each other: one after the other, or beside each other. */
export type GraphContent = 'none' | 'sequence' | 'branches';

/** What a node does with a SecureX or Orbital token: makes it, stores it in a variable, or reads it. */
export type TokenPart = 'makes' | 'stores' | 'takes';

export interface GraphFinding {
  /** The rule that found it. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
}

/** A workflow or one of its activities. */
export interface GraphNode {
  /** The `unique_name`; where the file holds it more than once, with a number behind it. */
  readonly id: string;
  readonly title: string;
  /** As the file has it: `logic.if_else`, `web-service.http_request`, ... */
  readonly type: string;
  /** Nothing for a workflow. */
  readonly parent?: string;
  readonly content: GraphContent;
  /** The name of the atomic or the workflow that it calls, where the file tells. */
  readonly calls?: string;
  /** Whether it is switched off. */
  readonly isSkipped: boolean;
  /** Whether what comes after it in its sequence is not reached from it. */
  readonly isEnd: boolean;
  readonly token?: TokenPart;
  readonly findings: readonly GraphFinding[];
  /** What a migration would do to it: delete it, or change something in it. */
  readonly fate?: 'goes' | 'changes';
  readonly path: JsonPath;
  /** The whole of it in the text. */
  readonly range: Range;
  /** What names it: its title, or its id where it has none. */
  readonly head: Range;
}

/** `order`: what runs next; `data`: whose output or whose writing of a variable is read; `token`: the same with a token. */
export type GraphEdgeKind = 'order' | 'data' | 'token';

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: GraphEdgeKind;
}

/** The workflows of a file as a picture of boxes and lines needs them. */
export interface WorkflowGraph {
  /** Each before what is inside it; the workflow of the file first, those that it embeds after it. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
