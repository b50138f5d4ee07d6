import { isRequest } from '../analysis/requests';
import type { Activity } from '../document/workflow';
import type { Finding, Rule } from './rule';

const tokenUrl = '/oauth2/token';
/** The token endpoint of the three regions, as a script would write it. */
const tokenEndpoint = /visibility(?:\.(?:eu|apjc))?\.amp\.cisco\.com\/iroh\/oauth2\/token/i;

export const inlineTokenRequest: Rule = {
  code: 'inline-token-request',
  severity: 'info',
  summary: 'A token fetched by hand: a request to /oauth2/token on a SecureX target, or a script that makes one.',
  fix: 'none',
  isInFixAll: false,
  tags: [],
  isPartOfMigration: false,
  *check({ workflows, vocabulary }) {
    for (const { workflow, targets } of workflows) {
      for (const activity of workflow.activities) {
        const place = isRequest(activity) ? requestOf(activity) : scriptOf(activity);
        if (!place) continue;
        const role = isRequest(activity) ? targets.ofActivity(activity).role : 'securex';
        if (role !== 'securex' && role !== 'token') continue;
        yield {
          ...place,
          message: `"${activity.title}" fetches an access token by hand, which dies after ten minutes. With the ${vocabulary().tokenKey} on the target of the calls that use it none is needed.`,
          activity,
          workflow: workflow.title,
        };
      }
    }
  },
};

function requestOf({ properties, path }: Activity): Pick<Finding, 'path'> | undefined {
  const url = properties.relative_url;
  const isToken = typeof url === 'string' && url.includes(tokenUrl);
  return isToken ? { path: path.child('properties').child('relative_url') } : undefined;
}

function scriptOf({ properties, path }: Activity): Pick<Finding, 'path' | 'part'> | undefined {
  const script = properties.script;
  const match = typeof script === 'string' ? tokenEndpoint.exec(script) : null;
  if (!match) return undefined;
  return {
    path: path.child('properties').child('script'),
    part: { start: match.index, end: match.index + match[0].length },
  };
}
