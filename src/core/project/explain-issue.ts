import type * as z from 'zod/mini';
import { suffixShapeInWords } from '../catalog/target-sets';
import { valueAt, type JsonPath } from '../document/json-path';

/** Something that a project file may not say, in words, and where. */
export interface ProjectIssue {
  readonly path: JsonPath;
  readonly onKey?: boolean;
  readonly message: string;
}

/** What each key must hold, to stand behind "must be". */
const expectations: Readonly<Record<string, string>> = {
  $schema: 'a text',
  version: 'the number 1',
  severities: 'an object of rules and their severities',
  secureXTargets: 'a list of display names',
  namePatterns: 'a list of patterns of display names',
  suffixes: 'a list of suffixes',
  atomics: 'a list of atomics',
  updateDescription: 'true or false',
  vocabulary: '"auto", "securex" or "xdr"',
  suppressions: 'a list of suppressions',
  id: 'the unique_name of an atomic workflow',
  name: 'a name',
  tokenInput: 'the unique_name of the input that takes the token',
  emptyInput: '"proven" or "unknown"',
  rule: 'the code of a rule',
  file: 'a path from the folder of this file',
  workflow: 'the title or the unique_name of a workflow',
  activity: 'the unique_name of an activity',
  reason: 'a text that says why',
  expires: 'a day of the calendar such as 2027-01-31',
};

const items: Readonly<Record<string, string>> = {
  secureXTargets: 'a display name',
  namePatterns: 'a pattern that holds more than *',
  suffixes: `a text that ${suffixShapeInWords}`,
  atomics: 'an object with "id", "name" and "tokenInput"',
  suppressions: 'an object with "rule" and "reason"',
};

/** One issue may speak of several keys. */
export function explainIssue(issue: z.core.$ZodIssue, value: unknown): ProjectIssue[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const what = path[0] === 'severities' ? 'There is no rule' : 'Nobody knows the key';
    return issue.keys.map((key) => ({
      path: [...path, key],
      onKey: true,
      message: `${what} "${key}": correct it or take it out.`,
    }));
  }
  return [{ path, message: explainValue(path, valueAt(value, path)) }];
}

function explainValue(path: JsonPath, value: unknown): string {
  const key = path.at(-1);
  if (key === undefined) return 'A project file must be an object.';
  if (typeof key === 'number') {
    const list = String(path.at(-2));
    return `What stands in "${list}" must be ${items[list] ?? 'of another kind'}.`;
  }
  if (path[0] === 'severities' && path.length === 2) {
    return `The severity of "${key}" must be "error", "warning", "info" or "off".`;
  }
  if (key === 'rule' && typeof value === 'string') return `There is no rule "${value}": give the code of one.`;
  const expected = expectations[key] ?? 'something else';
  return value === undefined ? `"${key}" is missing: it must be ${expected}.` : `"${key}" must be ${expected}.`;
}
