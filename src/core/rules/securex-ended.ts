import type { ResolvedTarget, TargetResolver } from '../analysis/targets';
import { integrationIn, isSecureXIntegration } from '../catalog/integrations';
import { secureXOrchestrationHost, tokenTargetName } from '../catalog/targets';
import { pairOfSecureXName } from '../catalog/xdr-names';
import { visitStrings } from '../document/visit-strings';
import type { Activity, Workflow } from '../document/workflow';
import type { Finding, Rule, RuleContext } from './rule';

export const secureXEnded: Rule = {
  code: 'securex-ended',
  severity: 'info',
  summary: 'A file that still names targets, integrations or hosts of SecureX, which ended on 31 July 2024.',
  fix: 'none',
  isInFixAll: false,
  tags: [],
  isPartOfMigration: false,
  *check(context) {
    const first = firstChoice(context) ?? firstHost(context);
    if (first) yield first;
  },
};

/** The first place, in the order of the file, where a target is chosen that is SecureX's by its name or its integration. */
function firstChoice({ workflows }: RuleContext): Finding | undefined {
  for (const { workflow, targets } of workflows) {
    const ofWorkflow = choiceOf(targets.ofWorkflow(workflow), targets, workflow, undefined);
    if (ofWorkflow) return ofWorkflow;
    for (const { activity, target } of targets.chosenIn(workflow)) {
      const found = choiceOf(target, targets, workflow, activity);
      if (found) return found;
    }
  }
  return undefined;
}

function choiceOf(
  target: ResolvedTarget,
  targets: TargetResolver,
  workflow: Workflow,
  activity: Activity | undefined,
): Finding | undefined {
  const { role, names, id, isInherited } = target;
  if (isInherited || (role !== 'securex' && role !== 'token')) return undefined;
  const who = activity ? `"${activity.title}"` : `The workflow "${workflow.title}"`;
  const whose = { workflow: workflow.title, ...(activity ? { activity } : {}) };
  for (const [index, name] of names.entries()) {
    const there = inXdr(name, targets);
    const path = target.namePaths()[index] ?? id?.path;
    if (there !== undefined && path) {
      return { path, message: `${who} runs on ${name}, which is a name of SecureX. ${ended} ${there}`, ...whose };
    }
  }
  if (!id || !isSecureXIntegration(id.text) || integrationIn(id.text)?.product !== 'SecureX') return undefined;
  const message = `${who} runs on ${id.text}, an integration as SecureX called it. ${ended} Its integrations say Cisco XDR in that place: see after an import that the target is found, and choose it anew if not.`;
  return { path: id.path, message, ...whose };
}

/** What a name of SecureX means in Cisco XDR, and what to do; nothing for a name that is none. */
function inXdr(name: string, targets: TargetResolver): string | undefined {
  const pair = pairOfSecureXName(targets.usualNameOf(name));
  if (pair) {
    const is = pair.isInferred ? 'presumably is' : 'is';
    return `There, the target ${is} ${pair.xdr}: make sure that your tenant has one named ${name}, or move the workflow to the XDR targets.`;
  }
  if (!tokenTargetName.test(name)) return undefined;
  return 'There, nothing stands for that target, which only serves to make access tokens: migrate the workflow, or make sure that your tenant has it.';
}

function firstHost({ document, file }: RuleContext): Finding | undefined {
  const root = file.exports[0]?.path;
  // Found natively in next to no time, where a look at every string would cost as much as another rule.
  if (!document.text.includes('securex-ao.')) return undefined;
  let found: Finding | undefined;
  visitStrings(document.value, (text, keys, isKey) => {
    const match = found || isKey ? null : secureXOrchestrationHost.exec(text);
    if (!match || !root) return;
    const [host] = match;
    const message = `The host ${host} was one of SecureX orchestration. ${ended} Whatever still calls that host fails: the Automation API of Cisco XDR is at ${host.replace(/^securex-ao/i, 'automate')}.`;
    found = { path: root.descendant(keys), part: { start: match.index, end: match.index + host.length }, message };
  });
  return found;
}

const ended = 'SecureX ended on 31 July 2024, and its workflows run in Cisco XDR Automation now.';
