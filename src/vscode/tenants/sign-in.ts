import * as vscode from 'vscode';
import { EndpointProblem, parseEndpoints } from '../../tenant/endpoints';
import { plainMessage } from '../../tenant/explorer/plain-message';
import type { Credentials } from '../../tenant/ports';
import { regionNames, regions, type Endpoints, type Region } from '../../tenant/regions';
import type { TenantData } from './tenant-data';
import type { KnownTenant, TenantList } from './tenant-list';

interface Place {
  readonly region: Region;
  readonly endpoints?: Endpoints;
}

/** Asks for a tenant's region and its API client, and keeps them once the tenant has answered. */
export async function signIn(tenants: TenantList, data: TenantData, known?: KnownTenant): Promise<void> {
  const place = known ?? (await askPlace());
  if (!place) return;
  const credentials = await askCredentials();
  if (!credentials) return;
  const name = known?.name ?? (await askName(place, tenants));
  if (!name) return;

  const id = known?.id ?? freeId(tenants);
  const tenant: KnownTenant = {
    id,
    name,
    region: place.region,
    ...(place.endpoints && { endpoints: place.endpoints }),
  };
  const earlier = known && (await tenants.credentialsOf(known));
  data.forgetClient(tenant);
  const before = data.of(tenant).error;
  await tenants.add(tenant, credentials);
  const title = plainMessage(vscode.l10n.t('Signing in to {0}', name));
  const { error } = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_progress, token) => data.refresh(tenant, token),
  );
  // The error of before is still there where somebody cancelled.
  if (error?.kind !== 'bad-client' || error === before) return;
  // These credentials will never be of use. A slip of the pen must not cost a tenant that was there before.
  if (earlier) {
    data.forgetClient(tenant);
    await tenants.add(tenant, earlier);
  } else if (!known) {
    await tenants.remove(tenant);
    await data.forget(tenant);
  }
  const again = vscode.l10n.t('Try Again');
  if ((await vscode.window.showErrorMessage(plainMessage(error.message), again)) === again)
    await signIn(tenants, data, known);
}

const steps = vscode.l10n.t('SecureX & XDR: Sign In to a Tenant');

async function askPlace(): Promise<Place | undefined> {
  const items = [
    ...regions.map((region) => ({ label: regionNames[region], region })),
    {
      label: vscode.l10n.t('Another Server...'),
      description: vscode.l10n.t('for a test server on this computer'),
      region: undefined,
    },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: steps,
    placeHolder: vscode.l10n.t('Where does the tenant live?'),
  });
  if (!picked) return undefined;
  if (picked.region) return { region: picked.region };
  const address = await vscode.window.showInputBox({
    title: steps,
    prompt: vscode.l10n.t('The address of the server, before /oauth2/token and /v1/...'),
    placeHolder: 'http://127.0.0.1:8080',
    ignoreFocusOut: true,
    validateInput: (text) => {
      const endpoints = endpointsAt(text);
      return endpoints instanceof EndpointProblem ? endpoints.message : undefined;
    },
  });
  const endpoints = address === undefined ? undefined : endpointsAt(address);
  return endpoints && !(endpoints instanceof EndpointProblem) ? { region: 'us', endpoints } : undefined;
}

function endpointsAt(address: string): Endpoints | EndpointProblem | undefined {
  const base = address.trim().replace(/\/+$/, '');
  try {
    return parseEndpoints(`${base}/iroh/oauth2/token`, `${base}/api`);
  } catch (error) {
    if (error instanceof EndpointProblem) return error;
    throw error;
  }
}

async function askCredentials(): Promise<Credentials | undefined> {
  const clientId = await vscode.window.showInputBox({
    title: steps,
    prompt: vscode.l10n.t('The id of an API client with the scope "ao:read" (and "ao", to switch targets).'),
    placeHolder: 'client-00000000-0000-0000-0000-000000000000',
    ignoreFocusOut: true,
    validateInput: insisted,
  });
  if (!clientId) return undefined;
  const clientSecret = await vscode.window.showInputBox({
    title: steps,
    prompt: vscode.l10n.t("The API client's password. It is kept in the editor's secret storage, and nowhere else."),
    password: true,
    ignoreFocusOut: true,
    validateInput: insisted,
  });
  return clientSecret ? { clientId: clientId.trim(), clientSecret: clientSecret.trim() } : undefined;
}

function askName(place: Place, tenants: TenantList): Thenable<string | undefined> {
  const taken = new Set(tenants.all.map(({ name }) => name));
  const usual = place.endpoints
    ? vscode.l10n.t('Test Server')
    : vscode.l10n.t('Tenant in {0}', regionNames[place.region]);
  return vscode.window.showInputBox({
    title: steps,
    prompt: vscode.l10n.t('What is the tenant to be called here?'),
    value: taken.has(usual) ? '' : usual,
    ignoreFocusOut: true,
    validateInput: (text) => {
      return (
        insisted(text) ?? (taken.has(text.trim()) ? vscode.l10n.t('Another tenant is called that already.') : undefined)
      );
    },
  });
}

function insisted(text: string): string | undefined {
  return text.trim() === '' ? vscode.l10n.t('This cannot be empty.') : undefined;
}

/** Names the secret and the cached copy, so it must not come back for another tenant. */
function freeId(tenants: TenantList): string {
  const taken = new Set(tenants.all.map(({ id }) => id));
  for (let id = Date.now(); ; id++) if (!taken.has(String(id))) return String(id);
}
