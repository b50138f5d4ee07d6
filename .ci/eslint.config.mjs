import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const node = ['node:*', 'fs', 'path', 'os', 'http', 'https', 'net', 'child_process', 'crypto', 'stream', 'util', 'url'];
const ban = (names, message) => [
  'error',
  { patterns: [{ group: names, message }] },
];

/** The floors of the core, lowest first: a file imports from its own floor and from those below. */
const floors = ['text', 'catalog', 'document', 'edits', 'analysis', 'migration', 'conversion', 'rules', 'reading', 'features', 'project'];
const outerRings = ['vscode', ...node, '**/cli/**', '**/vscode/**', '**/tenant/**', '**/picture/**', '**/webview/**'];
const coreFloors = floors.map((floor, index) => ({
  files: [`src/core/${floor}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: outerRings, message: 'The core knows no editor, no Node, no network and no outer ring.' },
          {
            group: ['**/service', ...floors.slice(index + 1).map((higher) => `**/${higher}/*`)],
            message: 'Inside the core, imports only go down: see ARCHITECTURE.md.',
          },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['out/**', 'dist/**', 'node_modules/**', '.vscode-test/**', '.ci/*.d.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', performance: 'readonly', Buffer: 'readonly', fetch: 'readonly', AbortSignal: 'readonly', globalThis: 'readonly' } },
  },
  {
    files: ['test/page/**/*.mjs'],
    languageOptions: { globals: { describe: 'readonly', it: 'readonly', before: 'readonly', after: 'readonly', afterEach: 'readonly', navigator: 'readonly' } },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: ['src/*/tsconfig.json', 'test/tsconfig.json'], tsconfigRootDir: new URL('..', import.meta.url).pathname } },
    rules: {
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that holds the thing.' },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-imports': ban(outerRings, 'The core knows no editor, no Node, no network and no outer ring.'),
    },
  },
  ...coreFloors,
  {
    files: ['src/tenant/**/*.ts'],
    rules: {
      'no-restricted-imports': ban(
        ['vscode', ...node, '**/cli/**', '**/vscode/**', '**/picture/**', '**/webview/**'],
        'The tenant ring knows no editor and no Node: fetch, clock and credentials are handed in.',
      ),
    },
  },
  {
    files: ['src/picture/**/*.ts'],
    rules: {
      'no-restricted-imports': ban(
        ['vscode', ...node, '**/cli/**', '**/vscode/**', '**/tenant/**', '**/webview/**'],
        'Pictures are made of the graph alone: no editor, no Node, no page.',
      ),
    },
  },
  {
    files: ['src/webview/**/*.ts'],
    rules: {
      'no-restricted-imports': ban(
        ['vscode', ...node, '**/cli/**', '**/vscode/**', '**/tenant/**'],
        'A page knows the picture ring and the types of the core; the editor speaks to it in messages.',
      ),
    },
  },
  {
    files: ['src/cli/**/*.ts'],
    rules: { 'no-restricted-imports': ban(['vscode', '**/vscode/**', '**/webview/**'], 'The command line knows no editor.') },
  },
  {
    files: ['src/vscode/**/*.ts'],
    rules: { 'no-restricted-imports': ban([...node, '**/cli/**', '**/webview/**'], 'The extension also runs where there is no Node file system: use vscode.workspace.fs.') },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
