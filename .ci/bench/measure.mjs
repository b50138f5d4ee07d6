// One measurement in a process of its own: `measure.mjs NAME BUNDLE PATH`. Prints its result as JSON.
// No collection is forced: it would make the engine drop what it has learnt of the code.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { index, indexOne, lines } from './explorer.mjs';
import { reading } from './reading.mjs';
import { pairedRounds, time, timeAll, warmUpsFor } from './rounds.mjs';
import { damaged, damages, fresh, keystrokes, readTexts } from './texts.mjs';
import { lint } from './linter.mjs';
import { peakMemory } from './peak-memory.cjs';
import { median, quantile } from './statistics.mjs';

const [, , name, bundlePath, path] = process.argv;
const loaded = performance.now();
const bundle = createRequire(import.meta.url)(bundlePath);
const { createLanguageService, parseTree } = bundle;
const loading = performance.now() - loaded;

const configuration = { severities: {}, secureXTargets: [], namePatterns: [], suffixes: [], atomics: [], suppressions: [], updateDescription: true, replaceRetiredAtomics: true, replaceKeptAtomics: false };
const service = createLanguageService({ configuration: () => configuration });
const diagnose = (text) => service.diagnose({ uri: 'untitled:bench.json', text }).length;
const migrate = (text) => service.planMigration({ uri: 'untitled:bench.json', text }).changes.length;

const measurements = {
  'control': () => wholeSet((text) => JSON.parse(text) && 0),
  'diagnose': () => wholeSet(diagnose),
  'migrate': () => wholeSet(migrate),
  'linter': async () => wholeSet(await lint(), { warmUps: 1, rounds: 3 }),
  'keystroke': () => keystroke(),
  'broken': () => broken(),
  'first call': () => firstCall(diagnose),
  'scale diagnose': () => scale(diagnose),
  'scale migrate': () => scale(migrate),
  'reading': () => reading(bundle, service, path),
  'lines': () => lines(bundle, service, path),
  'index': () => index(bundle, service, path),
  'index one': () => indexOne(bundle, service, path),
};
console.log(JSON.stringify(await measurements[name]()));

/** The same bytes through JSON.parse and through `candidate`. */
function wholeSet(candidate, { warmUps, rounds = 9 } = {}) {
  const texts = readTexts(path);
  let found = 0;
  const ours = () => timeAll(texts, (text) => (found += candidate(text)));
  const json = () => timeAll(texts, JSON.parse);
  const options = { warmUps: warmUps ?? warmUpsFor(texts), rounds, onStart: () => (found = 0) };
  const { ratio, ms, peerMs } = pairedRounds(ours, json, options);
  return { ratio, ms, jsonMs: peerMs, found: found / rounds };
}

/** From the text after a key was pressed to its findings. */
function keystroke() {
  const texts = keystrokes(readFileSync(path, 'utf8'));
  const steps = [];
  for (let step = -15; step < 60; step++) {
    const json = time(texts.next().value, JSON.parse);
    const tree = time(texts.next().value, parseTree);
    const ours = time(texts.next().value, diagnose);
    if (step >= 0) steps.push({ json, tree, ours });
  }
  return {
    toJson: median(steps.map(({ json, ours }) => ours / json)),
    toTree: median(steps.map(({ tree, ours }) => ours / tree)),
    treeToJson: median(steps.map(({ json, tree }) => tree / json)),
    ms: median(steps.map(({ ours }) => ours)),
    p95: quantile(steps.map(({ ours }) => ours), 0.95),
  };
}

/** From a text that does not parse to its findings, by kind of damage. */
function broken() {
  const text = readFileSync(path, 'utf8');
  const sources = Object.entries(damages).map(([kind, damage]) => ({ kind, texts: damaged(text, damage), steps: [] }));
  for (let step = -3; step < 12; step++) {
    for (const { kind, texts, steps } of sources) {
      const [one, other] = [texts.next().value, texts.next().value];
      if (isValid(one) || isValid(other)) throw new Error(`"${kind}" leaves the text valid.`);
      const tree = time(one, parseTree);
      const ours = time(other, diagnose);
      if (step >= 0) steps.push({ tree, ours });
    }
  }
  const all = sources.flatMap(({ steps }) => steps);
  const ratio = (steps) => median(steps.map(({ tree, ours }) => ours / tree));
  return {
    toTree: ratio(all),
    kinds: Object.fromEntries(sources.map(({ kind, steps }) => [kind, ratio(steps)])),
    treeMs: median(all.map(({ tree }) => tree)),
    ms: median(all.map(({ ours }) => ours)),
    p95: quantile(all.map(({ ours }) => ours), 0.95),
  };
}

/** What the very first call costs beyond later ones; loading is told apart. */
function firstCall(candidate) {
  const text = readFileSync(path, 'utf8');
  const texts = keystrokes(text);
  const first = time(fresh(text), candidate);
  const later = median(Array.from({ length: 15 }, () => time(texts.next().value, candidate)));
  return { extra: first - later, first, later, loading };
}

/** One file: its time beside JSON.parse, and by how much the first call raises the peak of memory. */
function scale(candidate) {
  const text = readFileSync(path, 'utf8');
  const before = peakMemory();
  const first = time(fresh(text), candidate);
  const memory = peakMemory() - before;
  // Without this, code that is not yet compiled would make small files look slow, and growth harmless.
  for (const start = performance.now(); performance.now() - start < 1000; ) candidate(fresh(text));
  const results = [];
  for (const start = performance.now(); results.length < 1 || (results.length < 7 && performance.now() - start < 2000); ) {
    const json = time(fresh(text), JSON.parse);
    results.push({ json, ours: time(fresh(text), candidate) });
  }
  const ratio = median(results.map(({ json, ours }) => ours / json));
  return { bytes: Buffer.byteLength(text), first, memory, ratio, ms: median(results.map(({ ours }) => ours)) };
}

function isValid(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
