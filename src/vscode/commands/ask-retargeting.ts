import * as vscode from 'vscode';
import { problemOfSuffix, usualSuffixes } from '../../core/catalog/target-sets';
import type { RetargetingOptions, XdrRetargeting } from '../../core/language-service';
import { changes } from '../counts';

interface Choice extends vscode.QuickPickItem {
  /** Without it, a person is asked for the suffix. */
  readonly options?: RetargetingOptions;
  readonly isUndo: boolean;
}

/** How many changes a move makes; nothing where that is not known beforehand. */
type ChangesOf = (options: RetargetingOptions) => number | undefined;

const unknown: ChangesOf = () => undefined;

/** Of the usual sets and those that a project file declares, those that would change something. */
export async function askForSet(
  declared: readonly string[],
  changesOf = unknown,
): Promise<RetargetingOptions | undefined> {
  const known = [...new Set([...usualSuffixes, ...declared])];
  const items = [false, true].flatMap((isUndo): Choice[] => {
    const sets = known.flatMap((suffix): Choice[] => {
      const number = changesOf({ suffix, isUndo });
      const label = isUndo
        ? vscode.l10n.t('Back from {0} to the usual names', suffix)
        : vscode.l10n.t('To the targets with {0}', suffix);
      return number === 0 ? [] : [{ label, ...described(number), options: { suffix, isUndo }, isUndo }];
    });
    const label = isUndo ? vscode.l10n.t('Back from another suffix...') : vscode.l10n.t('To another suffix...');
    return [...sets, { label, isUndo }];
  });
  const placeHolder = vscode.l10n.t('To which set of targets are workflows to move?');
  const choice = await vscode.window.showQuickPick(items, { placeHolder });
  if (!choice || choice.options) return choice?.options;
  const suffix = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('What do the names of the second set of targets end with?'),
    placeHolder: usualSuffixes.join(', '),
    validateInput: problemOfSuffix,
  });
  return suffix === undefined ? undefined : { suffix, isUndo: choice.isUndo };
}

/** Asks about the inferred names where they make a difference. */
export async function askForXdr(changesOf = unknown): Promise<XdrRetargeting | undefined> {
  const documented: XdrRetargeting = { to: 'xdr', withInferred: false };
  const all: XdrRetargeting = { to: 'xdr', withInferred: true };
  const [few, many] = [changesOf(documented), changesOf(all)];
  if (many !== undefined && many === few) return documented;
  const choice = await vscode.window.showQuickPick(
    [
      {
        options: documented,
        label: vscode.l10n.t('Only names whose counterpart is documented'),
        ...described(few),
        detail: vscode.l10n.t('CTR_API: Platform APIs'),
      },
      {
        options: all,
        label: vscode.l10n.t('Inferred names, too'),
        ...described(many),
        detail: vscode.l10n.t(
          'Private_CTIA_Target: Private Intelligence APIs, and CTIA_Target: Public Intelligence APIs. Cisco lists them in the same places, and does not say it in words.',
        ),
      },
    ],
    { placeHolder: vscode.l10n.t('Which names are to become those of Cisco XDR?') },
  );
  return choice?.options;
}

function described(number: number | undefined): { readonly description?: string } {
  return number === undefined ? {} : { description: changes(number) };
}
