import * as vscode from 'vscode';
import type { DocumentSnapshot, XdrRetargeting } from '../../core/language-service';
import { changes } from '../counts';
import type { Session } from '../session';
import { retarget } from './retarget-workflow';
import { findTargetDocument } from './target-document';

/** Lets one document choose the targets of Cisco XDR, as one step to undo. Who gives options is not asked. */
export function registerMoveToXdr(session: Session): vscode.Disposable {
  return vscode.commands.registerCommand('sxo.moveToXdrTargets', async (uri?: vscode.Uri, given?: XdrRetargeting) => {
    const target = await findTargetDocument(session, uri);
    const options = target && (given ?? (await choose(session, target.snapshot)));
    if (target && options) await retarget(session, target.document, options);
  });
}

/** Asks about the inferred names where the file has any. */
async function choose({ service }: Session, snapshot: DocumentSnapshot): Promise<XdrRetargeting | undefined> {
  const [documented, all] = [false, true].map((withInferred) => {
    const options: XdrRetargeting = { to: 'xdr', withInferred };
    return { options, changes: service.planRetargeting(snapshot, options).changes.length };
  });
  if (!documented || !all || all.changes === documented.changes) return documented?.options;
  const choice = await vscode.window.showQuickPick(
    [
      {
        ...documented,
        label: vscode.l10n.t('Only names whose counterpart is documented'),
        detail: vscode.l10n.t('CTR_API: Platform APIs'),
      },
      {
        ...all,
        label: vscode.l10n.t('Inferred names, too'),
        detail: vscode.l10n.t(
          'Private_CTIA_Target: Private Intelligence APIs, and CTIA_Target: Public Intelligence APIs. Cisco lists them in the same places, and does not say it in words.',
        ),
      },
    ].map((item) => ({ ...item, description: changes(item.changes) })),
    { placeHolder: vscode.l10n.t('Which names are to become those of Cisco XDR?') },
  );
  return choice?.options;
}
