import * as z from 'zod/mini';
import { suffixShape } from '../catalog/target-sets';
import { ruleCodes } from '../rule-code';
import { vocabularyChoices } from '../vocabulary';
import { suppressionRule } from './project-rule';

const severity = z.enum(['error', 'warning', 'info', 'off']);
const name = z.string().check(z.minLength(1));
const day = z.iso.date();

const describe = <Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema =>
  schema.check(z.describe(description));
const optional = <Schema extends z.ZodMiniType>(schema: Schema, description: string) =>
  describe(z.optional(schema), description);

const atomicSchema = z.strictObject({
  id: describe(
    z.string().check(z.regex(/^(?:definition_workflow_)?[0-9A-Za-z]{20,}$/)),
    'The unique_name of the atomic workflow.',
  ),
  name: describe(name, 'What it is called; for people only.'),
  tokenInput: describe(
    z.string().check(z.regex(/^(?:variable_workflow_)?[0-9A-Za-z]{20,}$/)),
    'The unique_name of the input that takes the access token.',
  ),
  emptyInput: optional(
    z.enum(['proven', 'unknown']),
    'With "proven" you vouch that the atomic works on the account key of its target while this input is empty, so that a migration may empty it. "unknown", the default, leaves it to a person.',
  ),
});

/** Whether a text is a day of the calendar, written as 2027-01-31. */
export function isDay(text: string): boolean {
  return day.safeParse(text).success;
}

/** A project file as it may be written. @param furtherRules the rules of other rings. */
export function createProjectSchema(furtherRules: readonly string[]) {
  const rules = [...ruleCodes, ...furtherRules];
  const suppressionSchema = z.strictObject({
    rule: describe(z.enum(rules), 'The rule whose findings are left as they are.'),
    file: optional(
      name,
      'Only in this file: a path from the folder of the project file, with forward slashes. * stands for any characters of a name, ** for any number of folders.',
    ),
    workflow: optional(name, 'Only in this workflow: its title or its unique_name.'),
    activity: optional(name, 'Only in this activity: its unique_name.'),
    reason: describe(z.string().check(z.regex(/\S/)), 'Why it is left as it is, for those who come after you.'),
    expires: optional(day, 'The last day on which this holds, as 2027-01-31 (UTC). Without it, it holds for good.'),
  });
  return z.strictObject({
    $schema: z.optional(z.string()),
    version: describe(z.literal(1), 'The version of this format.'),
    severities: optional(
      z.strictObject(Object.fromEntries([...rules, suppressionRule.code].map((code) => [code, z.optional(severity)]))),
      'How severe the findings of each rule are. A rule that is not named keeps what the settings say, or its default.',
    ),
    secureXTargets: optional(
      z.array(name),
      'Display names of further HTTP targets that lead to a SecureX API and will carry the token key.',
    ),
    namePatterns: optional(
      z.array(z.string().check(z.regex(/[^*\s]/))),
      'Patterns of such names, in which * stands for any characters. What a file or the catalogue tells of a target counts for more.',
    ),
    suffixes: optional(
      z.array(z.string().check(z.regex(suffixShape))),
      'What names of targets in further sets end with, beside _Token and _Legacy: with "-b", CTR_API-b is CTR_API.',
    ),
    atomics: optional(z.array(atomicSchema), 'Atomics of your own that take an access token.'),
    updateDescription: optional(
      z.boolean(),
      "Whether a migration also takes the access token out of the workflow's description.",
    ),
    vocabulary: optional(
      z.enum(vocabularyChoices),
      'Whose words messages use: "securex" speaks of the SecureX Token and of CTR_API, "xdr" of the Cisco XDR Token and of Platform APIs, "auto" as each file shows.',
    ),
    suppressions: optional(
      z.array(suppressionSchema),
      'Findings that are left as they are on purpose: they are not shown, and what they stand on is not migrated.',
    ),
  });
}

export type ProjectData = z.infer<ReturnType<typeof createProjectSchema>>;
