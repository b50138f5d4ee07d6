// `npm start`: opens the samples in a real editor with the extension loaded. Needs Node and the npm registry only.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, statSync } from 'node:fs';
import { basename, delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot, temporaryFolder } from './command.mjs';
import { installDependencies } from './dependencies.mjs';

const usage = `npm start [-- [FOLDER] [--port N] [--desktop]]
Opens FOLDER in an editor in the browser, with the extension loaded. Without FOLDER: a copy of samples/, to play with.
  --port N     the port to listen on (default: a free one)
  --desktop    use the VS Code that is installed here instead`;

try {
  await start();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

async function start() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { desktop: { type: 'boolean' }, port: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return console.log(usage);
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
    throw new Error(`--port takes a number from 1 to 65535, not '${values.port}'.`);
  }
  if (positionals.length > 1) throw new Error(`One folder at a time.\n${usage}`);
  const folder = positionals[0] === undefined ? undefined : resolve(positionals[0]);
  if (folder !== undefined && !(existsSync(folder) && statSync(folder).isDirectory())) {
    throw new Error(`${folder} is no folder.`);
  }
  return values.desktop ? startDesktop(folder) : startWeb(folder, port);
}

async function startWeb(folder, port) {
  // Ctrl-C is how this is meant to end.
  process.on('SIGINT', () => process.exit(0));
  await installDependencies();
  const { build, packageExtension, packagePath } = await import('./package.mjs');
  const { openFile, startEditor } = await import('./editor.mjs');
  const { startExampleTenants } = await import('./example-tenants.mjs');
  await build();
  await packageExtension({ quiet: true });
  const editor = await startEditor({ extensions: [packagePath], port });
  const opened = folder ?? samples();
  const first = folder === undefined ? { payload: openFile(editor, join(opened, 'direct-input.json')) } : {};
  const tenants = await startExampleTenants();
  console.log(`
The editor is ready. Open this address in a browser:

  ${editor.address({ folder: opened, ...first })}

${whereToClick(opened)}
${tenantsToTry(tenants)}
Ctrl-C ends all of it.`);
  await editor.ended;
  throw new Error('The editor ended by itself.');
}

async function startDesktop(folder) {
  const editor = findDesktop();
  if (editor === undefined) {
    throw new Error(
      'No VS Code is installed here: neither `code` nor `codium` is on the PATH, and VSCODE_EXECUTABLE_PATH names none.\n' +
        'Install one, or run `npm start` without --desktop for an editor in the browser.',
    );
  }
  await installDependencies();
  const { build } = await import('./package.mjs');
  await build();
  const opened = folder ?? samples();
  console.log(`Opening ${opened} in ${editor}.\n\n${whereToClick(opened)}\nClosing the window ends all of it.`);
  const shell = process.platform === 'win32';
  const child = spawn(shell ? `"${editor}"` : editor, ['--new-window', '--wait', `--extensionDevelopmentPath=${projectRoot}`, opened], {
    stdio: 'inherit',
    shell,
  });
  child.on('error', (error) => {
    console.error(`${editor} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('close', (code) => process.exit(code ?? 1));
}

/** The samples under their own name, but a copy: whoever tries a migration should not find the checkout changed. */
function samples() {
  const folder = join(temporaryFolder('start'), 'samples');
  cpSync(join(projectRoot, 'samples'), folder, { recursive: true });
  return folder;
}

function whereToClick(folder) {
  return `Open a workflow of ${basename(folder)}/ in the explorer: findings are underlined, and the line above the workflow offers Migrate and Preview.
Click a finding and its light bulb (Ctrl+.), or right-click a folder in the explorer to migrate all that it holds.
`;
}

function tenantsToTry({ server, names }) {
  const clients = names.map((name) => {
    const { clientId, clientSecret } = server.credentialsOf(name);
    return `  ${name.padEnd(8)} ${clientId}   ${clientSecret}`;
  });
  return `To try the explorer without an account (the key in the activity bar), sign in to "Another Server" at ${server.url}
with the client id and the password of one of these invented tenants:

${clients.join('\n')}
`;
}

function findDesktop() {
  const named = process.env.VSCODE_EXECUTABLE_PATH;
  if (named) return existsSync(named) ? named : undefined;
  const names = ['code', 'code-insiders', 'codium'].map((name) => (process.platform === 'win32' ? `${name}.cmd` : name));
  return names
    .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}
