import { cancelled, type Errand } from './errand';

interface Flight<T> {
  readonly result: Promise<T>;
  readonly controller: AbortController;
  askers: number;
}

/** One request for all who ask for the same at the same time. It is given up when the last of them has left. */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Flight<T>>();

  async run(key: string, errand: Errand, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (signal.aborted) throw cancelled(errand);
    const flight = this.#flights.get(key) ?? this.#start(key, work);
    flight.askers++;
    return new Promise<T>((resolve, reject) => {
      const leave = (): void => {
        reject(cancelled(errand));
        if (--flight.askers > 0) return;
        this.#end(key, flight);
        flight.controller.abort();
      };
      signal.addEventListener('abort', leave, { once: true });
      void flight.result.then(resolve, reject).then(() => {
        signal.removeEventListener('abort', leave);
      });
    });
  }

  /** Whoever asks from now on gets an answer from now on; those on the way still get theirs. */
  startAfresh(): void {
    this.#flights.clear();
  }

  #start(key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const flight: Flight<T> = { result: work(controller.signal), controller, askers: 0 };
    this.#flights.set(key, flight);
    const end = (): void => {
      this.#end(key, flight);
    };
    flight.result.then(end, end);
    return flight;
  }

  #end(key: string, flight: Flight<T>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }
}
