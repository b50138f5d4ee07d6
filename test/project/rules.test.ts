import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectRuleCodes, suppressionRule } from '../../src/core/project/project-rule';
import { rules } from '../../src/core/rules/rules';
import { tenantRules } from '../../src/tenant/rules/tenant-rules';
import { tenantRuleCodes } from '../../src/tenant/tenant-rule-code';
import { root } from '../support/repository';

const codes = rules.map(({ code }) => code).sort();

const load = createRequire(__filename);

/** Every rule that some file under `src/core/rules` exports, with the file's name. */
function exportedRules(): { readonly file: string; readonly code: string }[] {
  const compiled = join(__dirname, '../../src/core/rules');
  return readdirSync(join(root, 'src/core/rules')).flatMap((name) => {
    const file = name.replace(/\.ts$/, '');
    const exported = Object.values(load(join(compiled, file)) as Record<string, unknown>);
    return exported.flatMap((value) => {
      const { code, check } = (value ?? {}) as { code?: unknown; check?: unknown };
      return typeof code === 'string' && typeof check === 'function' ? [{ file, code }] : [];
    });
  });
}

describe('every rule', () => {
  it('has a code of its own', () => {
    assert.equal(new Set(codes).size, codes.length);
  });

  it('has a file of its own, and every rule in a file is in the list', () => {
    assert.deepEqual(
      exportedRules().sort((a, b) => a.code.localeCompare(b.code)),
      codes.map((code) => ({ file: code, code })),
    );
  });

  it('has a page, and every page has a rule', () => {
    assert.deepEqual(
      readdirSync(join(root, 'docs/rules'))
        .filter((name) => name.endsWith('.md'))
        .sort(),
      [...codes, ...tenantRuleCodes, ...projectRuleCodes].map((code) => `${code}.md`).sort(),
    );
  });

  it('has a folder of fixtures, and every folder has a rule', () => {
    assert.deepEqual(readdirSync(join(root, 'test/core/rules')).sort(), codes);
  });

  it('has a setting for its severity, with the same default, and every such setting has a rule', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      contributes: {
        configuration: { properties: { 'sxo.rules.severity': { properties: Record<string, { default: string }> } } };
      };
    };
    const settings = manifest.contributes.configuration.properties['sxo.rules.severity'].properties;
    const defaults = Object.entries(settings).map(([code, { default: severity }]) => `${code}: ${severity}`);
    assert.deepEqual(
      defaults.sort(),
      [...rules, ...tenantRules, suppressionRule].map(({ code, severity }) => `${code}: ${severity}`).sort(),
    );
  });

  it('has a page that says its code first', () => {
    for (const code of codes) {
      const path = join(root, 'docs/rules', `${code}.md`);
      assert.ok(existsSync(path), path);
      assert.match(readFileSync(path, 'utf8').split('\n')[0] ?? '', new RegExp(code));
    }
  });

  it('has every picture that its page shows, a small one, and no other is kept', () => {
    const folder = join(root, 'docs/rules');
    const shown = [...codes, ...tenantRuleCodes].flatMap((code) =>
      [...readFileSync(join(folder, `${code}.md`), 'utf8').matchAll(/!\[[^\]]{20,}\]\(pictures\/([^)]+)\)/g)].map(
        ([, name = '']) => name,
      ),
    );
    assert.deepEqual(shown.sort(), readdirSync(join(folder, 'pictures')).sort());
    for (const name of shown) assert.ok(statSync(join(folder, 'pictures', name)).size < 100_000, name);
  });
});
