import type { Reference, Workflow, WorkflowFile } from '../document/workflow';

export type Missing = 'activity' | 'variable' | 'workflow';

export interface DanglingReference {
  readonly reference: Reference;
  readonly workflow: Workflow;
  readonly missing: Missing;
}

/** An id, not one of the properties that every activity and every workflow has. */
const idLike = /^[0-9A-Za-z]{20,}$/;
const ownScopes: ReadonlySet<string> = new Set(['local', 'input', 'output', 'static']);

/** References to an activity or a variable that the workflow does not hold. */
export function findDanglingReferences(file: WorkflowFile): DanglingReference[] {
  const found: DanglingReference[] = [];
  for (const { workflow } of file.exports) {
    for (const reference of workflow.allReferences) {
      const missing = missingFrom(workflow, reference);
      if (missing) found.push({ reference, workflow, missing });
    }
  }
  return found;
}

function missingFrom(workflow: Workflow, reference: Reference): Missing | undefined {
  if (reference.source ?? reference.variable) return undefined;
  const { kind, owner, scope, member } = reference.to;
  // Some texts name activities as a person reads them; only an id can be looked up.
  if (kind === 'activity') return /^\w+$/.test(owner) ? 'activity' : undefined;
  if (kind !== 'workflow' || !ownScopes.has(scope)) return undefined;
  if (owner !== workflow.id) return 'workflow';
  const [id = ''] = member.split('.');
  return idLike.test(id) ? 'variable' : undefined;
}
