import * as vscode from 'vscode';

/** Shows that something goes on, and lets the user end it. */
export function withSignal<T>(
  title: string,
  task: (signal: AbortSignal, progress: vscode.Progress<{ message: string }>) => Promise<T>,
): Thenable<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (progress, token) => {
    const running = new AbortController();
    token.onCancellationRequested(() => {
      running.abort();
    });
    return task(running.signal, progress);
  });
}
