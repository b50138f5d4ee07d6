import { findDanglingReferences, type Missing } from '../analysis/dangling-references';
import type { Rule } from './rule';

const words: Readonly<Record<Missing, string>> = {
  activity: 'an activity that the workflow does not hold',
  variable: 'a variable that the workflow does not hold',
  workflow: 'a variable of another workflow',
};

export const danglingReference: Rule = {
  code: 'dangling-reference',
  severity: 'error',
  summary: 'A reference to an activity or a variable that the workflow does not hold.',
  fix: 'none',
  isInFixAll: false,
  tags: [],
  isPartOfMigration: false,
  *check({ file }) {
    for (const { reference, workflow, missing } of findDanglingReferences(file)) {
      const { index, text } = reference.to;
      yield {
        path: reference.path,
        part: { start: index, end: index + text.length },
        message: `This refers to ${words[missing]}, so it has no value when the workflow runs. Choose another reference, or restore what was deleted.`,
        workflow: workflow.title,
        ...(reference.activity ? { activity: reference.activity } : {}),
      };
    }
  },
};
