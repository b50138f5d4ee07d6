// Writes what is known once, in the rules themselves, to all places that repeat it: the header of each rule's page,
// the table in README.md, the settings in package.json with their words in package.nls.json, and the schemas of project files and of workflows. With --check it changes nothing and names what differs.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from './command.mjs';
import { messagesIn } from './l10n-messages.mjs';
import { workflowSchema } from './workflow-schema.mjs';

const compiledRules = 'out/src/core/rules/rules.js';
const compiledTenantRules = 'out/src/tenant/rules/tenant-rules.js';
const compiledProjectRules = 'out/src/core/project/project-rule.js';
const compiledProjectSchema = 'out/src/core/project/project-schema.js';
const compiledWorkflowSchema = 'out/src/core/document/schema.js';

const fixes = {
  safe: 'safe, offered as the preferred quick fix',
  unsafe: 'unsafe, offered by hand only and never in bulk',
  none: 'none',
};

const tags = { deprecated: 'struck through', unnecessary: 'faded where nothing uses it any more' };

/** The text between two markers, which each stand on a line of their own, replaced. */
function replaceBetween(text, start, end, lines) {
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from === -1 || to === -1) throw new Error(`it lacks the markers ${start} and ${end}.`);
  return `${text.slice(0, from)}${start}\n${lines.join('\n')}\n${text.slice(to)}`;
}

function page(rule) {
  return (text) =>
    replaceBetween(text, '<!-- generated -->', '<!-- /generated -->', [
      rule.summary,
      '',
      `- Severity: ${rule.severity}`,
      `- Fix: ${fixes[rule.fix]}${rule.isInFixAll ? ' and part of "fix all"' : ''}`,
      ...(rule.tags.length > 0 ? [`- Shown: ${rule.tags.map((tag) => tags[tag]).join(', ')}`] : []),
    ]);
}

function table(rules) {
  return (text) =>
    replaceBetween(text, '<!-- rules:start -->', '<!-- rules:end -->', [
      '| Rule | What it finds | Severity | Fix |',
      '| --- | --- | --- | --- |',
      ...rules.map(({ code, summary, severity, fix }) => `| [${code}](docs/rules/${code}.md) | ${summary} | ${severity} | ${fix} |`),
    ]);
}

/** None of them has a fix: the tenant's side of a matter is not in the file. */
function tenantTable(rules) {
  return (text) =>
    replaceBetween(text, '<!-- tenant-rules:start -->', '<!-- tenant-rules:end -->', [
      '| Rule | What it finds | Severity |',
      '| --- | --- | --- |',
      ...rules.map(({ code, summary, severity }) => `| [${code}](docs/rules/${code}.md) | ${summary} | ${severity} |`),
    ]);
}

function settings(rules) {
  return (text) => {
    const manifest = JSON.parse(text);
    const setting = [manifest.contributes?.configuration ?? []]
      .flat()
      .map(({ properties }) => properties?.['sxo.rules.severity'])
      .find((candidate) => candidate !== undefined);
    if (!setting) throw new Error('it contributes no setting "sxo.rules.severity".');
    const before = JSON.stringify(setting.properties);
    setting.properties = Object.fromEntries(
      rules.map(({ code, severity }) => [
        code,
        { type: 'string', enum: ['error', 'warning', 'info', 'off'], default: severity, description: `%rule.${code}%` },
      ]),
    );
    return JSON.stringify(setting.properties) === before ? text : `${JSON.stringify(manifest, undefined, 2)}\n`;
  };
}

/** What the editor shows of the manifest, in English; a translation is a file beside it. */
function settingWords(rules) {
  return (text) => {
    const others = Object.entries(JSON.parse(text)).filter(([key]) => !key.startsWith('rule.'));
    const words = [...others, ...rules.map(({ code, summary }) => [`rule.${code}`, summary])];
    return `${JSON.stringify(Object.fromEntries(words), undefined, 2)}\n`;
  };
}

/** All that the source hands to the editor for translation, each text by itself, as the editor wants it. */
function messages() {
  const source = join(projectRoot, 'src/vscode');
  const files = readdirSync(source, { recursive: true }).filter((name) => name.endsWith('.ts'));
  const found = new Set(files.flatMap((name) => messagesIn(readFileSync(join(source, name), 'utf8'))));
  return `${JSON.stringify(Object.fromEntries([...found].sort().map((text) => [text, text])), undefined, 2)}\n`;
}

/** For editors, which complete and explain a project file by it. */
function projectSchema(schema) {
  const { toJSONSchema } = createRequire(import.meta.url)('zod/mini');
  const { $schema, ...rest } = toJSONSchema(schema);
  const whole = { $schema, title: 'Project file of SecureX & XDR Workflows', ...rest };
  return () => `${JSON.stringify(whole, undefined, 2)}\n`;
}

/** Applies each change to its file; returns the files that were not as they should be. */
function generate(changes, check) {
  return changes.filter(([file, change]) => {
    const path = join(projectRoot, file);
    let text, generated;
    try {
      text = existsSync(path) ? readFileSync(path, 'utf8') : '';
      generated = change(text);
    } catch (error) {
      throw new Error(`${file} cannot be generated: ${error.message}`, { cause: error });
    }
    if (generated === text) return false;
    if (!check) writeFileSync(path, generated);
    return true;
  });
}

function load(compiled) {
  try {
    return createRequire(import.meta.url)(join(projectRoot, compiled));
  } catch (error) {
    throw new Error(`${compiled} cannot be loaded. Run npm run compile first. (${error.message.split('\n')[0]})`, { cause: error });
  }
}

const check = process.argv.includes('--check');
try {
  const { rules } = load(compiledRules);
  const { tenantRules } = load(compiledTenantRules);
  const { projectRules, suppressionRule } = load(compiledProjectRules);
  const { createProjectSchema } = load(compiledProjectSchema);
  const { exportSchema } = load(compiledWorkflowSchema);
  const changes = [
    ...rules.map((rule) => [`docs/rules/${rule.code}.md`, page(rule)]),
    ...tenantRules.map((rule) => [`docs/rules/${rule.code}.md`, page(rule)]),
    ...projectRules.map((rule) => [`docs/rules/${rule.code}.md`, page(rule)]),
    ['README.md', (text) => tenantTable(tenantRules)(table([...rules, ...projectRules])(text))],
    ['package.json', settings([...rules, ...tenantRules, suppressionRule])],
    ['package.nls.json', settingWords([...rules, ...tenantRules, suppressionRule])],
    ['l10n/bundle.l10n.json', messages],
    ['docs/sxo.schema.json', projectSchema(createProjectSchema(tenantRules.map(({ code }) => code)))],
    ['docs/workflow.schema.json', () => `${JSON.stringify(workflowSchema(exportSchema), undefined, 2)}\n`],
  ];
  const differing = generate(changes, check).map(([file]) => file);
  for (const file of differing) console.log(check ? `${file} is not as the rules say. Run npm run generate.` : `${file} written.`);
  if (check && differing.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
