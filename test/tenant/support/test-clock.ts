import type { Clock } from '../../../src/tenant/ports';

/** What a request may take; waits of this length are time-outs, shorter ones are pauses. */
export const timeout = 30_000;

interface Timer {
  readonly at: number;
  readonly end: () => void;
}

/** A clock that stands still until it is told to go. Pauses are over at once, and noted; time-outs wait for `advance`. */
export class TestClock implements Clock {
  readonly pauses: number[] = [];
  #now = Date.parse('2026-11-20T08:00:00.000Z');
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.#now;
  }

  /** How many waits have not ended. */
  get waiting(): number {
    return this.#timers.size;
  }

  wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    if (milliseconds < timeout) {
      this.pauses.push(milliseconds);
      this.advance(milliseconds);
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const end = (): void => {
        this.#timers.delete(timer);
        resolve();
      };
      const timer = { at: this.#now + milliseconds, end };
      this.#timers.add(timer);
      signal.addEventListener('abort', end, { once: true });
    });
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
    for (const timer of this.#timers) {
      if (timer.at <= this.#now) timer.end();
    }
  }
}
