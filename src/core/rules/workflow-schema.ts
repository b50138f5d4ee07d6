import { JsonPathNode } from '../document/json-path';
import { exportSchema } from '../document/schema';
import type { Rule } from './rule';

export const workflowSchema: Rule = {
  code: 'workflow-schema',
  severity: 'error',
  summary: 'A shape that the format does not allow.',
  fix: 'none',
  tags: [],
  isPartOfMigration: false,
  *check({ file, document }) {
    // Reading the file has told already that all is well, at no cost; the schema tells what is not.
    if (!file.isOdd) return;
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

function explain(issue: {
  readonly code: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly expected?: unknown;
}): string {
  const name = issue.path.findLast((key) => typeof key === 'string') ?? 'file';
  return issue.code === 'invalid_type'
    ? `"${name}" is not of type ${String(issue.expected)}.`
    : `"${name}" has a shape that the format does not allow.`;
}
