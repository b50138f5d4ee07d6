import * as z from 'zod/mini';

// Shapes of an export as the product writes them. Loose: unknown keys are normal, and any list or map may be null.

const list = <T extends z.core.SomeType>(item: T) => z.nullish(z.array(item));
const text = z.nullish(z.string());
const record = z.record(z.string(), z.unknown());

export const assignmentSchema = z.looseObject({
  variable_to_update: z.nullish(z.unknown()),
  variable_value_new: z.nullish(z.unknown()),
});

const headerSchema = z.looseObject({ name: text, value: z.nullish(z.unknown()) });

export const activityPropertiesSchema = z.looseObject({
  workflow_id: text,
  input: z.nullish(record),
  custom_headers: list(headerSchema),
  variables_to_update: list(assignmentSchema),
  target: z.nullish(record),
  runtime_user: z.nullish(record),
});

export const activitySchema = z.looseObject({
  unique_name: z.string(),
  type: z.string(),
  name: text,
  title: text,
  properties: z.nullish(activityPropertiesSchema),
  get actions() {
    return list(activitySchema);
  },
  get blocks() {
    return list(activitySchema);
  },
});

export const variablePropertiesSchema = z.looseObject({ name: text, scope: text, type: text });

export const variableSchema = z.looseObject({
  unique_name: z.string(),
  properties: z.nullish(variablePropertiesSchema),
});

export const workflowSchema = z.looseObject({
  unique_name: z.string(),
  name: text,
  title: text,
  properties: z.nullish(z.looseObject({ description: text, target: z.nullish(record) })),
  variables: list(variableSchema),
  actions: list(activitySchema),
});

export const exportSchema = z.looseObject({
  workflow: workflowSchema,
  targets: z.nullish(record),
  runtime_users: z.nullish(record),
  target_groups: z.nullish(record),
  atomic_workflows: list(z.string()),
  dependent_workflows: list(z.string()),
  get subworkflows() {
    return list(exportSchema);
  },
});

export type ActivityProperties = z.infer<typeof activityPropertiesSchema>;
export type Assignment = z.infer<typeof assignmentSchema>;
