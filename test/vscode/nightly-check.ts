// What the tests know of workspace/direct-input.json: written here a second time, by hand, so that a test does not
// take the extension's word for it.

export const nightlyCheck = 'direct-input.json';

const generator = 'definition_activity_03E9YTUYFB3M429SR5XzyrNCdshoJUsM0av';

export const tokenReference = `$activity.${generator}.output.variable_workflow_01PP75S3G7CJY6WAQr2IJC7qga2SIoE09gQ$`;

/** As it is in the file: the value of the input, with its quotes. */
export const inputValue = `"${tokenReference}"`;

export const authorizationHeader = `            {
              "name": "Authorization",
              "value": "Bearer ${tokenReference}"
            },
`;

export const listedGenerator = `    "definition_workflow_01PP75S3LTBW4420OZU3rdHWKHFnE6aC7yH",
`;

/** The text after the whole migration. */
export function migrated(text: string): string {
  const start = text.indexOf(`      {\n        "unique_name": "${generator}"`);
  const end = text.indexOf('      {\n        "unique_name": "definition_activity_03MD78H39F5624gqhHQm8TO3c9FKsun3iYO"');
  const withoutGenerator = text.slice(0, start) + text.slice(end);
  return withoutGenerator.replace(inputValue, '""').replace(authorizationHeader, '').replace(listedGenerator, '');
}
