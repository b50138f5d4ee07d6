import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { root } from '../support/repository';

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

/** The words as the editor puts them in. */
const words = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as Record<string, string>;

const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  contributes: {
    commands: readonly { command: string }[];
    views: { sxo: readonly { id: string }[] };
    walkthroughs: readonly { steps: readonly Step[] }[];
  };
};
const commands = new Set(contributes.commands.map(({ command }) => command));
const views = new Set(contributes.views.sxo.map(({ id }) => id));

/** What the editor itself has. */
const ofTheEditor = new Set([
  'workbench.action.files.openFile',
  'workbench.actions.view.problems',
  'workbench.panel.markers.view',
]);

function isKnownCommand(command: string): boolean {
  const view = /^(.+)\.focus$/.exec(command)?.[1];
  return commands.has(command) || ofTheEditor.has(command) || (view !== undefined && views.has(view));
}

describe('the walkthrough', () => {
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

  it('has four or five steps', () => {
    assert.ok(steps.length === 4 || steps.length === 5, `${steps.length} steps`);
  });

  for (const { id, description, media, completionEvents } of steps) {
    describe(`step ${id}`, () => {
      it('offers commands that exist', () => {
        const offered = [...words[description.slice(1, -1)]!.matchAll(/\(command:(?:toSide:)?([\w.]+)\)/g)].map(
          ([, command]) => command,
        );
        assert.ok(offered.length > 0);
        for (const command of offered) assert.ok(isKnownCommand(command!), command);
      });

      it('is done by something that exists', () => {
        assert.ok(completionEvents.length > 0);
        for (const event of completionEvents) {
          const [kind, subject] = event.split(':') as [string, string];
          if (kind === 'onCommand') assert.ok(isKnownCommand(subject), event);
          else if (kind === 'onView') assert.ok(views.has(subject) || ofTheEditor.has(subject), event);
          else assert.equal(event, 'onContext:sxo.isWorkflow');
        }
      });

      it('has a picture that is XML, in colours of the theme alone', () => {
        const svg = readFileSync(join(root, media.svg), 'utf8');
        const paints: string[] = [];
        const parser = new SaxesParser();
        parser.on('error', (error) => {
          throw error;
        });
        parser.on('opentag', ({ attributes }) => {
          for (const name of ['fill', 'stroke']) {
            const paint = attributes[name];
            if (typeof paint === 'string') paints.push(paint);
          }
        });
        parser.write(svg).close();
        assert.ok(paints.length > 0);
        for (const paint of paints) assert.match(paint, /^(?:none|var\(--vscode-.+\))$/);
        assert.ok(words[media.altText.slice(1, -1)]);
      });
    });
  }
});
