import assert from 'node:assert/strict';
import { beforeImport, beforeLegacyImport } from '../../src/core/before-import';
import { bothVocabularies } from '../../src/core/vocabulary';
import type { Change, ManualStep } from '../../src/core/language-service';
import type * as planWords from '../../src/vscode/plan-words';
import type * as report from '../../src/vscode/report';
import { fillIn, loadInEditor } from '../support/load-in-editor';

type FileOutcome = report.FileOutcome;

const editor = { l10n: { t: fillIn } };
const { conversionWords } = loadInEditor(editor, 'plan-words') as typeof planWords;
const { migrationReport, migrationSummary } = loadInEditor(editor, 'report') as typeof report;

const range = { start: { line: 41, character: 8 }, end: { line: 41, character: 20 } };

function change(title: string): Change {
  return {
    kind: 'empty-input',
    workflow: 'Block URL',
    activity: null,
    title,
    message: `The input of ${title} was emptied.`,
    range,
    edits: [],
  };
}

function manual(title: string): ManualStep {
  return {
    code: 'retired-atomic',
    workflow: 'Block URL',
    activity: null,
    title,
    message: 'Replace the atomic first.',
    range,
  };
}

function outcome(fields: Partial<FileOutcome>): FileOutcome {
  return { name: 'flows/a.json', uri: 'file:///flows/a.json', done: [], declined: [], manual: [], ...fields };
}

describe('migration report', () => {
  it('tells first what is left, with its line, and then what was done', () => {
    const report = migrationReport([outcome({ done: [change('Inspect')], manual: [manual('Old Inspect')] })]);
    assert.equal(
      report,
      [
        '# Migration to the SecureX Token',
        '',
        '1 change in 1 file. 1 thing is left to you.',
        '',
        beforeImport(bothVocabularies, []),
        '',
        '## Left to you',
        '',
        '### [flows/a.json](<file:///flows/a.json>)',
        '',
        '- **Old Inspect** in Block URL, [line 42](<file:///flows/a.json#L42>) (`retired-atomic`): Replace the atomic first.',
        '',
        '## Done',
        '',
        '### [flows/a.json](<file:///flows/a.json>)',
        '',
        '- **Inspect** in Block URL: The input of Inspect was emptied.',
        '',
      ].join('\n'),
    );
  });

  it('speaks of the way back in its own words', () => {
    const report = migrationReport(
      [outcome({ done: [change('Inspect')] }), outcome({ problem: 'No.' })],
      conversionWords,
    );
    assert.match(
      report,
      /^# Conversion to the Legacy Method\n\n1 change in 1 file\. 1 file could not be converted\.\n/,
    );
    assert.ok(report.includes(beforeLegacyImport([])) && report.includes('## Not converted'));
  });

  it('lists what was not confirmed, and why a file was not migrated', () => {
    const report = migrationReport([
      outcome({ declined: [change('Inspect')] }),
      outcome({ name: 'b.json', problem: 'It is larger than 16 MB.' }),
    ]);
    assert.match(report, /## Not confirmed\n\n### \[flows\/a\.json\].*\n\n- \*\*Inspect\*\*/);
    assert.match(report, /## Not migrated\n\n### \[b\.json\].*\n\n- It is larger than 16 MB\.\n/);
    assert.doesNotMatch(report, /## (Done|Left to you)/);
  });

  it('lets no name from a file act as Markdown', () => {
    const report = migrationReport([outcome({ done: [change('[x](command:y) <b>\n# `z` _a_b_')] })]);
    assert.ok(report.includes('**\\[x\\](command:y) \\<b\\> # \\`z\\` \\_a_b\\_**'), report);
  });
});

describe('migration summary', () => {
  it('counts changes, files and what is left', () => {
    const outcomes = [
      outcome({ done: [change('A'), change('B')], manual: [manual('C')] }),
      outcome({ done: [change('D')], declined: [change('E')], manual: [manual('F')] }),
      outcome({ problem: 'It is not encoded in UTF-8.' }),
    ];
    assert.equal(
      migrationSummary(outcomes),
      '3 changes in 2 files. 1 change was not confirmed. 2 things are left to you. 1 file could not be migrated.',
    );
  });

  it('says so when nothing was changed', () => {
    assert.equal(migrationSummary([outcome({})]), 'Nothing was changed.');
  });
});
