import * as vscode from 'vscode';
import { until } from './until';

/** Whether the Refactor Preview shows its first change; it is given the focus then. */
export async function showsChange(): Promise<boolean> {
  await vscode.commands.executeCommand('refactorPreview.groupByFile');
  try {
    await vscode.commands.executeCommand('list.focusFirst');
    await vscode.commands.executeCommand('list.select');
  } catch {
    // The list is still empty.
  }
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ label }) => label.startsWith('Refactor Preview'));
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Ticks the first line of the list and all below it. */
export async function tickFirst(): Promise<void> {
  await vscode.commands.executeCommand('list.focusFirst');
  await vscode.commands.executeCommand('refactorPreview.toggleCheckedState');
}

/** Ticks a number of files, one line after the other. */
export function tickFiles(count: number): () => Promise<void> {
  return async () => {
    await vscode.commands.executeCommand('list.collapseAll');
    await tickFirst();
    for (let line = 1; line < count; line++) {
      await vscode.commands.executeCommand('list.focusDown');
      await vscode.commands.executeCommand('refactorPreview.toggleCheckedState');
    }
  };
}

/**
 * Answers the Refactor Preview of a command, and waits until that has ended.
 * @param ending what is done again and again until then: the command may say something and wait for an answer.
 */
export async function answerPreview(
  command: Thenable<unknown>,
  {
    confirm,
    answer,
    ending = dismissMessages,
  }: {
    readonly confirm?: () => Promise<void>;
    readonly answer: 'apply' | 'discard';
    readonly ending?: () => Promise<void>;
  },
): Promise<void> {
  const ended = command.then(() => true);
  await until('the Refactor Preview shows a change', showsChange);
  await confirm?.();
  await vscode.commands.executeCommand(`refactorPreview.${answer}`);
  await until('the command ends', async () => {
    await ending();
    return Promise.race([ended, pause(50)]);
  });
}

export async function dismissMessages(): Promise<void> {
  await vscode.commands.executeCommand('notifications.clearAll');
}
