import { JsonPathNode } from '../document/json-path';
import { exportSchema } from '../document/schema';
import type { Rule } from './rule';

export const workflowSchema: Rule = {
  code: 'workflow-schema',
  severity: 'error',
  summary: 'A shape that the format does not allow.',
  fix: 'none',
  isInFixAll: false,
  tags: [],
  isPartOfMigration: false,
  *check({ file, document }) {
    for (const { uniqueName, path } of file.doubled) {
      yield {
        path: path.child('unique_name'),
        message: `The id ${uniqueName} stands twice in one workflow, so nobody can tell which is meant by a reference. Nothing here is migrated: give one of the two an id of its own.`,
      };
    }
    // Reading the file has told already that all is well, at no cost; the schema tells what is not.
    // In broken text odd shapes follow from what is broken.
    if (!file.isOdd || document.syntaxErrors.length > 0) return;
    const root = JsonPathNode.root();
    for (const issue of exportSchema.safeParse(document.value).error?.issues ?? []) {
      const keys = issue.path.filter((key) => typeof key !== 'symbol');
      yield {
        path: root.descendant(keys),
        message: `${explain(issue)} The product would refuse or misread the file, so nothing here is migrated: correct it, or export the workflow anew.`,
      };
    }
  },
};

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'an object',
  record: 'an object',
  string: 'a text',
};

function explain({ path, expected }: { readonly path: readonly PropertyKey[]; readonly expected?: unknown }): string {
  const name = path.findLast((key) => typeof key === 'string') ?? 'file';
  const what = typeof path.at(-1) === 'number' ? `An entry of "${name}"` : `"${name}"`;
  const kind = kinds[String(expected)];
  return kind ? `${what} must be ${kind}.` : `${what} has a shape that the format does not allow.`;
}
