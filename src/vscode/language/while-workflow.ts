import type * as vscode from 'vscode';
import type { ActiveWorkflow } from '../active-workflow';

/** Registers while the active editor shows a workflow: menus of other JSON offer nothing that would do nothing there. */
export class WhileWorkflow implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  #registered: vscode.Disposable | undefined;

  constructor(active: ActiveWorkflow, register: () => vscode.Disposable) {
    this.#subscription = active.onDidChange((document) => {
      if (document?.summary?.isWorkflow) this.#registered ??= register();
      else this.#end();
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#end();
  }

  #end(): void {
    this.#registered?.dispose();
    this.#registered = undefined;
  }
}
