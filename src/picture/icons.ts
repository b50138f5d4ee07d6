/** Line drawings of 14 by 14. */
const drawings = {
  workflow: 'M2 3h4v3H2zM8 8h4v3H8zM4 6v3.5h4',
  condition: 'M7 1.5 12.5 7 7 12.5 1.5 7z',
  loop: 'M11.5 5A5 5 0 1 0 12 7.5M12 2v3.5H8.5',
  parallel: 'M4 2v10M10 2v10',
  branch: 'M3 2v4a2 2 0 0 0 2 2h6M9 5.5 11.5 8 9 10.5',
  group: 'M2 4.5V2h2.5M9.5 2H12v2.5M12 9.5V12H9.5M4.5 12H2V9.5',
  call: 'M2.5 3.5h9v7h-9zM2.5 6h9',
  request: 'M1.5 5h9M8 2.5 10.5 5 8 7.5M12.5 9.5h-9M6 7l-2.5 2.5L6 12',
  variables: 'M3 4h8M3 7h8M3 10h5',
  script: 'M5 4 2 7l3 3M9 4l3 3-3 3',
  end: 'M3 7a4 4 0 1 0 8 0 4 4 0 1 0-8 0M5.5 7l1.200 1.200L8.800 6',
  jump: 'M3 7h8M8 4l3 3-3 3',
  step: 'M4.5 7a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0',
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

export function iconOf(type: string): string {
  return drawings[byType.get(type) ?? 'step'];
}
