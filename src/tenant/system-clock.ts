import type { Clock } from './ports';

/** The platform's timers, which every host has and types in its own way. */
export interface Timers<Timer> {
  readonly setTimeout: (callback: () => void, milliseconds: number) => Timer;
  readonly clearTimeout: (timer: Timer) => void;
}

/** The time as it is. */
export function systemClock<Timer>({ setTimeout: start, clearTimeout: stop }: Timers<Timer>): Clock {
  return {
    now: () => Date.now(),
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        const end = (): void => {
          stop(timer);
          signal.removeEventListener('abort', end);
          resolve();
        };
        const timer = start(end, milliseconds);
        signal.addEventListener('abort', end, { once: true });
        if (signal.aborted) end();
      }),
  };
}
