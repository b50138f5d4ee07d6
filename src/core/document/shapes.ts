type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the properties that anybody reads look as the format says, where they are there at all. */
const shapes = {
  workflow_id: isOptionalText,
  input: isOptionalObject,
  target: isOptionalObject,
  runtime_user: isOptionalObject,
  custom_headers: (value: unknown) => isOptionalListOf(value, isHeader),
  variables_to_update: (value: unknown) => isOptionalListOf(value, isObject),
} as const;

export function isWellShaped(properties: JsonObject): boolean {
  return (
    shapes.workflow_id(properties.workflow_id) &&
    shapes.input(properties.input) &&
    shapes.target(properties.target) &&
    shapes.runtime_user(properties.runtime_user) &&
    shapes.custom_headers(properties.custom_headers) &&
    shapes.variables_to_update(properties.variables_to_update)
  );
}

function isOptionalText(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

function isOptionalObject(value: unknown): boolean {
  return value === undefined || value === null || isObject(value);
}

function isOptionalListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.every(isItem));
}

function isHeader(value: unknown): boolean {
  return isObject(value) && isOptionalText(value.name);
}

/** The properties without those whose shape is not allowed. */
export function withoutOddShapes(properties: JsonObject): JsonObject {
  const isSound = ([key, item]: [string, unknown]) => !(key in shapes) || shapes[key as keyof typeof shapes](item);
  return Object.fromEntries(Object.entries(properties).filter(isSound));
}
