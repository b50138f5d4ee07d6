import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readProjectFile } from '../../../src/core/project/project-file';
import { createLanguageService } from '../../../src/core/service';
import { defaultConfiguration } from '../../../src/core/host';
import { configure } from '../../../src/core/project/configure';
import { createCasebookCtr, inspect, queryOrbital, systemGenerator, unknownAtomic } from '../../support/atomics';
import { arbitraryDamage } from '../../support/arbitrary-text';
import { printJson } from '../../support/print-json';
import { textAt } from '../../support/text-at';
import * as build from '../../support/workflow';

const further = ['duplicate-name'];
const own = (id: string) => ({ id, name: 'Own', tokenInput: unknownAtomic.tokenInput });

const whole = `\uFEFF${JSON.stringify({
  $schema: 'docs/sxo.schema.json',
  version: 1,
  severities: { 'token-target': 'off', 'duplicate-name': 'error', suppression: 'warning' },
  secureXTargets: ['My API'],
  namePatterns: ['My *'],
  suffixes: ['-b', '_Second set'],
  atomics: [{ ...own(unknownAtomic.id), emptyInput: 'proven' }],
  updateDescription: false,
  suppressions: [{ rule: 'duplicate-name', file: './a.json', reason: 'Why not.', expires: '2028-02-29' }],
})}`;

/** What is wrong, and the text that it stands on. */
function problemsOf(text: string): string[] {
  return readProjectFile(text, further).problems.map(({ message, range }) => {
    return `${textAt(text, range)}: ${message.replace(/ Until then .*/, '')}`;
  });
}

describe('a project file', () => {
  it('says nothing where it is empty but for its version', () => {
    assert.deepEqual(readProjectFile('{"version":1}', further).configuration, {
      severities: {},
      secureXTargets: [],
      namePatterns: [],
      suffixes: [],
      atomics: [],
      updateDescription: undefined,
      vocabulary: undefined,
      suppressions: [],
    });
  });

  it('is read in full', () => {
    const { configuration, problems } = readProjectFile(whole, further);
    assert.deepEqual(problems, []);
    assert.deepEqual(configuration?.atomics, [
      {
        id: '03N5TAMXXQ0C12JAhvNXWZyOl7s0MNe2Fk8',
        tokenInput: '03N5TAMXXQ0C13bbhvNXWZyOl7s0MNe2Fk8',
        name: 'Own',
        emptyInput: 'proven',
      },
    ]);
    assert.deepEqual(configuration.suffixes, ['-b', '_Second set']);
    assert.equal(configuration.suppressions[0]?.file, 'a.json');
    assert.equal(configuration.updateDescription, false);
  });

  const odd: Readonly<Record<string, readonly [text: string, ...problems: string[]]>> = {
    'no JSON': ['{"version":1', ': This is not valid JSON: close brace expected.'],
    'comments, which JSON does not have': [
      '{"version":1 /* one */}',
      '/* one */: This is not valid JSON: invalid comment token.',
    ],
    'an empty text': ['', ': This is not valid JSON: value expected.'],
    'a list': ['[]', '[]: A project file must be an object.'],
    'no version': ['{}', '{: "version" is missing: it must be the number 1.'],
    'other words': ['{"version":1,"vocabulary":"cisco"}', '"cisco": "vocabulary" must be "auto", "securex" or "xdr".'],
    'another version': ['{"version":2}', '2: "version" must be the number 1.'],
    'an unknown key': ['{"version":1,"rules":{}}', '"rules": Nobody knows the key "rules": correct it or take it out.'],
    'a key that every object has': [
      '{"version":1,"__proto__":{}}',
      '"__proto__": Nobody knows the key "__proto__": correct it or take it out.',
    ],
    'a key that stands twice': [
      '{"version":1,"suppressions":[],"suppressions":[]}',
      '"suppressions": The key "suppressions" stands twice: take one out.',
    ],
    'a suffix that could be misread': [
      '{"version":1,"suffixes":["-b","b"]}',
      '"b": What stands in "suffixes" must be a text that begins with _, -, . or a space, goes on with letters, digits and these, ends with a letter or a digit, and has at most 41 characters.',
    ],
    'a suffix in place of a list': ['{"version":1,"suffixes":"-b"}', '"-b": "suffixes" must be a list of suffixes.'],
    'an atomic that makes tokens': [
      printJson({ version: 1, atomics: [own(systemGenerator)] }),
      `"${systemGenerator}": This atomic makes tokens, it takes none: take it out.`,
    ],
    'an atomic of the system': [
      printJson({ version: 1, atomics: [own(inspect.id)] }),
      `"${inspect.id}": "${inspect.name}" is a system atomic and known already: take it out.`,
    ],
    'an atomic of Orbital': [
      printJson({ version: 1, atomics: [own(queryOrbital.id)] }),
      `"${queryOrbital.id}": "${queryOrbital.name}" calls Orbital, which no token key serves: take it out.`,
    ],
    'an atomic twice': [
      printJson({ version: 1, atomics: [own(unknownAtomic.id), own(unknownAtomic.id.replace(/^.*_/, ''))] }),
      '"03N5TAMXXQ0C12JAhvNXWZyOl7s0MNe2Fk8": This atomic stands in the list twice: take one out.',
    ],
  };
  for (const [what, [text, ...problems]] of Object.entries(odd)) {
    it(`with ${what} does not count at all, and says where and why`, () => {
      assert.deepEqual(problemsOf(text), problems);
      const project = readProjectFile(text, further);
      assert.equal(project.configuration, undefined);
      for (const { code, severity, message } of project.problems) {
        assert.deepEqual([code, severity], ['project-file', 'error']);
        assert.match(message, /^(?:[A-Z]|").*\. Until then nothing in this file counts, .*\.$/);
      }
    });
  }

  it('may say more of an atomic that is not of the system', () => {
    assert.deepEqual(problemsOf(printJson({ version: 1, atomics: [own(createCasebookCtr.id)] })), []);
  });

  it('has problems or says something, and never throws', () => {
    fc.assert(
      fc.property(arbitraryDamage, fc.oneof(fc.json(), fc.constant(whole)), (damage, text) => {
        for (const each of [text, damage(text)]) {
          const { configuration, problems } = readProjectFile(each, further);
          assert.equal(problems.length > 0, configuration === undefined);
        }
      }),
    );
  });

  it('that is nested too deeply is told from others', () => {
    const text = '{"version":'.repeat(100_000);
    assert.ok(readProjectFile(text, further).problems.length > 0);
  });

  it('with problems keeps everything under it from being edited', () => {
    const make = build.generator('make');
    const text = printJson(
      build.workflow({ actions: [make, build.atomicCall('use', inspect, build.tokenOf('make'))] }),
    );
    const project = readProjectFile('{', further);
    const configuration = configure(defaultConfiguration, project, 'flow.json', '2024-06-01');
    const service = createLanguageService({ configuration: () => configuration });
    const document = { uri: 'file:///flow.json', text };
    assert.deepEqual(
      service.diagnose(document).map(({ code, fixable }) => [code, fixable]),
      [
        ['securex-ended', false],
        ['generate-access-token', false],
        ['access-token-input', false],
      ],
    );
    assert.deepEqual(service.fixes(document, { only: [''] }), []);
    const plan = service.planMigration(document);
    assert.deepEqual([plan.status, plan.newText === text], ['failed', true]);
    assert.match(plan.error ?? '', /The project file \.sxo\.json has errors/);
  });
});
