import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { nightlyCheck } from './nightly-check';
import { until } from './until';
import { closeEverything, copyOf, open } from './workspace-files';

describe('the extension', () => {
  after(closeEverything);

  const extension = vscode.extensions.getExtension('securex-workflows.securex-workflows');

  it('is found', () => {
    assert.ok(extension);
  });

  it('is the packaged one', () => {
    const path = extension!.extensionPath;
    assert.ok(!__dirname.startsWith(path), `${path} is the checkout`);
  });

  it('starts with a workflow, and reads it once it is in sight', async () => {
    await extension!.activate();
    assert.ok(extension!.isActive);
    const { uri } = await open(await copyOf(nightlyCheck));
    const top = await until('there is an outline', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        uri,
      );
      return symbols?.find(({ detail }) => detail === 'workflow');
    });
    assert.ok(top.children.length > 0);
  });
});
