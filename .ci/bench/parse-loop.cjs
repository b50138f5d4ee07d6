// What the command line is held against: reads and parses every *.json below a folder, and does nothing with it.
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const [, , folder] = process.argv;
for (const name of readdirSync(folder, { recursive: true })) {
  if (name.endsWith('.json')) JSON.parse(readFileSync(join(folder, name), 'utf8'));
}
