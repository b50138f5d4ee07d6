import * as vscode from 'vscode';

/**
 * Commands whose code is loaded with the first of them that somebody calls.
 * @param load gives what registers all of them.
 */
export function registerOnDemand(
  ids: readonly string[],
  load: () => Promise<() => vscode.Disposable>,
): vscode.Disposable {
  let registered: Promise<vscode.Disposable> | undefined;
  let isDisposed = false;
  const replaceStubs = async (): Promise<vscode.Disposable> => {
    const register = await load();
    for (const stub of stubs) stub.dispose();
    return isDisposed ? new vscode.Disposable(() => undefined) : register();
  };
  const stubs = ids.map((id) =>
    vscode.commands.registerCommand(id, async (...given: readonly unknown[]): Promise<unknown> => {
      await (registered ??= replaceStubs());
      return vscode.commands.executeCommand(id, ...given);
    }),
  );
  return new vscode.Disposable(() => {
    isDisposed = true;
    for (const stub of stubs) stub.dispose();
    void registered?.then((commands) => commands.dispose() as unknown);
  });
}
