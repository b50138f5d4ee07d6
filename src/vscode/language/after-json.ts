import * as vscode from 'vscode';

/**
 * Registers what the editor's own JSON extension offers, too, once that one did so: of several the editor prefers those
 * that came last, in breadcrumbs, in the outline and where one and the same lines fold.
 */
export function registerAfterJson(register: () => readonly vscode.Disposable[]): vscode.Disposable {
  const registered: vscode.Disposable[] = [];
  let isDisposed = false;
  const proceed = (): void => {
    if (!isDisposed) registered.push(...register());
  };
  const json = vscode.extensions.getExtension('vscode.json-language-features');
  if (!json || json.isActive) proceed();
  else json.activate().then(proceed, proceed);
  return new vscode.Disposable(() => {
    isDisposed = true;
    for (const each of registered) each.dispose();
  });
}
