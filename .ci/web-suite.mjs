// Runs a suite in the extension host of the web editor.
import { openBrowser } from './browser.mjs';
import { startEditor } from './editor.mjs';
import { packagePath } from './package.mjs';

/** A suite that says nothing for so long will not end any more. */
const patience = 3 * 60_000;

/** What the suite prints, among all that an editor says to its console. */
const mark = '[suite]';

export async function runInWebEditor({ entry, developed, workspace, env }) {
  const editor = await startEditor({
    extensions: [packagePath],
    // A built editor honours the development options in an address only with this one.
    arguments: ['--enable-smoke-test-driver'],
    env,
  });
  const { browser, page } = await openBrowser();
  const log = [];
  let timer;
  try {
    const remote = (path) => `vscode-remote://127.0.0.1:${editor.port}${path}`;
    const address = editor.address({
      folder: workspace,
      payload: JSON.stringify([
        ['extensionDevelopmentPath', remote(developed)],
        ['extensionTestsPath', remote(entry)],
        ['skipWelcome', 'true'],
      ]),
    });
    const code = await new Promise((resolve, reject) => {
      const alive = () => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(new Error(`The suite said nothing for ${patience / 60_000} minutes.`)), patience);
      };
      const hear = (type, [first, ...rest]) => {
        const line = [first, ...rest].join(' ');
        if (first !== mark) return log.push(`${type}: ${line}`);
        alive();
        return console.log(rest.join(' '));
      };
      alive();
      editor.ended.then(() => reject(new Error('The editor ended by itself.')));
      Promise.all([page.exposeFunction('codeAutomationLog', hear), page.exposeFunction('codeAutomationExit', resolve)])
        .then(() => page.goto(address))
        .catch(reject);
    });
    if (code !== 0) showOwn(log);
    return code === 0;
  } catch (error) {
    showOwn(log);
    throw error;
  } finally {
    clearTimeout(timer);
    await browser.close();
    editor.stop();
  }
}

/** Of all that the editor logged, what speaks of this extension. */
function showOwn(log) {
  const own = log.filter((line) => line.includes('securex-workflows') || line.includes('out/test/vscode'));
  if (own.length > 0) console.error(`The editor's log says:\n${own.join('\n')}`);
}
