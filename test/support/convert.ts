import assert from 'node:assert/strict';
import type { MigrationPlan } from '../../src/core/language-service';
import type { JsonObject } from './json';
import { printJson } from './print-json';
import { document, serviceWith } from './service';

const service = serviceWith();

export interface Converted extends MigrationPlan {
  readonly result: JsonObject;
}

/** Converts an export, and proves on the way that a migration gives it back and that nothing is left to convert. */
export function convert(value: JsonObject): Converted {
  const before = printJson(value);
  const plan = service.planConversion(document(before));
  assert.equal(plan.error, undefined);
  assert.equal(service.planMigration(document(plan.newText)).newText, before);
  assert.deepEqual(service.planConversion(document(plan.newText)).edits, []);
  return { ...plan, result: JSON.parse(plan.newText) as JsonObject };
}
