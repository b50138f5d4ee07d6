import * as vscode from 'vscode';
import { plainMessage } from '../tenant/explorer/plain-message';

/** By the codes that editors give to the errors of any file system. */
const reasons: Readonly<Record<string, string>> = {
  FileNotFound: vscode.l10n.t('There is no such file.'),
  FileExists: vscode.l10n.t('It is there already.'),
  FileNotADirectory: vscode.l10n.t('A part of its path is no folder.'),
  FileIsADirectory: vscode.l10n.t('It is a folder.'),
  NoPermissions: vscode.l10n.t('The permission for it is missing.'),
  Unavailable: vscode.l10n.t('Its file system does not answer.'),
};

const longest = 200;

/** Why a file cannot be read or written, in one sentence. What a file system says itself may be long, and of any kind. */
export function reasonOf(error: unknown): string {
  const known = error instanceof vscode.FileSystemError ? reasons[error.code] : undefined;
  if (known !== undefined) return known;
  const said = plainMessage(error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
  const short = said.length > longest ? `${said.slice(0, longest)}...` : said;
  return short === '' ? vscode.l10n.t('Nothing tells why.') : vscode.l10n.t('The editor says: "{0}".', short);
}
