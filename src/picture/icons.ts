/** Line drawings of 14 by 14, each step told from the one before, so that they can begin anywhere. */
const drawings = {
  workflow: 'm2 3h4v3h-4zm6 5h4v3h-4zm-4-2v3.5h4',
  condition: 'm7 1.5 5.5 5.5-5.5 5.5-5.5-5.5z',
  loop: 'm11.5 5a5 5 0 1 0 .5 2.5m0-5.5v3.5h-3.5',
  parallel: 'm4 2v10m6-10v10',
  branch: 'm3 2v4a2 2 0 0 0 2 2h6m-2-2.5 2.5 2.5-2.5 2.5',
  group: 'm2 4.5v-2.5h2.5m5 0h2.5v2.5m0 5v2.5h-2.5m-5 0h-2.5v-2.5',
  call: 'm2.5 3.5h9v7h-9zm0 2.5h9',
  request: 'm1.5 5h9m-2.5-2.5 2.5 2.5-2.5 2.5m4.5 2h-9m2.5-2.5-2.5 2.5 2.5 2.5',
  variables: 'm3 4h8m-8 3h8m-8 3h5',
  script: 'm5 4-3 3 3 3m4-6 3 3-3 3',
  end: 'm3 7a4 4 0 1 0 8 0 4 4 0 1 0-8 0m2.5 0 1.2 1.2 2.1-2.2',
  jump: 'm3 7h8m-3-3 3 3-3 3',
  step: 'm4.5 7a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0',
} as const;

const byType: ReadonlyMap<string, keyof typeof drawings> = new Map(
  Object.entries({
    'generic.workflow': 'workflow',
    'logic.if_else': 'condition',
    'logic.condition_block': 'branch',
    'logic.parallel': 'parallel',
    'logic.parallel_block': 'branch',
    'logic.for_each': 'loop',
    'logic.while': 'loop',
    'logic.group': 'group',
    'logic.completed': 'end',
    'logic.break': 'jump',
    'logic.continue': 'jump',
    'workflow.atomic_workflow': 'call',
    'workflow.sub_workflow': 'workflow',
    'web-service.http_request': 'request',
    'core.set_multiple_variables': 'variables',
    'python3.script': 'script',
  } as const),
);

/** As the `d` of an SVG path, with that corner at the top left. */
export function iconAt(x: number, y: number, type: string): string {
  return `M${x} ${y}${drawings[byType.get(type) ?? 'step']}`;
}
