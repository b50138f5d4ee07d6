import { tokenGenerators, type TokenGenerator } from '../catalog/atomics';
import { Grouped } from '../document/grouped';
import type { Activity, Dependency, Workflow, WorkflowExport } from '../document/workflow';
import type { JsonOperation } from '../edits/json-operation';
import type { FileAnalysis } from './file-analysis';
import { withPrefixOf, type Replacement } from './replacements';

const generatorById = new Map(tokenGenerators.map((atomic) => [atomic.id, atomic]));

export type Replacements = ReadonlyMap<Activity, Replacement>;

export interface StaleDependency {
  readonly dependency: Dependency;
  readonly workflow: Workflow;
  readonly atomic: TokenGenerator;
}

/** A list that names a retired atomic of which calls were replaced. */
export interface ReplacedDependency {
  /** The entry of the retired atomic. */
  readonly dependency: Dependency;
  readonly workflow: Workflow;
  readonly replacement: Replacement;
  /** What becomes of the list; `drop` where the successor is in it already. */
  readonly how: 'replace' | 'drop' | 'add';
  readonly operation: JsonOperation;
}

/** Generators that a list at some level of the file still names although no activity at any level calls them. */
export function staleDependencies(
  { workflows }: FileAnalysis,
  removed: ReadonlySet<Activity>,
  replacements: Replacements,
): StaleDependency[] {
  const listed = workflows.flatMap(({ export: { dependencies }, workflow }) =>
    dependencies.flatMap((dependency) => {
      const atomic = generatorById.get(dependency.id);
      return atomic ? [{ dependency, workflow, atomic }] : [];
    }),
  );
  if (listed.length === 0) return [];
  const needed = neededIds(workflows, removed, replacements);
  return listed.filter(({ atomic }) => !needed.has(atomic.id));
}

/** What becomes of the lists that name retired atomics. */
export function* replacedDependencies(
  { workflows }: FileAnalysis,
  removed: ReadonlySet<Activity>,
  replacements: Replacements,
): Iterable<ReplacedDependency> {
  if (replacements.size === 0) return;
  const needed = neededIds(workflows, removed, replacements);
  const byRetired = new Map([...replacements.values()].map((replacement) => [replacement.retired.id, replacement]));
  for (const { export: read, workflow } of workflows) {
    const called = new Set(calledWithin(read, workflows).map((activity) => replacements.get(activity)?.retired.id));
    for (const [list, entries] of new Grouped(read.dependencies.map((entry) => [entry.path.parent, entry] as const))) {
      const listed = new Set(entries.map(({ id }) => id));
      for (const [index, dependency] of entries.entries()) {
        const replacement = byRetired.get(dependency.id);
        const isNeeded = needed.has(dependency.id);
        if (!replacement || !list || (isNeeded && !called.has(dependency.id))) continue;
        const { successor } = replacement;
        const value = withPrefixOf(dependency.text, successor.id);
        const { path } = dependency;
        const common = { dependency, workflow, replacement };
        if (!isNeeded && listed.has(successor.id)) {
          yield { ...common, how: 'drop', operation: { kind: 'remove', path, withEmptyList: true } };
        } else if (!isNeeded) {
          yield { ...common, how: 'replace', operation: { kind: 'set', path, value } };
        } else if (!listed.has(successor.id)) {
          yield { ...common, how: 'add', operation: { kind: 'insert', path: list, at: index + 1, value } };
        }
        listed.add(successor.id);
      }
    }
  }
}

/** What the file calls once a migration is done, and what it defines itself. */
function neededIds(
  workflows: FileAnalysis['workflows'],
  removed: ReadonlySet<Activity>,
  replacements: Replacements,
): ReadonlySet<string> {
  const needed = new Set(workflows.map(({ workflow }) => workflow.id));
  for (const { workflow } of workflows) {
    for (const activity of workflow.activities) {
      const calledId = replacements.get(activity)?.successor.id ?? activity.calledId;
      if (calledId !== undefined && !removed.has(activity)) needed.add(calledId);
    }
  }
  return needed;
}

/** The activities of an export and of all that are embedded in it. */
function calledWithin(outer: WorkflowExport, workflows: FileAnalysis['workflows']): Activity[] {
  const isWithin = (read: WorkflowExport | undefined): boolean =>
    read !== undefined && (read === outer || isWithin(read.parent));
  return workflows.filter((inner) => isWithin(inner.export)).flatMap(({ workflow }) => [...workflow.activities]);
}
