import * as vscode from 'vscode';
import { plainMessage } from '../../tenant/explorer/plain-message';
import { whatMayArrive } from '../../tenant/switch/surprise';
import { countOf } from '../../core/text/wording';
import type { KnownTenant } from './tenant-list';

/** Not to be interrupted: half a way back is worse than none. */
export function undoing<T>(task: () => Promise<T>): Thenable<T> {
  const options = { location: vscode.ProgressLocation.Notification, title: 'Putting back what was changed' };
  return vscode.window.withProgress(options, task);
}

/** Says what became of the way back: what stays in a dialogue, as somebody has to look at it. */
export async function tellUndone(
  tenant: KnownTenant,
  done: string,
  late: readonly string[],
  left: readonly { readonly name: string; readonly reason: string }[],
): Promise<void> {
  const maybe = late.length > 0 ? whatMayArrive(late) : undefined;
  if (left.length > 0) {
    const detail = [...left.map(({ name, reason }) => `${name}: ${reason}`), ...(maybe === undefined ? [] : [maybe])];
    await vscode.window.showErrorMessage(`${countOf(left.length, 'thing', 'things')} could not be put back.`, {
      modal: true,
      detail: detail.map(plainMessage).join('\n'),
    });
  } else if (maybe !== undefined) {
    // With a button, the editor shows all of it, and not its first line.
    const refresh = 'Refresh';
    if ((await vscode.window.showWarningMessage(plainMessage(maybe), refresh)) === refresh)
      await vscode.commands.executeCommand('sxo.tenant.refresh', tenant.id);
  } else {
    void vscode.window.showInformationMessage(plainMessage(done));
  }
}
