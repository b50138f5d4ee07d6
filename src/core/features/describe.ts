import type { FileAnalysis } from '../analysis/file-analysis';
import { isCall } from '../analysis/call-graph';
import { valueAt } from '../document/json-path';
import { isObject } from '../document/shapes';
import type { Variable, Workflow } from '../document/workflow';
import type { EmbeddedObject, FileInventory, WorkflowInventory } from '../inventory';
import type { CallDescription, VariableDescription, WorkflowDescription } from '../workflow-description';

/** What there is to say of each workflow of a file, outermost first. */
export function describeWorkflows(analysis: FileAnalysis, inventory: FileInventory): readonly WorkflowDescription[] {
  const { workflows, file } = analysis;
  const nameOf = embeddedNames(inventory.embedded);
  const titles = new Map(file?.exports.map(({ workflow }) => [workflow.id, workflow.title]));
  return workflows.map(({ workflow }, index) => {
    const own = inventory.workflows[index];
    return {
      uniqueName: workflow.uniqueName,
      title: workflow.title,
      purpose: workflow.description ?? '',
      method: own?.method ?? 'none',
      inputs: variablesOf(workflow, 'input', analysis),
      outputs: variablesOf(workflow, 'output', analysis),
      targets: sorted(targetsOf(own, nameOf)),
      accountKeys: sorted((own?.accountKeys ?? []).map(({ accountKey }) => nameOf.get(accountKey) ?? accountKey)),
      atomics: callsOf(workflow, titles),
    };
  });
}

function targetsOf(own: WorkflowInventory | undefined, nameOf: ReadonlyMap<string, string>): string[] {
  return (own?.targets ?? []).map(({ target }) => nameOf.get(target) ?? target);
}

function embeddedNames(embedded: readonly EmbeddedObject[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { value, path } of embedded) {
    const key = typeof value.unique_name === 'string' ? value.unique_name : String(path.at(-1));
    const name = isObject(value.properties) ? value.properties.display_name : undefined;
    if (typeof name === 'string' && name !== '') names.set(key, name);
  }
  return names;
}

function variablesOf(workflow: Workflow, scope: string, analysis: FileAnalysis): VariableDescription[] {
  return workflow.variables
    .filter((variable) => variable.scope === scope)
    .map((variable) => {
      const properties = propertiesOf(variable, analysis);
      return {
        name: variable.name,
        type: textIn(properties, 'type').replace(/^datatype\./, ''),
        isRequired: variable.isRequired,
        description: textIn(properties, 'description'),
      };
    });
}

function propertiesOf({ path }: Variable, { document }: FileAnalysis): Readonly<Record<string, unknown>> {
  const value = valueAt(document.value, path.toArray());
  return isObject(value) && isObject(value.properties) ? value.properties : {};
}

function textIn(properties: Readonly<Record<string, unknown>>, key: string): string {
  const value = properties[key];
  return typeof value === 'string' ? value : '';
}

/** By what the file calls them: the name of the atomic, the title of an embedded workflow, or that of the activity. */
function callsOf(workflow: Workflow, titles: ReadonlyMap<string, string>): CallDescription[] {
  const calls = new Map<string, CallDescription>();
  for (const activity of workflow.activities) {
    const { calledId: id, properties, title } = activity;
    if (id === undefined || !isCall(activity)) continue;
    const name = textIn(properties, 'workflow_name') || (titles.get(id) ?? title);
    const before = calls.get(id);
    calls.set(id, { name: before?.name ?? name, id: properties.workflow_id ?? id, calls: (before?.calls ?? 0) + 1 });
  }
  return [...calls.values()].sort((a, b) => compare(a.name, b.name));
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort(compare);
}

/** Not by anybody's alphabet: a page is the same wherever it is written. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
