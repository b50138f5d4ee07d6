import { tokenKeyType } from '../catalog/targets';
import { maskedAddress, maskedHost } from '../text/mask';
import { quoted } from '../text/wording';
import type { Vocabulary } from '../vocabulary';
import type { DocumentReading } from './document-reading';
import { introduce } from './introduce';
import { propertiesIn, textOf } from './properties';
import type { ObjectThing, Section } from './thing';
import { globalVariableFacts, inPlaces, readAndWritten } from './variable-facts';

/** What there is to know of something that an export brings along or asks for. */
export function* objectFacts(thing: ObjectThing, reading: DocumentReading): Iterable<string> {
  const { section, value } = thing;
  if (!value) yield 'This file does not hold it, so its name is not known.';
  if (section === 'variables') {
    if (value) yield* globalVariableFacts(thing, reading);
    else yield readAndWritten(thing, reading);
    return;
  }
  const type = textOf(propertiesIn(value).type) ?? textOf(value?.type);
  if (type !== undefined && !saysNothing.has(section)) {
    yield `Its type is ${typeInWords(type, reading.analysis.vocabulary())}.`;
  }
  if (section === 'targets') yield* targetFacts(propertiesIn(value));
  if (section === 'triggers') yield* triggerFacts(thing, reading);
}

/** Where each has the same type, which is the section's name. */
const saysNothing: ReadonlySet<Section> = new Set<Section>(['target_groups', 'categories', 'schedules']);

/** The product's names of account keys; of what has none, the type itself. */
function typeInWords(type: string, { tokenKeyType: tokenKey }: Vocabulary): string {
  if (type === tokenKeyType) return tokenKey;
  if (type === 'runtime_user.web-service_basic_credentials') return 'HTTP Basic Authentication';
  return type.replaceAll('_', ' ');
}

function* targetFacts({
  protocol,
  host,
  port,
  path,
  no_runtime_user: hasNoKey,
}: Readonly<Record<string, unknown>>): Iterable<string> {
  if (textOf(host) !== undefined) {
    const start = textOf(protocol) === undefined ? '' : `${textOf(protocol)}://`;
    const behind = typeof port === 'number' && port > 0 ? `:${port}` : '';
    yield `It leads to ${start}${maskedHost(textOf(host) ?? '')}${behind}${maskedAddress(textOf(path) ?? '')}.`;
  }
  if (hasNoKey === true) yield 'It has no account key.';
}

function* triggerFacts(thing: ObjectThing, reading: DocumentReading): Iterable<string> {
  const { ref_id: awaitedId, disabled } = thing.value ?? {};
  const awaited = typeof awaitedId === 'string' ? reading.things.object(awaitedId) : undefined;
  if (awaited?.value) {
    const { name, what } = introduce(awaited, reading);
    yield `It waits for the ${what} ${quoted(name)}.`;
  }
  if (disabled === true) yield 'It is switched off.';
  const reads = reading.mentionsOf(thing).filter(({ role }) => role === 'read').length;
  if (reads > 0) yield `What it brings along is read ${inPlaces(reads)}.`;
}
