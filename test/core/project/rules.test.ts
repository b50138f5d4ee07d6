import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultConfiguration } from '../../../src/core/host';
import { configure } from '../../../src/core/project/configure';
import { removeSuppression } from '../../../src/core/project/edit-suppressions';
import { readProjectFile, type ProjectFile } from '../../../src/core/project/project-file';
import { projectRuleCodes, projectRules, type ProjectDiagnostic } from '../../../src/core/project/project-rule';
import { SuppressionLedger } from '../../../src/core/project/suppression-ledger';
import { root } from '../../support/repository';
import { serviceWith } from '../../support/service';
import { textAt } from '../../support/text-at';
import { applyTextEdits } from '../../support/text-edits';

const fixtures = join(root, 'test/core/project/rules');
/** The last day on which some of the suppressions hold. */
const today = '2027-06-15';

/** Writes down what the rules say now, for a person to review; without it, any difference fails. */
const update = process.env.UPDATE_FIXTURES === '1';

/** All that is found in a project file: what is wrong with it, and its suppressions after a look at `workflow.json`. */
function find(project: ProjectFile, folder: string): readonly ProjectDiagnostic[] {
  const ledger = new SuppressionLedger(project);
  const path = join(folder, 'workflow.json');
  if (existsSync(path)) {
    const service = serviceWith(configure(defaultConfiguration, project, 'workflow.json', today));
    const suppressed = service.suppressed({ uri: 'file:///workflow.json', text: readFileSync(path, 'utf8') });
    ledger.note(
      'workflow.json',
      suppressed.flatMap(({ suppressions }) => suppressions),
    );
  }
  const query = { today, isComplete: existsSync(path), isAsked: () => true, severities: {} };
  return [...project.problems, ...ledger.findings(query)];
}

for (const code of projectRuleCodes) {
  describe(`project rule ${code}`, () => {
    const folder = join(fixtures, code);
    const names = readdirSync(folder)
      .filter((file) => /^(?:in)?valid-\d+\.json$/.test(file))
      .map((file) => file.slice(0, -'.json'.length));
    const asked = names.map((name) => `${name}.json`);

    it('has a page, and fixtures that it finds and that it leaves alone', () => {
      match(readFileSync(join(root, `docs/rules/${code}.md`), 'utf8'), new RegExp(`^# ${code}\n`));
      for (const kind of ['invalid-', 'valid-']) ok(names.some((name) => name.startsWith(kind)));
      ok(projectRules.some((rule) => rule.code === code));
    });

    for (const name of names) {
      const text = readFileSync(join(folder, `${name}.json`), 'utf8');
      const project = readProjectFile(text, []);
      const found = find(project, folder);

      if (name.startsWith('valid-')) {
        it(`says nothing about ${name}`, () => {
          deepStrictEqual(found, []);
        });
        continue;
      }

      it(`finds what ${name} holds, and nothing else`, () => {
        ok(found.length > 0 && found.every((finding) => finding.code === code && finding.documentation.includes(code)));
        const described = found.map(({ severity, message, range, path, fixable }) => {
          return { severity, message, at: textAt(text, range), path, fixable };
        });
        expectFile(join(folder, `${name}.expected.json`), `${JSON.stringify(described, undefined, 2)}\n`);
      });

      asked.push(`${name}.expected.json`);
      const fixable = found.filter((finding) => finding.fixable);
      if (fixable.length === 0) continue;
      asked.push(`${name}.fixed.json`);
      it(`fixes ${name}, the last entry first`, () => {
        const fixed = fixable.reduceRight((before, { path }) => {
          const edits = removeSuppression(readProjectFile(before, []), Number(path[1]));
          return applyTextEdits(before, edits ?? []);
        }, text);
        deepStrictEqual(find(readProjectFile(fixed, []), folder), []);
        expectFile(join(folder, `${name}.fixed.json`), fixed);
      });
    }

    it('has no expectation that nothing asks for', () => {
      const others = existsSync(join(folder, 'workflow.json')) ? ['workflow.json'] : [];
      deepStrictEqual(readdirSync(folder).sort(), [...asked, ...others].sort());
    });
  });
}

describe('every project rule', () => {
  it('is in the list, and has a folder of fixtures', () => {
    deepStrictEqual(
      projectRules.map((rule) => rule.code),
      [...projectRuleCodes],
    );
    deepStrictEqual(readdirSync(fixtures).sort(), [...projectRuleCodes].sort());
  });
});

function expectFile(path: string, actual: string): void {
  if (update) writeFileSync(path, actual);
  ok(existsSync(path), `${path} is missing`);
  strictEqual(actual, readFileSync(path, 'utf8'));
}
