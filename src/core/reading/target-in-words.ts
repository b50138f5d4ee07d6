import type { TargetRole } from '../analysis/targets';
import { isRequest } from '../analysis/requests';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import type { Activity, Workflow } from '../document/workflow';
import { listed } from '../text/wording';

const roles: Readonly<Record<TargetRole, string>> = {
  securex: ', a target of SecureX or Cisco XDR that a token key serves',
  token: ', the target that access tokens are fetched from',
  orbital: ', a target of Orbital',
  other: '',
  unknown: '',
};

/** On which target something runs, as far as the file tells; nothing for what runs on none. */
export function* targetInWords(of: Activity | Workflow, { targets }: WorkflowAnalysis): Iterable<string> {
  const isActivity = 'workflow' in of;
  if (isActivity && !isRequest(of) && of.calledId === undefined && !of.properties.target) return;
  const { names, id, role, isInherited } = isActivity ? targets.ofActivity(of) : targets.ofWorkflow(of);
  const where = names.length > 0 ? listed(names) : id?.text;
  if (where === undefined) return;
  const chosen = isInherited ? ' as the workflow does' : '';
  yield `It runs on ${where}${roles[role]}${chosen}.`;
}
