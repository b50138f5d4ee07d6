import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationTitle } from '../../src/core/features/fixes';
import { defaultConfiguration } from '../../src/core/host';
import type { Diagnostic, DocumentSnapshot, Fix, LanguageService } from '../../src/core/language-service';
import { ruleCodes } from '../../src/core/rule-code';
import type { RuleCode } from '../../src/core/rule-code';
import { createLanguageService } from '../../src/core/service';
import { textAt } from '../support/text-at';

const root = join(__dirname, '../../..');
const fixtures = join(root, 'test/core/rules');

/** Writes down what the rules say now, for a person to review; without it, any difference fails. */
const update = process.env.UPDATE_FIXTURES === '1';

/** Workflows speak of SecureX in the fixtures of all rules; that is told in those of the rule that is about it. */
const serviceFor = (code: RuleCode): LanguageService => {
  const severities = code === 'securex-ended' ? {} : { 'securex-ended': 'off' as const };
  return createLanguageService({ configuration: () => ({ ...defaultConfiguration, severities }) });
};

for (const code of ruleCodes) {
  describe(`rule ${code}`, () => {
    const service = serviceFor(code);
    const folder = join(fixtures, code);
    const names = readdirSync(folder)
      .filter((file) => /^(?:in)?valid-\d+\.json$/.test(file))
      .map((file) => file.slice(0, -'.json'.length));

    it('has a file, a page, and fixtures that it finds and that it leaves alone', () => {
      ok(existsSync(join(root, `src/core/rules/${code}.ts`)), 'its file is missing');
      ok(existsSync(join(root, `docs/rules/${code}.md`)), 'its page is missing');
      for (const kind of ['invalid-', 'valid-']) {
        ok(
          names.some((name) => name.startsWith(kind)),
          `its ${kind}1.json is missing`,
        );
      }
    });

    const asked = names.map((name) => `${name}.json`);
    for (const name of names) {
      const document = {
        uri: `file:///${code}/${name}.json`,
        text: readFileSync(join(folder, `${name}.json`), 'utf8'),
      };
      const diagnostics = service.diagnose(document);

      if (name.startsWith('valid-')) {
        it(`says nothing about ${name}`, () => {
          deepStrictEqual(
            diagnostics.map((diagnostic) => describeFinding(service, document, diagnostic)),
            [],
          );
        });
        continue;
      }

      it(`finds what ${name} holds, and nothing else`, () => {
        const found = diagnostics.map((diagnostic) => describeFinding(service, document, diagnostic));
        ok(
          found.some((finding) => finding.code === code),
          'the rule itself finds nothing',
        );
        expectFile(join(folder, `${name}.expected.json`), `${JSON.stringify(found, undefined, 2)}\n`);
      });

      asked.push(`${name}.expected.json`);
      safeFixes(service, document, code).forEach((fix, index) => {
        asked.push(`${name}.${fixedSuffix(index)}.json`);
        it(`fixes ${name}: ${fix.title}`, () => {
          expectFile(join(folder, `${name}.${fixedSuffix(index)}.json`), apply(document.text, fix));
        });
      });

      const plan = service.planMigration(document);
      if (plan.newText !== document.text) {
        asked.push(`${name}.migrated.json`);
        it(`migrates ${name}`, () => {
          expectFile(join(folder, `${name}.migrated.json`), plan.newText);
        });
      }
    }

    it('has no expectation that nothing asks for', () => {
      deepStrictEqual(readdirSync(folder).sort(), [...asked].sort());
    });
  });
}

function describeFinding(from: LanguageService, document: DocumentSnapshot, diagnostic: Diagnostic) {
  const related = diagnostic.related.map(({ message, range }) => ({ message, at: textAt(document.text, range) }));
  const fixes = quickFixes(from, document).filter((fix) => fix.diagnostics.some((other) => isSame(other, diagnostic)));
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: diagnostic.message,
    at: textAt(document.text, diagnostic.range),
    path: diagnostic.path,
    ...(diagnostic.tags.length > 0 ? { tags: diagnostic.tags } : {}),
    ...(related.length > 0 ? { related } : {}),
    fixes: fixes.map((fix) => (fix.safe ? fix.title : `${fix.title} (unsafe)`)),
  };
}

function isSame(one: Diagnostic, other: Diagnostic): boolean {
  return one.code === other.code && one.path.join('\n') === other.path.join('\n');
}

function quickFixes(from: LanguageService, document: DocumentSnapshot): readonly Fix[] {
  return from.fixes(document, { only: ['quickfix'] });
}

function safeFixes(from: LanguageService, document: DocumentSnapshot, code: RuleCode): readonly Fix[] {
  return quickFixes(from, document).filter(
    (fix) =>
      fix.safe &&
      fix.title !== migrationTitle(from.vocabulary(document)) &&
      fix.diagnostics.some((each) => each.code === code),
  );
}

function fixedSuffix(index: number): string {
  return index === 0 ? 'fixed' : `fixed-${index + 1}`;
}

function apply(text: string, fix: Fix): string {
  const edits = [...fix.edits].sort((one, other) => other.offset - one.offset);
  const fixed = edits.reduce(
    (result, { offset, length, newText }) => result.slice(0, offset) + newText + result.slice(offset + length),
    text,
  );
  JSON.parse(fixed);
  return fixed;
}

function expectFile(path: string, actual: string): void {
  if (update) writeFileSync(path, actual);
  ok(existsSync(path), `${path} is missing`);
  strictEqual(actual, readFileSync(path, 'utf8'));
}
