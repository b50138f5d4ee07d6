// What the explorer costs, measured in a process of its own: see measure.mjs.
import { generateTenant } from './generated-tenant.mjs';
import { pairedRounds, time, timeAll, warmUpsFor } from './rounds.mjs';
import { median } from './statistics.mjs';
import { fresh, readTexts } from './texts.mjs';

/**
 * From the texts that a tenant answers to all lines of its opened sections: parsed, checked, made a state, judged, and
 * held against the index of the workspace. The first time is when somebody waits.
 */
export async function lines(bundle, service, path) {
  const index = indexOf(bundle, service, readTexts(path));
  const client = bundle.createTenantClient(portsOf(generateTenant(1000, 300)), { token: 'https://tenant.example/token', api: 'https://tenant.example/api' });
  let count = 0;
  const once = async () => {
    const start = performance.now();
    const state = bundle.stateOfSnapshot(await client.takeSnapshot(AbortSignal.any([])), 'live');
    const view = { id: '1', name: 'Generated', place: 'here', isActive: true, isSnapshot: false, isLoading: false, state, quota: client.quota };
    const opened = bundle.tenantNodes([view], index, Date.now()).flatMap((tenant) => [tenant, ...opensTo(tenant)]);
    const sections = opened.filter(({ kind }) => kind === 'section').flatMap(opensTo);
    count = opened.length + sections.length;
    return performance.now() - start;
  };
  const first = await once();
  const later = [];
  while (later.length < 15) later.push(await once());
  return { first, later: median(later), count };
}

/** All files into a new index, beside all rules over the same files. */
export function index(bundle, service, path) {
  const texts = readTexts(path);
  const check = (text) => service.diagnose({ uri: 'untitled:bench.json', text }).length;
  const indexAll = () => {
    const start = performance.now();
    indexOf(bundle, service, texts);
    return performance.now() - start;
  };
  return pairedRounds(indexAll, () => timeAll(texts, check), { warmUps: warmUpsFor(texts) });
}

/** Each file once more into an index that holds all, one at a time, beside all into a new one. */
export function indexOne(bundle, service, path) {
  const texts = readTexts(path);
  const all = indexOf(bundle, service, texts);
  const each = [];
  const updateEach = () => {
    const times = texts.map((text, at) => time(fresh(text), (changed) => take(all, service, changed, at)));
    each.push(...times);
    return times.reduce((sum, ms) => sum + ms, 0) / texts.length;
  };
  const indexAll = () => time('', () => indexOf(bundle, service, texts));
  const { ratio, ms, peerMs } = pairedRounds(updateEach, indexAll, { warmUps: warmUpsFor(texts), onStart: () => (each.length = 0) });
  return { ratio, ms, peerMs, files: texts.length, slowest: Math.max(...each) };
}

function indexOf({ WorkspaceIndex }, service, texts) {
  const index = new WorkspaceIndex();
  for (const [at, text] of texts.entries()) index.set(uriOf(at), service.inventory({ uri: uriOf(at), text: fresh(text) }));
  shown(index);
  return index;
}

function take(index, service, text, at) {
  index.set(uriOf(at), service.inventory({ uri: uriOf(at), text }));
  shown(index);
}

/** What an index finds out when it is first asked. */
function shown(index) {
  return index.state.targets.length + index.namesWithoutDefinition.length;
}

const uriOf = (at) => `untitled:bench-${at}.json`;
const opensTo = ({ children }) => children?.() ?? [];

/** A network that answers at once. */
function portsOf(tenant) {
  const texts = Object.fromEntries(Object.entries(tenant).map(([name, items]) => [name, JSON.stringify(items)]));
  const token = JSON.stringify({ access_token: 'invented', token_type: 'Bearer', expires_in: 600 });
  return {
    fetch: async (url) => {
      const text = fresh(texts[/\/v1\/(\w+)/.exec(url)?.[1]] ?? token);
      return { status: 200, headers: { get: () => null }, text: async () => text };
    },
    clock: { now: () => Date.now(), wait: () => new Promise(() => undefined) },
    credentials: async () => ({ clientId: 'client', clientSecret: 'invented' }),
  };
}
