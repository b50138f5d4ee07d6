import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension', () => {
  const extension = vscode.extensions.getExtension('securex-workflows.securex-workflows');

  it('is found', () => {
    assert.ok(extension);
  });

  it('is the packaged one', () => {
    const path = extension!.extensionPath;
    assert.ok(!__dirname.startsWith(path), `${path} is the checkout`);
  });

  it('starts with a workflow', async () => {
    await extension!.activate();
    assert.ok(extension!.isActive);
  });
});
