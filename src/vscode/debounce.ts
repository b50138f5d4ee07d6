/** Of several tasks with one key runs the last, once the key has been quiet for a while. */
export class KeyedDebounce {
  readonly #timers = new Map<string, unknown>();

  run(key: string, milliseconds: number, task: () => void): void {
    this.cancel(key);
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        task();
      }, milliseconds),
    );
  }

  cancel(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }

  dispose(): void {
    for (const key of [...this.#timers.keys()]) this.cancel(key);
  }
}
