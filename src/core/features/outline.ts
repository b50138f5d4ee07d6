import { endingTypes } from '../catalog/activity-types';
import type { JsonPathNode } from '../document/json-path';
import type { Activity, Workflow, WorkflowExport } from '../document/workflow';
import { introduce } from '../reading/introduce';
import type { DocumentReading } from '../reading/document-reading';
import type { Thing } from '../reading/thing';
import type { OutlineKind, OutlineNode } from '../reading-service';
import { shownName } from '../text/shown-name';

/** The file as a tree of what it holds: workflows, their variables and activities, targets and triggers. */
export function outline(reading: DocumentReading): readonly OutlineNode[] {
  const of = (parent: WorkflowExport | undefined): OutlineNode[] =>
    reading.file.exports
      .filter((each) => each.parent === parent)
      .flatMap((each) => nodeAt(each.path, reading.things.workflow(each.workflow), 'workflow', reading, inside(each)));
  const inside = (each: WorkflowExport): OutlineNode[] => [
    ...variables(each.workflow, reading),
    ...each.workflow.roots.flatMap((activity) => activityNode(activity, reading)),
    ...objects(each, reading),
    ...of(each),
  ];
  return of(undefined);
}

function variables(workflow: Workflow, reading: DocumentReading): OutlineNode[] {
  const nodes = workflow.variables.flatMap((variable) =>
    nodeAt(variable.path, reading.things.variable(variable, workflow), 'variable', reading, []),
  );
  return grouped('Variables', workflow.path.child('variables'), nodes, reading);
}

function activityNode(activity: Activity, reading: DocumentReading): OutlineNode[] {
  const children = activity.children.flatMap((child) => activityNode(child, reading));
  return nodeAt(activity.path, reading.things.activity(activity), kindOf(activity), reading, children);
}

function kindOf({ type, calledId }: Activity): OutlineKind {
  if (calledId !== undefined) return 'call';
  if (type === 'logic.for_each' || type === 'logic.while') return 'loop';
  return type.startsWith('logic.') && !endingTypes.has(type) ? 'branch' : 'activity';
}

function objects({ path }: WorkflowExport, reading: DocumentReading): OutlineNode[] {
  const all = [...reading.things.objects];
  const section = (title: string, key: 'targets' | 'triggers', kind: OutlineKind): OutlineNode[] => {
    const list = path.child(key);
    const own = all.filter((thing) => thing.section === key && thing.path?.parent === list);
    const nodes = own.flatMap((thing) => (thing.path ? nodeAt(thing.path, thing, kind, reading, []) : []));
    return grouped(title, list, nodes, reading);
  };
  return [...section('Targets', 'targets', 'target'), ...section('Triggers', 'triggers', 'trigger')];
}

function grouped(name: string, path: JsonPathNode, children: OutlineNode[], reading: DocumentReading): OutlineNode[] {
  const range = reading.rangeAt(path);
  if (!range || children.length === 0) return [];
  return [{ name, detail: String(children.length), kind: 'group', range, selection: range, children }];
}

function nodeAt(
  path: JsonPathNode,
  thing: Thing,
  kind: OutlineKind,
  reading: DocumentReading,
  children: readonly OutlineNode[],
): OutlineNode[] {
  const range = reading.rangeAt(path);
  if (!range) return [];
  const { name, what } = introduce(thing, reading);
  const title = reading.mentionsOf(thing).find((mention) => mention.role === 'name');
  const at = title ? reading.rangeOf(title) : undefined;
  // A title may stand twice, and the one that counts outside of what was read.
  const selection = at && isWithin(at, range) ? at : range;
  return [{ name: shownName(name), detail: what, kind, range, selection, children }];
}

function isWithin(inner: OutlineNode['range'], outer: OutlineNode['range']): boolean {
  return inner.start.line >= outer.start.line && inner.end.line <= outer.end.line;
}
