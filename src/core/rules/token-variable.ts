import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import type { Variable } from '../document/workflow';
import type { JsonOperation } from '../edits/json-operation';
import type { Rule } from './rule';

export const tokenVariable: Rule = {
  code: 'token-variable',
  severity: 'info',
  summary: 'A variable that only carries a token or its time.',
  fix: 'safe',
  isInFixAll: false,
  tags: ['unnecessary'],
  isPartOfMigration: false,
  *check({ workflows }) {
    for (const analysis of workflows) {
      const secureX = new Set(analysis.secureXGenerators);
      for (const [cargo, words] of [
        ['token', 'an access token'],
        ['time', 'the time of an access token'],
      ] as const) {
        for (const variable of analysis.flow.carriers[cargo]) {
          if (!carriesOnly(variable, analysis, secureX)) continue;
          const isRead = analysis.readsOf(variable).length > 0;
          yield {
            path: variable.path.child('properties').child('name'),
            message: isRead
              ? `"${variable.name}" only carries ${words}. It goes with the token.`
              : `"${variable.name}" only carries ${words}, and nothing reads it: remove it.`,
            tags: isRead ? [] : ['unnecessary'],
            workflow: analysis.workflow.title,
            isFixable: !isRead,
            repairs: () =>
              isRead
                ? []
                : [
                    {
                      title: `Remove the variable "${variable.name}" and what is stored in it`,
                      isSafe: true,
                      operations: removal(variable, analysis),
                    },
                  ],
          };
        }
      }
    }
  },
};

/** Whether every assignment stores a SecureX token or its time in the variable. */
function carriesOnly(variable: Variable, { flow }: WorkflowAnalysis, secureX: ReadonlySet<unknown>): boolean {
  return flow
    .assignmentsTo(variable)
    .every(({ value }) => value && flow.cargo(value) && flow.sources(value).some((source) => secureX.has(source)));
}

/** The variable and what is stored in it; an activity that stores nothing else goes where nobody refers to it. */
function removal(variable: Variable, analysis: WorkflowAnalysis): JsonOperation[] {
  const { flow, workflow } = analysis;
  const isEveryVariable = workflow.variables.length === 1;
  const operations: JsonOperation[] = isEveryVariable
    ? [{ kind: 'set', path: workflow.path.child('variables'), value: null }]
    : [{ kind: 'remove', path: variable.path }];
  for (const { activity, path } of flow.assignmentsTo(variable)) {
    const isWholeActivity =
      flow.assignmentsOf(activity).every((assignment) => assignment.variable === variable) &&
      analysis.referencesTo(activity).length === 0;
    operations.push(
      isWholeActivity
        ? { kind: 'remove', path: activity.path, withEmptyList: activity.parent !== undefined }
        : { kind: 'remove', path },
    );
  }
  return operations;
}
