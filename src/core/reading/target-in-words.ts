import type { TargetRole } from '../analysis/targets';
import { isRequest } from '../analysis/requests';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import { integrationIn } from '../catalog/integrations';
import type { Activity, Workflow } from '../document/workflow';
import { listed } from '../text/wording';

const roles: Readonly<Record<TargetRole, string>> = {
  securex: ', which a token key can serve',
  token: ', from which access tokens are fetched',
  orbital: ', a target of Orbital',
  other: '',
  unknown: '',
};

/** On which target something runs, as far as the file tells; nothing for what runs on none. */
export function* targetInWords(of: Activity | Workflow, { targets }: WorkflowAnalysis): Iterable<string> {
  const isActivity = 'workflow' in of;
  if (isActivity && !isRequest(of) && of.calledId === undefined && !of.properties.target) return;
  const { names, id, role, isInherited } = isActivity ? targets.ofActivity(of) : targets.ofWorkflow(of);
  const where = names.length > 0 ? listed(names) : id && byId(id.text);
  if (where === undefined) return;
  yield `It runs on ${isInherited ? "its workflow's target, " : ''}${where}${roles[role]}.`;
}

function byId(text: string): string {
  const integration = integrationIn(text);
  return integration ? `a target of the integration ${integration.product}` : 'a target that this file does not hold';
}
