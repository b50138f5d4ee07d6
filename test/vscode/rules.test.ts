import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { ruleCodes } from '../../src/core/rule-code';
import { codeOf, findings } from './findings';
import { until } from './until';
import { closeEverything, newFile, open } from './workspace-files';

/** What the core's own tests expect of each rule is what an editor has to show. */
const fixtures = join(__dirname, '../../../test/core/rules');

interface ExpectedFinding {
  readonly code: string;
  readonly severity: keyof typeof severities;
  readonly message: string;
  readonly at: string;
  readonly fixes: readonly string[];
}

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

/** How an expectation marks a fix that may change what the workflow does. */
const unsafe = ' (unsafe)';

/** Offered beside the fix of one finding, too. */
const migration = /^Migrate this workflow to (?:SecureX|Cisco XDR) Token$/;

describe('every rule in the editor', () => {
  afterEach(closeEverything);

  for (const rule of ruleCodes) {
    const folder = join(fixtures, rule);
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    const names = readdirSync(folder).filter((name) => /^invalid-\d+\.json$/.test(name));
    for (const name of names) {
      const expectedFindings = () => JSON.parse(read(name.replace('.json', '.expected.json'))) as ExpectedFinding[];

      it(`${rule} shows the findings of ${name}`, async () => {
        const document = await open(await newFile(`${rule}-${name}`, read(name)));
        const shown = await findingsFor(rule, document.uri);
        assert.deepEqual(
          shown.map((each) => ({ code: codeOf(each), severity: each.severity, message: each.message, at: document.getText(each.range) })),
          expectedFindings().map(({ code, severity, message, at }) => ({ code, severity: severities[severity], message, at })),
        );
      });

      const hasFixes = expectedFindings().some(({ code, fixes }) => code === rule && fixes.length > 0);
      if (hasFixes) it(`${rule} fixes ${name}, and one undo restores it`, async () => {
        const document = await open(await newFile(`${rule}-${name}`, read(name)));
        const before = document.getText();
        const shown = await findingsFor(rule, document.uri);
        const results = new Set<string>();
        let isMigrated = false;
        for (const [index, { code, fixes }] of expectedFindings().entries()) {
          if (code !== rule) continue;
          const actions = await offered(document, shown[index]!.range);
          for (const title of fixes) {
            const action = actions.find((each) => each.title === title.replace(unsafe, ''));
            assert.ok(action?.edit, `${title} is offered`);
            if (title.endsWith(unsafe)) {
              assert.ok(!action.isPreferred, `${title} is not preferred`);
              continue;
            }
            isMigrated ||= migration.test(title);
            await vscode.workspace.applyEdit(action.edit);
            results.add(document.getText());
            await vscode.commands.executeCommand('undo');
            await until('the undo is done', () => document.getText() === before);
          }
        }
        const fixed = readdirSync(folder).filter((file) => file.startsWith(name.replace('.json', '.fixed')));
        if (isMigrated) fixed.push(name.replace('.json', '.migrated.json'));
        assert.deepEqual([...results].sort(), [...new Set(fixed.map(read))].sort());
      });
    }
  }

  /** Workflows speak of SecureX in the fixtures of all rules; only those of one rule expect that to be told. */
  async function findingsFor(rule: string, uri: vscode.Uri): Promise<vscode.Diagnostic[]> {
    const isAsked = (each: vscode.Diagnostic): boolean => rule === 'securex-ended' || codeOf(each) !== 'securex-ended';
    return until(`${uri.path} has findings of ${rule}`, async () => {
      const found = (await findings(uri)).filter(isAsked);
      return found.length > 0 && found;
    });
  }

  function offered({ uri }: vscode.TextDocument, range: vscode.Range): Thenable<vscode.CodeAction[]> {
    return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, 'quickfix');
  }
});
