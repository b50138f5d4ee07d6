/** Gives way to the event loop: signals such as Ctrl-C only arrive between its turns. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
