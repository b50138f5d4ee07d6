// Two candidates over the same texts, in turn: what slows the machine down for a while slows down both.
import { fresh } from './texts.mjs';
import { median } from './statistics.mjs';

export function time(text, candidate) {
  const start = performance.now();
  candidate(text);
  return performance.now() - start;
}

/** One text at a time, as it comes from a file and goes with its turn: many kept at once would burden the collector. */
export function timeAll(texts, candidate) {
  return texts.reduce((sum, text) => sum + time(fresh(text), candidate), 0);
}

/**
 * Rounds of two measurements, and the median of the ratios of each round.
 * @param {() => number} measured milliseconds
 * @param {() => number} peer milliseconds
 * @param {{ warmUps: number, rounds?: number, onStart?: () => void }} options `onStart` is called when warm-up is over
 */
export function pairedRounds(measured, peer, { warmUps, rounds = 9, onStart = () => undefined }) {
  const results = [];
  for (let round = -warmUps; round < rounds; round++) {
    if (round === 0) onStart();
    const peerMs = peer();
    const ms = measured();
    if (round >= 0) results.push({ ms, peerMs });
  }
  return {
    ratio: median(results.map(({ ms, peerMs }) => ms / peerMs)),
    ms: median(results.map(({ ms }) => ms)),
    peerMs: median(results.map(({ peerMs }) => peerMs)),
  };
}

/** How many rounds over all texts it takes until the engine has compiled what they run through. */
export function warmUpsFor(texts, characters = 100_000_000) {
  return Math.ceil(characters / texts.reduce((sum, text) => sum + text.length, 0));
}
