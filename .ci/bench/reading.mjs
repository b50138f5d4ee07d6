// What each request of somebody who reads costs in the largest file, beside the tolerant parser on the same text.
import { readFileSync } from 'node:fs';
import { median } from './statistics.mjs';
import { keystrokes } from './texts.mjs';
import { time } from './rounds.mjs';

/** As many lines as a screen has. */
const screen = 60;

const requests = {
  'hover': (service, document, { position }) => service.hover(document, position),
  'hints, one screen': (service, document, { screen }) => service.inlayHints(document, screen),
  'hints, whole file': (service, document, { whole }) => service.inlayHints(document, whole),
  'definition': (service, document, { position }) => service.definition(document, position),
  'references': (service, document, { position }) => service.references(document, position),
  'highlights': (service, document, { position }) => service.highlights(document, position),
  'rename': (service, document, { position }) => {
    if ('name' in service.renamed(document, position)) return service.rename(document, position, 'Another name');
  },
  'outline': (service, document) => service.outline(document),
  'foldings': (service, document) => service.foldings(document),
  'selection': (service, document, { position }) => service.selectionRanges(document, [position]),
  'links': (service, document) => service.links(document),
  'calls': (service, document, { position }) => {
    const item = service.prepareCalls(document, position);
    if (item) return [service.incomingCalls(document, item.path), service.outgoingCalls(document, item.path)];
  },
  'completions': (service, document, { position }) => service.completions(document, position),
  'symbols': (service, document) => service.symbols(document),
};

/** For each request: the first one of a version whose findings are known, and a second one of the same version. */
export function reading({ parseTree }, service, path) {
  const texts = keystrokes(readFileSync(path, 'utf8'));
  const steps = Object.fromEntries(Object.keys(requests).map((name) => [name, []]));
  for (let step = -5; step < 15; step++) {
    for (const [name, request] of Object.entries(requests)) {
      const tree = time(texts.next().value, parseTree);
      const document = { uri: 'untitled:bench.json', text: texts.next().value };
      service.diagnose(document);
      const [one, other] = placesIn(document.text, step + 6);
      const first = time(document, () => request(service, document, one));
      const later = time(document, () => request(service, document, other));
      if (step >= 0) steps[name].push({ tree, first, later });
    }
  }
  return Object.entries(steps).map(([name, all]) => ({
    name,
    treeMs: median(all.map(({ tree }) => tree)),
    toTree: median(all.map(({ tree, first }) => first / tree)),
    first: median(all.map(({ first }) => first)),
    later: median(all.map(({ later }) => later)),
  }));
}

/** Two references, apart from each other, with the lines around them. */
function placesIn(text, number) {
  const lines = text.split('\n');
  const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  const found = lines.flatMap((each, line) => {
    const character = each.search(/\$(?:activity|workflow)\./);
    return character === -1 ? [] : [{ line, character: character + 2 }];
  });
  if (found.length === 0) throw new Error('The largest file holds no reference to ask about.');
  return [0.382, 0.618].map((part) => {
    const position = found[Math.floor(((number * part) % 1) * found.length)];
    const start = Math.max(0, position.line - screen / 2);
    return { position, whole, screen: { start: { line: start, character: 0 }, end: { line: start + screen, character: 0 } } };
  });
}
