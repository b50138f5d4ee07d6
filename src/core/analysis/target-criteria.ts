import type { JsonPathNode } from '../document/json-path';
import { isObject } from '../document/shapes';
import type { Activity } from '../document/workflow';

type JsonObject = Readonly<Record<string, unknown>>;

/** The conditions by which a `target` chooses among the targets of a group. */
export function conditionsOf(target: JsonObject): readonly unknown[] {
  const group = target.target_group;
  const criteria = isObject(group) ? group.use_criteria : undefined;
  const conditions = isObject(criteria) ? criteria.conditions : undefined;
  return Array.isArray(conditions) ? (conditions as unknown[]) : none;
}

const none: readonly unknown[] = [];
const conditionKeys = ['properties', 'target', 'target_group', 'use_criteria', 'conditions'] as const;

/** Where the right operand of a condition is written, which is where it names a target. */
export function operandPath({ path }: Pick<Activity, 'path'>, index: number): JsonPathNode {
  return path.descendant([...conditionKeys, index, 'right_operand']);
}

/** The display name that a condition asks for; nothing where it asks for something else, or for what a variable holds. */
export function nameIn(condition: unknown): string | undefined {
  if (!isObject(condition)) return undefined;
  const { left_operand: left, operator, right_operand: name } = condition;
  const isByName = typeof left === 'string' && left.endsWith('.display_name$');
  if (!isByName || (operator !== 'eq' && operator !== 'eqi')) return undefined;
  return typeof name === 'string' && !name.includes('$') ? name : undefined;
}
