import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { root } from '../support/repository';

interface Source {
  /** From the root, with slashes. */
  readonly path: string;
  readonly text: string;
}

function sourcesUnder(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(join(root, path), 'utf8') }));
}

/** What a file imports in any way, types included: packages by their name, files by their path from the root. */
function importsOf({ path, text }: Source): string[] {
  const statements =
    /^(?:import|export)\s(?:[^'"=;(]*?\sfrom\s*)?['"]([^'"\n]+)['"]|\b(?:import|require)\(\s*['"]([^'"\n]+)['"]/gm;
  const specifiers = [...text.matchAll(statements)].map(([, stated, called]) => stated ?? called ?? '');
  return specifiers.map((specifier) =>
    specifier.startsWith('.')
      ? relative(root, join(root, dirname(path), specifier))
          .split(sep)
          .join('/')
      : specifier,
  );
}

const isNode = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name.split('/')[0] ?? '');

/** The imports of a ring that are not allowed in it, as lines of text. */
function strangersIn(ring: string, isAllowed: (imported: string) => boolean): string[] {
  const sources = sourcesUnder(ring);
  assert.ok(sources.length > 0 && sources.some((source) => importsOf(source).length > 0));
  return sources.flatMap((source) =>
    importsOf(source)
      .filter((imported) => !isAllowed(imported))
      .map((imported) => `${source.path} imports ${imported}`),
  );
}

describe('the rings', () => {
  const core = (imported: string): boolean => imported.startsWith('src/core/');

  it('the core knows itself, jsonc-parser and zod: no editor, no Node, no outer ring', () => {
    const packages = ['jsonc-parser', 'zod', 'zod/mini'];
    assert.deepEqual(
      strangersIn('src/core', (imported) => core(imported) || packages.includes(imported)),
      [],
    );
  });

  it('the tenant ring knows itself, the core and zod: no editor, no Node, no network of its own', () => {
    assert.deepEqual(
      strangersIn('src/tenant', (imported) => {
        return core(imported) || imported.startsWith('src/tenant/') || imported === 'zod/mini';
      }),
      [],
    );
  });

  it('pictures are made of themselves and the core: no editor, no Node, no page', () => {
    assert.deepEqual(
      strangersIn('src/picture', (imported) => core(imported) || imported.startsWith('src/picture/')),
      [],
    );
  });

  it('the command line knows no editor', () => {
    assert.deepEqual(
      strangersIn('src/cli', (imported) => imported !== 'vscode' && !imported.startsWith('src/vscode/')),
      [],
    );
  });

  it('the extension knows no Node and no command line', () => {
    assert.deepEqual(
      strangersIn('src/vscode', (imported) => !isNode(imported) && !imported.startsWith('src/cli/')),
      [],
    );
  });

  it('nothing in the core imports the service, and nothing imports in a circle', () => {
    const imports = new Map(
      sourcesUnder('src/core').map((source) => {
        // Types go when the code is compiled; only values can run in a circle.
        const text = source.text.replace(/\bimport type [^;]*;/g, '');
        return [source.path.replace(/\.ts$/, ''), importsOf({ ...source, text })];
      }),
    );
    assert.deepEqual(
      [...imports].filter(([, imported]) => imported.includes('src/core/service')),
      [],
    );
    const done = new Set<string>();
    const visit = (file: string, way: readonly string[]): void => {
      assert.ok(!way.includes(file), [...way.slice(way.indexOf(file)), file].join(' imports '));
      if (done.has(file)) return;
      for (const next of imports.get(file) ?? []) visit(next, [...way, file]);
      done.add(file);
    };
    for (const file of imports.keys()) visit(file, []);
  });

  it('nothing in the core writes JSON anew', () => {
    for (const { path, text } of sourcesUnder('src/core'))
      assert.doesNotMatch(text, /JSON\s*\.\s*stringify|\bstringify\b/, path);
  });
});
