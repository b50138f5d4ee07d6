import { isContainer } from '../analysis/bookkeeping';
import { findDataFlows, type DataOwner } from '../analysis/data-flow';
import type { FileAnalysis } from '../analysis/file-analysis';
import type { TokenFlow } from '../analysis/token-flow';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import { endingTypes } from '../catalog/activity-types';
import { lineage, type JsonPathNode } from '../document/json-path';
import type { Activity } from '../document/workflow';
import type { Change } from '../language-service';
import { rangeOf } from '../rules/find-all';
import { headOf } from '../rules/places';
import type { Position, Range } from '../text/position';
import type { GraphContent, GraphEdge, GraphFinding, GraphNode, TokenPart, WorkflowGraph } from '../workflow-graph';
import type { DiagnosedFinding } from './diagnose';

/** The workflows of a file as boxes and lines, with what was found in them and what a migration would do to them. */
export function drawGraph(
  analysis: FileAnalysis,
  findings: readonly DiagnosedFinding[],
  changes: readonly Change[],
): WorkflowGraph {
  const { file } = analysis;
  if (!file) return { nodes: [], edges: [] };
  const ids = identify(analysis.workflows);
  const titles = new Map(file.exports.map(({ workflow }) => [workflow.id, workflow.title]));
  const findingsOf = groupFindings(findings, ids);
  const nodes = analysis.workflows.flatMap(({ flow }) => {
    const parts = tokenParts(flow);
    return [flow.workflow, ...flow.workflow.activities].map((owner): GraphNode => {
      const { title, path } = owner;
      return {
        id: ids.get(owner) ?? '',
        title,
        ...('roots' in owner ? ofWorkflow : ofActivity(owner, ids, titles)),
        ...optional('token', parts.get(owner)),
        findings: findingsOf.get(owner) ?? [],
        path: path.toArray(),
        range: rangeOf({ path }, analysis),
        head: rangeOf({ path: headOf(owner) }, analysis),
      };
    });
  });
  return { nodes: withFates(nodes, changes), edges: analysis.workflows.flatMap(({ flow }) => [...edgesOf(flow, ids)]) };
}

const ofWorkflow = { type: 'generic.workflow', content: 'sequence', isSkipped: false, isEnd: false } as const;

type Ids = ReadonlyMap<DataOwner, string>;

/** A file may embed one workflow several times, and a broken one may lack ids. */
function identify(workflows: readonly WorkflowAnalysis[]): Ids {
  const ids = new Map<DataOwner, string>();
  const taken = new Set<string>();
  for (const { workflow } of workflows) {
    for (const owner of [workflow, ...workflow.activities]) {
      let id = owner.uniqueName;
      for (let number = 2; taken.has(id); number++) id = `${owner.uniqueName}#${number}`;
      taken.add(id);
      ids.set(owner, id);
    }
  }
  return ids;
}

function ofActivity(
  activity: Activity,
  ids: Ids,
  titles: ReadonlyMap<string, string>,
): Pick<GraphNode, 'type' | 'parent' | 'content' | 'calls' | 'isSkipped' | 'isEnd'> {
  const { type, properties, calledId } = activity;
  const named = properties.workflow_name;
  const calls = typeof named === 'string' && named !== '' ? named : titles.get(calledId ?? '');
  return {
    type,
    ...optional('parent', ids.get(activity.parent ?? activity.workflow)),
    content: contentOf(activity),
    ...optional('calls', calls),
    isSkipped: properties.skip_execution === true,
    isEnd: endingTypes.has(type),
  };
}

const branching: ReadonlySet<string> = new Set(['logic.if_else', 'logic.parallel', 'logic.while']);

function contentOf(activity: Activity): GraphContent {
  const [first] = activity.children;
  if (first) return first.path.parent?.key === 'blocks' ? 'branches' : 'sequence';
  if (!isContainer(activity)) return 'none';
  return branching.has(activity.type) ? 'branches' : 'sequence';
}

function tokenParts(flow: TokenFlow): ReadonlyMap<DataOwner, TokenPart> {
  const parts = new Map<DataOwner, TokenPart>();
  for (const { reference, cargo } of flow.reads) {
    if (cargo === 'token' && reference.activity) parts.set(reference.activity, 'takes');
  }
  for (const assignment of flow.assignments) {
    if (flow.stored(assignment) === 'token') parts.set(assignment.activity, 'stores');
  }
  for (const activity of flow.generators.keys()) parts.set(activity, 'makes');
  return parts;
}

function groupFindings(findings: readonly DiagnosedFinding[], ids: Ids): ReadonlyMap<DataOwner, GraphFinding[]> {
  const owners = new Map<JsonPathNode, DataOwner>(Array.from(ids.keys(), (owner) => [owner.path, owner]));
  const grouped = new Map<DataOwner, GraphFinding[]>();
  for (const { finding, diagnostic } of findings) {
    const { code, severity, message } = diagnostic;
    const owner = [...lineage(finding.path)].map((path) => owners.get(path)).find((found) => found !== undefined);
    // What concerns an export as a whole, such as its dependencies, stands beside the workflow.
    const beside = owner ?? exportedAt(finding.path, owners);
    if (beside) grouped.set(beside, [...(grouped.get(beside) ?? []), { code, severity, message }]);
  }
  return grouped;
}

function exportedAt(path: JsonPathNode, owners: ReadonlyMap<JsonPathNode, DataOwner>): DataOwner | undefined {
  for (const around of lineage(path)) {
    const owner = owners.get(around.child('workflow'));
    if (owner) return owner;
  }
  return undefined;
}

function* edgesOf(flow: TokenFlow, ids: Ids): Iterable<GraphEdge> {
  const { workflow } = flow;
  const id = (owner: DataOwner): string => ids.get(owner) ?? '';
  yield* inOrder(workflow.roots, id);
  for (const activity of workflow.activities) {
    if (contentOf(activity) === 'sequence') yield* inOrder(activity.children, id);
  }
  for (const { from, to, carriesToken } of findDataFlows(flow)) {
    yield { from: id(from), to: id(to), kind: carriesToken ? 'token' : 'data' };
  }
}

function* inOrder(sequence: readonly Activity[], id: (owner: DataOwner) => string): Iterable<GraphEdge> {
  for (const [index, activity] of sequence.entries()) {
    const next = sequence[index + 1];
    if (next && !endingTypes.has(activity.type)) yield { from: id(activity), to: id(next), kind: 'order' };
  }
}

/** A change tells where it happens; what is deleted takes along all that is inside it. */
function withFates(nodes: readonly GraphNode[], changes: readonly Change[]): readonly GraphNode[] {
  if (changes.length === 0) return nodes;
  const fates = new Map<GraphNode, 'goes' | 'changes'>();
  const going = new Set<string>();
  for (const { kind, range, activity } of changes) {
    const node = nodes.findLast((candidate) => holds(candidate.range, range.start));
    if (!node || (activity === null && node.parent !== undefined)) continue;
    if (kind === 'delete-activity') going.add(node.id);
    else fates.set(node, 'changes');
  }
  return nodes.map((node) => {
    if (node.parent !== undefined && going.has(node.parent)) going.add(node.id);
    return { ...node, ...optional('fate', going.has(node.id) ? 'goes' : fates.get(node)) };
  });
}

function holds({ start, end }: Range, place: Position): boolean {
  return isOrdered(start, place) && isOrdered(place, end);
}

function isOrdered(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}
