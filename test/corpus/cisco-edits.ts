import { generatorCalls, isGeneratorId } from '../support/generator-calls';
import type { Json } from '../support/json';
import { valueAt, type JsonDifference } from '../support/json-difference';
import { bare, exportsOf, propertiesOf, stringsIn, textOf, workflowOf } from '../support/read-export';

/** An edit that Cisco made beside the migration of a workflow, in the same days. */
interface UnrelatedEdit {
  readonly why: string;
  explains(difference: Explained): boolean;
}

interface Explained {
  readonly key: string;
  readonly parent: string;
  readonly path: readonly string[];
  /** What the workflow has, before as after our migration. */
  readonly ours: Json | undefined;
  readonly ciscos: Json | undefined;
  /** The whole of Cisco's file. */
  readonly official: Json;
}

const texts: ReadonlySet<string> = new Set([
  'name',
  'title',
  'display_name',
  'description',
  'result_message',
  'workflow_name',
]);
const withoutWebex = (text: Json | undefined): string => textOf(text).replace(/\b(?:webex|teams)\b */gi, '');

const unrelatedEdits: readonly UnrelatedEdit[] = [
  {
    why: 'Webex Teams is called Webex',
    explains: ({ key, ours, ciscos, parent }) =>
      texts.has(key) && parent !== 'workflow' && withoutWebex(ours) === withoutWebex(ciscos),
  },
  {
    why: 'an activity bears the name of the atomic that it calls',
    explains: ({ key, path, ciscos, official }) => {
      const activity = key === 'display_name' ? path.slice(0, -2) : path.slice(0, -1);
      return (
        texts.has(key) &&
        ciscos !== undefined &&
        valueAt(official, [...activity, 'properties', 'workflow_name']) === ciscos
      );
    },
  },
  {
    why: 'the product writes more properties than it did: each with its default',
    explains: ({ key, ours, ciscos }) =>
      ours === undefined &&
      (key === 'workflow_name' ||
        key === 'event_timeout' ||
        (ciscos === false && /^(?:allow_headers_redirect|run_on_all_targets)$/.test(key))),
  },
  {
    why: 'the product writes less than it did: what only says the default',
    explains: ({ key, ours, ciscos }) =>
      key === 'override_target_runtime_user' && ours === false && ciscos === undefined,
  },
  {
    why: 'the product lists dependent workflows: among them a generator only where it is still called',
    explains: ({ key, ours, ciscos, official }) =>
      key === 'dependent_workflows' &&
      ours === undefined &&
      [...stringsIn(ciscos)].map(bare).every((id) => !isGeneratorId(id) || generatorCalls(official).includes(id)),
  },
  {
    why: 'an atomic got another optional input: with a value of its own, and no reference to anything',
    explains: ({ parent, ours, ciscos }) => parent === 'input' && ours === undefined && !textOf(ciscos).includes('$'),
  },
  {
    why: 'a category was renamed or left out',
    explains: ({ path }) => path.includes('categories'),
  },
  {
    why: 'example values of variables',
    explains: ({ key, parent, path, ours }) =>
      key === 'value' && parent === 'properties' && path.includes('variables') && !textOf(ours).includes('$'),
  },
  {
    why: 'the columns of a table type and the types of a target group came in another order, and one table type lost its number',
    explains: ({ path, key }) => path.includes('table_types') || /^(?:data|view)_target_type$/.test(key),
  },
  {
    why: 'the version of a trigger',
    explains: ({ path, key }) => path.includes('triggers') && key === 'version',
  },
  {
    why: 'a workflow that makes no token took on another kind of observable: a condition and the activity after it',
    explains: ({ official, parent, ours, ciscos }) =>
      generatorCalls(official).length === 0 &&
      (parent === 'condition' || (parent === 'actions' && (ours === undefined || ciscos === undefined))),
  },
];

/** Why Cisco's result differs where ours is what was there before; `undefined` where nothing explains it. */
export function explain({ path, left, right }: JsonDifference, official: Json): string | undefined {
  const [parent = '', key = ''] = ['', ...path].slice(-2);
  const difference = { key, parent, path, ours: left, ciscos: right, official };
  return unrelatedEdits.find((edit) => edit.explains(difference))?.why;
}

/** The descriptions of a file's workflows. */
export function descriptionsOf(value: Json): string[] {
  return exportsOf(value).map((exported) => textOf(propertiesOf(workflowOf(exported)).description));
}

/** The names in the list of targets, or nothing where there is no such list. */
export function targetsIn(description: string): readonly string[] | undefined {
  const [, names] = /^targets?(?: used)?: *(.*)$/im.exec(description) ?? [];
  if (names === undefined || names === 'None') return undefined;
  return names
    .split(',')
    .map((name) => name.trim())
    .sort();
}
