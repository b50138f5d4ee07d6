import * as vscode from 'vscode';
import type { Session } from '../session';
import { tenantListKey } from '../tenants/tenant-list-key';
import type { Explorer } from './explorer';

/** The explorer, which most windows never look at: its code is loaded with the first who asks for it. */
export class LazyExplorer implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #session: () => Session;
  readonly #changed = new vscode.EventEmitter<void>();
  #loaded: Explorer | undefined;
  #loading: Promise<Explorer> | undefined;

  /** Fires when another tenant is active, or more is known of it. */
  readonly onDidChange = this.#changed.event;

  constructor(context: vscode.ExtensionContext, session: () => Session) {
    this.#context = context;
    this.#session = session;
  }

  /** Nothing as long as nobody has asked for it. */
  get loaded(): Explorer | undefined {
    return this.#loaded;
  }

  load(): Promise<Explorer> {
    return (this.#loading ??= this.#load());
  }

  /** Whoever signed in to a tenant wants findings against it from the start. */
  loadForTenants(): void {
    if (this.#context.globalState.get<readonly unknown[]>(tenantListKey, []).length > 0) void this.load();
  }

  dispose(): void {
    this.#loaded?.dispose();
    this.#changed.dispose();
  }

  async #load(): Promise<Explorer> {
    const module = await import('./explorer.js');
    const explorer = new module.Explorer(this.#session(), this.#context);
    explorer.onDidChangeTenant(() => {
      this.#changed.fire();
    });
    this.#loaded = explorer;
    this.#changed.fire();
    return explorer;
  }
}
