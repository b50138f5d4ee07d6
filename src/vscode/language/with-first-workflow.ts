import * as vscode from 'vscode';
import type { ActiveWorkflow } from '../active-workflow';

/**
 * Registers what is of use in workflows alone once the first is in sight: until then its code need not be loaded.
 * @param load gives what registers it.
 */
export function registerWithFirstWorkflow(
  active: ActiveWorkflow,
  load: () => Promise<() => vscode.Disposable>,
): vscode.Disposable {
  let registered: vscode.Disposable | undefined;
  let isDisposed = false;
  const subscription = active.onDidChange((document) => {
    if (document?.summary?.isWorkflow !== true) return;
    subscription.dispose();
    void register();
  });

  async function register(): Promise<void> {
    const registerAll = await load();
    if (isDisposed) return;
    registered = registerAll();
    // Some of it waits for the next workflow in sight, and this one is.
    active.refresh();
  }

  return new vscode.Disposable(() => {
    isDisposed = true;
    subscription.dispose();
    registered?.dispose();
  });
}
