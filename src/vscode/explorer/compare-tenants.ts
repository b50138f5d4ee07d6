import * as vscode from 'vscode';
import type { TenantView } from '../../tenant/explorer/tenant-nodes';
import { escaped } from '../../core/text/markdown';
import { differenceOf, type ItemDifference } from '../../tenant/state/difference';
import { showReport } from '../commands/show-report';
import type { ExplorerModel } from './explorer-model';

/** What differs between two tenants or snapshots, as a document. */
export async function compareTenants(model: ExplorerModel, first: TenantView | undefined): Promise<void> {
  const known = model.views.filter(({ state }) => state !== undefined);
  const before = first?.state ? first : await choose(known, vscode.l10n.t('The state before'));
  if (!before?.state) {
    tellTooFew(known.length);
    return;
  }
  const after = await choose(
    known.filter(({ id }) => id !== before.id),
    vscode.l10n.t('What to compare {0} with', before.name),
  );
  if (!after?.state) {
    tellTooFew(known.length);
    return;
  }
  const { targets, accountKeys, targetGroups } = differenceOf(before.state, after.state);
  const sections = [
    ...section(vscode.l10n.t('Targets'), targets),
    ...section(vscode.l10n.t('Account Keys'), accountKeys),
    ...section(vscode.l10n.t('Target Groups'), targetGroups),
  ];
  const title = `# ${vscode.l10n.t('From {0} to {1}', escaped(before.name), escaped(after.name))}`;
  await showReport(
    [title, '', ...(sections.length > 0 ? sections : [vscode.l10n.t('Nothing differs.'), ''])].join('\n'),
  );
}

async function choose(views: readonly TenantView[], placeHolder: string): Promise<TenantView | undefined> {
  const items = views.map((view) => ({ label: view.name, description: view.place, view }));
  return items.length === 0 ? undefined : (await vscode.window.showQuickPick(items, { placeHolder }))?.view;
}

function tellTooFew(count: number): void {
  if (count > 1) return;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('There is nothing to compare with. Sign in to another tenant, or open a snapshot.'),
  );
}

function section(title: string, items: readonly ItemDifference[]): string[] {
  if (items.length === 0) return [];
  const lines = items.map(({ kind, name, changes }) => {
    const details = changes.map(
      ({ field, from, to }) =>
        `${field} ${escaped(from ?? vscode.l10n.t('none'))} → ${escaped(to ?? vscode.l10n.t('none'))}`,
    );
    return `- **${escaped(name)}**: ${kind}${details.length > 0 ? `: ${details.join('; ')}` : ''}`;
  });
  return [`## ${title}`, '', ...lines, ''];
}
