import assert from 'node:assert/strict';
import { parseArguments } from '../../src/cli/arguments';
import { UsageError } from '../../src/cli/usage-error';

describe('arguments', () => {
  it('have defaults', () => {
    assert.deepEqual(parseArguments(['check', 'a', '-']), {
      command: 'check',
      paths: ['a', '-'],
      format: 'text',
      failOn: 'warning',
      secureXTargets: [],
      vocabulary: undefined,
    });
    assert.deepEqual(parseArguments(['migrate', 'a']), {
      command: 'migrate',
      paths: ['a'],
      format: 'text',
      to: 'token',
      output: 'report',
      directory: '',
      assumeOptional: false,
      keepDescription: false,
      keepRetired: false,
      replaceKept: false,
      secureXTargets: [],
      vocabulary: undefined,
    });
  });

  it('are taken in any order', () => {
    assert.deepEqual(
      parseArguments([
        'check',
        '--format=json',
        'a',
        '--fail-on',
        'never',
        'b',
        '--securex-target',
        'A',
        '--securex-target=B',
      ]),
      {
        command: 'check',
        paths: ['a', 'b'],
        format: 'json',
        failOn: 'never',
        secureXTargets: ['A', 'B'],
        vocabulary: undefined,
      },
    );
    const asked = ['--out', 'o', '--assume-optional', 'a', '--keep-description', '--keep-retired', '--replace-kept'];
    assert.deepEqual(parseArguments(['migrate', ...asked, '--format', 'json']), {
      command: 'migrate',
      paths: ['a'],
      format: 'json',
      to: 'token',
      output: 'out',
      directory: 'o',
      assumeOptional: true,
      keepDescription: true,
      keepRetired: true,
      replaceKept: true,
      secureXTargets: [],
      vocabulary: undefined,
    });
  });

  it('of sxo graph and sxo doc say whose words', () => {
    assert.deepEqual(parseArguments(['graph', 'a', '--vocabulary', 'xdr', '--data']), {
      command: 'graph',
      path: 'a',
      format: 'mermaid',
      withData: true,
      withMigration: false,
      secureXTargets: [],
      vocabulary: 'xdr',
    });
    assert.deepEqual(parseArguments(['doc', 'a', '--vocabulary=securex']), {
      command: 'doc',
      paths: ['a'],
      directory: '',
      secureXTargets: [],
      vocabulary: 'securex',
    });
  });

  it('after -- are paths, whatever they look like', () => {
    assert.deepEqual((parseArguments(['check', '--', '--format']) as { paths: unknown }).paths, ['--format']);
  });

  it('of sxo tenant say where the tenant is', () => {
    assert.deepEqual(parseArguments(['tenant', 'check', 'a', '--snapshot', 's']), {
      command: 'tenant check',
      source: { kind: 'file', path: 's' },
      paths: ['a'],
      format: 'text',
      failOn: 'warning',
      secureXTargets: [],
      vocabulary: undefined,
    });
    assert.deepEqual(parseArguments(['tenant', 'targets', 'a', '--method', 'token', '--suffix', '_Token']), {
      command: 'tenant targets',
      source: { kind: 'live', region: 'us' },
      method: 'token',
      suffix: '_Token',
      key: undefined,
      apply: false,
      paths: ['a'],
      format: 'text',
      vocabulary: undefined,
    });
    assert.deepEqual(parseArguments(['tenant', 'switch', '--key', 'k', '--region', 'apjc', '--apply']), {
      command: 'tenant switch',
      source: { kind: 'live', region: 'apjc' },
      key: 'k',
      apply: true,
      paths: [],
      format: 'text',
      vocabulary: undefined,
    });
  });

  it('ask for help, even where something is missing', () => {
    assert.deepEqual(parseArguments(['--help']), { command: 'help', topic: 'sxo' });
    assert.deepEqual(parseArguments(['check', '-h']), { command: 'help', topic: 'check' });
    assert.deepEqual(parseArguments(['migrate', '--write', '--help', '--diff']), { command: 'help', topic: 'migrate' });
    assert.deepEqual(parseArguments(['retarget', '-h']), { command: 'help', topic: 'retarget' });
    assert.deepEqual(parseArguments(['--version']), { command: 'version' });
  });

  const refused: readonly (readonly [string, RegExp])[] = [
    ['', /^A command is missing: check, migrate, retarget, graph, doc or tenant\.$/],
    ['lint a', /^There is no command "lint", only check, migrate, retarget, graph, doc and tenant\.$/],
    [
      '--format json check a',
      /^The command comes first, before "--format": check, migrate, retarget, graph, doc or tenant\.$/,
    ],
    ['tenant', /^sxo tenant needs one of show, check, diff, switch, targets and snapshot\.$/],
    ['tenant list', /^sxo tenant has no command "list", only show, check, /],
    ['tenant --region eu show', /^One of show, check, .* comes first, before "--region"\.$/],
    ['tenant check a', /^sxo tenant check needs a tenant: --snapshot FILE, or --region us\|eu\|apjc\.$/],
    ['tenant show --snapshot a --region us', /^Only one of --snapshot and --region can be given\.$/],
    ['tenant show --region mars', /^--region cannot be "mars"; it is one of us, eu, apjc\.$/],
    ['tenant check --snapshot a', /^sxo tenant check needs a PATH: /],
    ['tenant diff a', /^sxo tenant diff takes two snapshots/],
    ['tenant diff a b c', /^sxo tenant diff takes two snapshots/],
    ['tenant switch --snapshot a', /^sxo tenant switch needs --key NAME/],
    ['tenant switch --snapshot a --key k --apply', /^--apply changes a tenant, and a snapshot is none/],
    ['tenant targets --snapshot a', /^sxo tenant targets needs --method legacy or --method token/],
    ['tenant targets --method both', /^--method cannot be "both"; it is one of legacy, token\.$/],
    ['tenant targets --method token --suffix a/b', /^The suffix "a\/b" will not do: it begins with _, /],
    ['tenant targets --method token --snapshot a --apply', /^--apply changes a tenant, and a snapshot is none/],
    ['tenant snapshot --region us', /^sxo tenant snapshot needs --out FILE/],
    ['check', /^sxo check needs a PATH: a file, a folder, or -/],
    ['graph', /^sxo graph needs a FILE: a workflow export, or -/],
    ['retarget a', /^sxo retarget needs --suffix: .*; or --to xdr, /],
    ['retarget a --to xdr --suffix _Token', /^Only one of --suffix and --to can be given\.$/],
    ['retarget a --to securex', /^--to cannot be "securex"; it is one of xdr\.$/],
    ['retarget a --suffix _Token --inferred', /^--inferred goes with --to xdr only\.$/],
    ['retarget a --suffix x', /^The suffix "x" will not do: it begins with _, /],
    [
      'retarget a --suffix _Token --assume-optional',
      /^sxo retarget has no option "--assume-optional", only --suffix, --to, --inferred, --undo, /,
    ],
    ['retarget a --suffix _Token --write --diff', /^Only one of --write and --diff can be given\.$/],
    ['retarget --suffix _Token', /^sxo retarget needs a PATH: /],
    ['migrate --write', /^sxo migrate needs a PATH: /],
    [
      'check a --formt json',
      /^sxo check has no option "--formt", only --format, --fail-on, --securex-target, --vocabulary, --help\.$/,
    ],
    ['check a --write', /^sxo check has no option "--write", only /],
    ['check a -x', /^sxo check has no option "-x", only /],
    ['check a --format sarif', /^--format cannot be "sarif"; it is one of text, json, github\.$/],
    ['check a --fail-on high', /^--fail-on cannot be "high"; it is one of error, warning, info, never\.$/],
    ['migrate a --format github', /^--format cannot be "github"; it is one of text, json\.$/],
    ['check a --format', /^--format needs a value\.$/],
    ['check a --format=', /^--format needs a value\.$/],
    ['migrate a --out --write', /^--out needs a value\.$/],
    ['migrate a --out -', /^--out needs a value\.$/],
    ['migrate a --write=yes', /^--write takes no value\.$/],
    ['migrate a --out b --out c', /^--out is given more than once\.$/],
    ['migrate a --write --write', /^--write is given more than once\.$/],
    ['check a --vocabulary xdr --vocabulary xdr', /^--vocabulary is given more than once\.$/],
    [
      'graph a --format json --data',
      /^--data is for pictures; it does not go with --format json, which holds all lines/,
    ],
    [
      'graph a --format json --migration',
      /^--migration is .* with --format json, which tells of the workflow as it is/,
    ],
    ['migrate a --write --diff', /^Only one of --write and --diff can be given\.$/],
    ['migrate a --write --diff --out b', /^Only one of --write and --diff and --out can be given\.$/],
    ['migrate a --to xdr', /^--to cannot be "xdr"; it is one of token, legacy\.$/],
    [
      'migrate a --to legacy --assume-optional',
      /^--assume-optional is for a migration; it does not go with --to legacy\.$/,
    ],
    [
      'migrate a --keep-description --to=legacy',
      /^--keep-description is for a migration; it does not go with --to legacy\.$/,
    ],
    ['migrate a --diff --format json', /^--diff prints a patch; it does not go with --format json\.$/],
    ['migrate - --write', /^--write has no file name for standard input; /],
    ['migrate a - --out b', /^--out has no file name for standard input; /],
  ];
  for (const [line, message] of refused) {
    it(`refuse: sxo ${line}`, () => {
      assert.throws(
        () => parseArguments(line.split(' ').filter((word) => word !== '')),
        (error) => error instanceof UsageError && message.test(error.message),
      );
    });
  }

  it('refuse an empty path, which a script may produce by mistake', () => {
    assert.throws(
      () => parseArguments(['migrate', '', '--write']),
      /^Error: A PATH is empty; write \. for the current folder\.$/,
    );
  });
});
