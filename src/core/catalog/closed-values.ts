/** A value of a list that the format closes, and what it means. */
export interface ClosedValue {
  readonly value: string;
  readonly means: string;
}

const values = (meanings: Readonly<Record<string, string>>): readonly ClosedValue[] =>
  Object.entries(meanings).map(([value, means]) => ({ value, means }));

export const operators = values({
  eq: 'equals',
  eqi: 'equals, in any case',
  ne: 'does not equal',
  gt: 'is greater than',
  gte: 'is greater than or equal to',
  lt: 'is less than',
  lte: 'is less than or equal to',
  mregex: 'matches a regular expression',
  mw: 'matches a pattern with wildcards',
  nmw: 'does not match a pattern with wildcards',
  and: 'both conditions hold',
  or: 'one of the conditions holds',
});

export const scopes = values({
  input: 'whoever starts the workflow gives it',
  output: 'whoever started the workflow reads it',
  local: 'activities of the workflow read and write it',
  static: 'a value that never changes',
});

export const globalScopes = values({
  global: 'all workflows of the tenant read and write it',
  env: 'all workflows of the tenant read it',
});

export const datatypes = values({
  'datatype.string': 'a text',
  'datatype.secure_string': 'a text that is kept secret',
  'datatype.integer': 'a whole number',
  'datatype.number': 'a number',
  'datatype.boolean': 'true or false',
  'datatype.date': 'a date with its time',
  'datatype.table': 'a table',
});

/** As columns and queries write them. */
export const columnTypes = values({
  string: 'a text',
  secure_string: 'a text that is kept secret',
  integer: 'a whole number',
  boolean: 'true or false',
  date: 'a date with its time',
});

export const methods = values({
  GET: 'reads',
  POST: 'creates, or asks for something',
  PUT: 'replaces',
  PATCH: 'changes a part',
  DELETE: 'deletes',
});

export const completionTypes = values({
  succeeded: 'the workflow ends well',
  'failed-completed': 'the workflow ends as failed',
});

export const targetAlgorithms = values({
  choose_first_with_matching_criteria: 'the first target of the group that fits the conditions',
});

/** What a condition among a target group's compares with a name: one for each kind of target. */
export const criteriaOperands = values({
  '$targetgroup.web-service endpoint.input.display_name$': 'the display name of an HTTP target',
  '$targetgroup.email smtp_endpoint.input.display_name$': 'the display name of an SMTP target',
  '$targetgroup.terminal endpoint.input.display_name$': 'the display name of a terminal target',
  '$targetgroup.aws endpoint.input.display_name$': 'the display name of an AWS target',
});

export const objectTypes = values({
  definition_workflow: 'a workflow',
  definition_activity: 'an activity',
  variable_workflow: 'a variable of a workflow',
  variable: 'a global variable',
  definition_target: 'a target',
  target_group: 'a target group',
  definition_runtime_user: 'an account key',
  category: 'a category',
  schedule: 'a schedule',
  triggerschedule: 'a trigger by a schedule',
  event: 'an event',
  triggerevent: 'a trigger by an event',
  event_webhook: 'an event of a webhook',
  ruleevent: 'an automation rule',
  webhook: 'a webhook',
  tabletype: 'a table type',
});

export const baseTypes = values({
  workflow: 'a workflow',
  activity: 'an activity',
  subworkflow: 'a call of a workflow or an atomic',
  target: 'a target',
  target_group: 'a target group',
  runtime_user: 'an account key',
  category: 'a category',
  schedule: 'a schedule',
  trigger: 'a trigger',
  event: 'an event',
  rule: 'an automation rule',
  webhook: 'a webhook',
  datatype: 'a table type',
});
