import { integrationIn, secureXExternalIds } from '../catalog/integrations';
import { findReferences } from '../document/reference';
import { countOf, quoted } from '../text/wording';
import type { DocumentReading } from './document-reading';
import type { Introduction } from './introduce';
import type { ExpressionThing } from './thing';

/** @param event the one whose output it may be. */
export function introduceExpression({ text }: ExpressionThing, event: Introduction | undefined): Introduction {
  const integration = integrationIn(text);
  if (integration) {
    const { product, externalId, endpoint } = integration;
    const of = product === '' ? 'an integration' : `the integration ${quoted(product)}`;
    return { name: endpoint ?? externalId, what: `target of ${of}` };
  }
  const [reference] = findReferences(text);
  if (reference?.kind === 'targetgroup') {
    return { name: reference.member || text, what: `property of each target of the type ${quoted(reference.owner)}` };
  }
  const of = event ? `the ${event.what} ${quoted(event.name)}` : 'an event';
  // `$output.incident.title$`: whatever stands behind the first dot is a name of the event's own.
  return { name: text.slice('$output.'.length, -1) || 'output', what: `what ${of} brings along` };
}

export function* expressionFacts(thing: ExpressionThing, reading: DocumentReading): Iterable<string> {
  const integration = integrationIn(thing.text);
  if (!integration) {
    if (thing.text.startsWith('$targetgroup.')) yield 'By it the criteria choose among the targets of a group.';
    return;
  }
  const api = secureXExternalIds.get(integration.externalId);
  if (api !== undefined) yield `It leads to the ${api} APIs, which a token key can serve.`;
  yield 'The integration keeps it together with its account key, so no file holds it.';
  const count = reading.mentionsOf(thing).length;
  yield `${countOf(count, 'activity or workflow chooses', 'activities and workflows choose')} it in this file.`;
}
