// A general linter with one rule over the same texts: ESLint with its own JSON language, where that is installed.

export const peer = '@eslint/json';

/** @throws where the package is missing. */
export async function lint() {
  const { default: json } = await import(peer);
  const { Linter } = await import('eslint');
  const linter = new Linter();
  const config = [
    {
      files: ['**/*.json'],
      language: 'json/json',
      plugins: { json, bench: { rules: { generator } } },
      rules: { 'bench/generator': 'warn' },
    },
  ];
  return (text) => linter.verify(text, config, 'bench.json').length;
}

/** Finds what bears the title of a token generator. */
const generator = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Member: (node) => {
      const { name, value } = node;
      if (name.value === 'title' && value.type === 'String' && /generate .*token/i.test(value.value)) {
        context.report({ node, message: 'This makes an access token.' });
      }
    },
  }),
};
