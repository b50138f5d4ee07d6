import * as vscode from 'vscode';
import { plainMessage } from '../../tenant/explorer/plain-message';
import { stateOfSnapshot } from '../../tenant/state/state-of';
import type { AccountKeyState } from '../../tenant/state/tenant-state';
import type { TenantData } from './tenant-data';
import type { KnownTenant } from './tenant-list';

/** Every look costs three of the organisation's hourly requests. */
const secondsBetweenLooks = 20;
const mostLooks = 45;

/** Waits until somebody has created a token key in the web console: whether the API could do it is not known. */
export async function awaitTokenKey(tenant: KnownTenant, data: TenantData): Promise<void> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: plainMessage(
      vscode.l10n.t('Waiting for a token key in {0}: create it on the page that was opened', tenant.name),
    ),
    cancellable: true,
  };
  const key = await vscode.window.withProgress(options, (_progress, token) => lookForKey(tenant, data, token));
  if (!key) return;
  const next = vscode.l10n.t('Switch Targets...');
  const message = plainMessage(vscode.l10n.t('The account key "{0}" is there.', key.name));
  if ((await vscode.window.showInformationMessage(message, next)) === next)
    await vscode.commands.executeCommand('sxo.tenant.switchTargets', tenant.id);
}

/** Nothing where the user gave up, the tenant could not be read, or nobody created a key in a quarter of an hour. */
async function lookForKey(
  tenant: KnownTenant,
  data: TenantData,
  token: vscode.CancellationToken,
): Promise<AccountKeyState | undefined> {
  for (let look = 0; look < mostLooks; look++) {
    await untilNextLook(token);
    if (token.isCancellationRequested) return undefined;
    const { snapshot, error } = await data.refresh(tenant, token);
    if (error) return undefined;
    const key = snapshot && stateOfSnapshot(snapshot, 'live').accountKeys.find(({ isTokenKey }) => isTokenKey);
    if (key) return key;
  }
  return undefined;
}

/** Some seconds, or until the user comes back to the editor, or gives up. */
function untilNextLook(token: vscode.CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listeners.dispose();
      resolve();
    };
    const timer = setTimeout(done, secondsBetweenLooks * 1000);
    const listeners = vscode.Disposable.from(
      token.onCancellationRequested(done),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) done();
      }),
    );
  });
}
