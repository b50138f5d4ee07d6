import * as vscode from 'vscode';
import { plainMessage } from '../../tenant/explorer/plain-message';
import { whatMayArrive } from '../../tenant/switch/surprise';
import type { KnownTenant } from './tenant-list';

/** Not to be interrupted: half a way back is worse than none. */
export function undoing<T>(task: () => Promise<T>): Thenable<T> {
  const title = vscode.l10n.t('Putting back what was changed');
  const options = { location: vscode.ProgressLocation.Notification, title };
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
    const message =
      left.length === 1
        ? vscode.l10n.t('1 thing could not be put back.')
        : vscode.l10n.t('{0} things could not be put back.', left.length);
    await vscode.window.showErrorMessage(message, {
      modal: true,
      detail: detail.map(plainMessage).join('\n'),
    });
  } else if (maybe !== undefined) {
    // With a button, the editor shows all of it, and not its first line.
    const refresh = vscode.l10n.t('Refresh');
    if ((await vscode.window.showWarningMessage(plainMessage(maybe), refresh)) === refresh)
      await vscode.commands.executeCommand('sxo.tenant.refresh', tenant.id);
  } else {
    void vscode.window.showInformationMessage(plainMessage(done));
  }
}
