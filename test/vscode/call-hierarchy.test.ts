import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activityId, workflowId } from '../support/ids';
import { atomicTitle, callerOf } from '../support/own-atomic';
import { printJson } from '../support/print-json';
import * as build from '../support/workflow';
import { until } from './until';
import { closeEverything, newFile, open } from './workspace-files';

describe('the call hierarchy', () => {
  afterEach(closeEverything);

  const itemAt = async (document: vscode.TextDocument, wanted: string): Promise<vscode.CallHierarchyItem> => {
    const position = document.positionAt(document.getText().indexOf(wanted) + 2);
    // What reads workflows is loaded with the first one in sight.
    return until(`there is something to ask about at ${wanted}`, async () => {
      const items = await vscode.commands.executeCommand<vscode.CallHierarchyItem[] | undefined>(
        'vscode.prepareCallHierarchy',
        document.uri,
        position,
      );
      return items?.[0];
    });
  };
  const incoming = (item: vscode.CallHierarchyItem) =>
    vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>('vscode.provideIncomingCalls', item);
  const outgoing = (item: vscode.CallHierarchyItem) =>
    vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>('vscode.provideOutgoingCalls', item);

  it('follows a token from its generator to who takes it, and back', async () => {
    const document = await open(await newFile('token.json', printJson(build.workflow({
      variables: [build.tokenVariable('Token')],
      actions: [
        build.generator('make'),
        build.setVariables('keep', { [build.local('Token')]: build.tokenOf('make') }),
        build.httpRequest('request', { headers: [build.bearer(build.local('Token'))] }),
      ],
    }))));
    const held = (await outgoing(await itemAt(document, activityId('make')))).find(({ to }) => to.name === 'Token');
    assert.ok(held);
    assert.deepEqual(held.fromRanges.map((range) => document.getText(range)), [build.tokenOf('make')]);
    const [taken] = await outgoing(held.to);
    assert.deepEqual([taken?.to.name, taken?.to.detail], ['request', 'activity, takes an access token']);
    const [before] = await incoming(taken!.to);
    assert.equal(before?.from.name, 'Token');
  });

  it('finds who calls an atomic in other files of the workspace', async () => {
    const document = await open(await newFile('one.json', printJson(callerOf({ title: 'One' }))));
    const other = await newFile('other.json', printJson(callerOf({ title: 'Other' })));
    const item = await itemAt(document, workflowId(atomicTitle));
    // The second file may be younger than what is known of the workspace.
    const callers = await until('both files are found to call it', async () => {
      const found = await incoming(item);
      return found.length === 2 && found;
    });
    assert.deepEqual(callers.map(({ from }) => from.name).sort(), ['One', 'Other']);
    assert.ok(callers.some(({ from }) => from.uri.toString() === other.toString()));
  });
});
