import { isAtomic } from '../reading/introduce';
import type { WorkflowFile, Workflow } from '../document/workflow';
import type { FileSymbols, WorkflowSymbol } from '../reading-service';
import { headOf } from '../rules/places';
import { shownName } from '../text/shown-name';

/** What of a file has a name, and what it calls. Nothing is located: of thousands of names few are ever gone to. */
export function listSymbols({ exports }: WorkflowFile): FileSymbols {
  const calls = new Set<string>();
  const symbols = exports.flatMap(({ workflow }) => {
    for (const { calledId } of workflow.activities) if (calledId !== undefined) calls.add(calledId);
    return [...symbolsOf(workflow)];
  });
  return { symbols, calls };
}

function* symbolsOf(workflow: Workflow): Iterable<WorkflowSymbol> {
  const container = shownName(workflow.title);
  const kind = isAtomic(workflow.properties) ? 'atomic' : 'workflow';
  yield { name: container, kind, container: '', path: headOf(workflow).toArray() };
  for (const { name, uniqueName, path } of workflow.variables) {
    const place = name === uniqueName ? path.child('unique_name') : path.child('properties').child('name');
    yield { name: shownName(name), kind: 'variable', container, path: place.toArray() };
  }
  for (const activity of workflow.activities) {
    yield { name: shownName(activity.title), kind: 'activity', container, path: headOf(activity).toArray() };
  }
}
