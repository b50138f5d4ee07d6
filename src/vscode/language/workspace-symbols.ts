import * as vscode from 'vscode';
import type { FoundSymbol } from '../../core/symbol-index';
import { toRange } from '../convert';
import type { Session } from '../session';
import { readSnapshot } from '../workflow-files';
import { symbolKinds } from './call-hierarchy';

/** More than anybody looks through; whoever wants another one types on. */
const most = 500;
/** The editor asks for the range of the one that somebody goes to. */
const toBeResolved = undefined as unknown as vscode.Range;

class NamedPlace extends vscode.SymbolInformation {
  readonly of: FoundSymbol;

  constructor(found: FoundSymbol) {
    const { uri, symbol } = found;
    const file = new vscode.Location(vscode.Uri.parse(uri, true), toBeResolved);
    super(symbol.name, symbolKinds[symbol.kind], symbol.container, file);
    this.of = found;
  }
}

/** Names of workflows, activities and variables. The workspace is read once; a file is looked into to go there. */
export function registerWorkspaceSymbols({ service, snapshots, explorer }: Session): vscode.Disposable {
  return vscode.languages.registerWorkspaceSymbolProvider({
    async provideWorkspaceSymbols(query, token) {
      const { workspace } = await explorer.load();
      await workspace.read();
      if (token.isCancellationRequested) return [];
      return workspace.symbols.search(query, most).map((found) => new NamedPlace(found));
    },
    async resolveWorkspaceSymbol(place) {
      if (!(place instanceof NamedPlace)) return place;
      const { snapshot } = await readSnapshot(place.location.uri, snapshots);
      const { path } = place.of.symbol;
      if (snapshot) place.location = new vscode.Location(place.location.uri, toRange(service.locate(snapshot, path)));
      return place;
    },
  });
}
