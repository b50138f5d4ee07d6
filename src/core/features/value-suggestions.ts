import { conditionsOf, nameIn } from '../analysis/target-criteria';
import { activityTypes } from '../catalog/activity-types';
import * as closed from '../catalog/closed-values';
import { secureXTargetNames } from '../catalog/targets';
import { lineage, type JsonPathNode } from '../document/json-path';
import { isObject } from '../document/shapes';
import type { DocumentReading } from '../reading/document-reading';
import { escaped } from '../text/markdown';
import type { Suggestion, WritingPlace } from './suggestion';

/** What the format or the file knows for the value under the cursor; nothing where anything may stand there. */
export function valueSuggestions({ reading, string: { path } }: WritingPlace): readonly Suggestion[] {
  if (isCriteria(path)) {
    if (path.key === 'right_operand') return targetNames(reading);
    if (path.key === 'left_operand') return closed.criteriaOperands.map(closedSuggestion);
  }
  return listFor(path)?.map(closedSuggestion) ?? [];
}

/** Whether a list closes what may stand at a path. */
export function isClosed(path: JsonPathNode): boolean {
  return (isCriteria(path) && path.key === 'left_operand') || listFor(path) !== undefined;
}

function closedSuggestion({ value, means }: closed.ClosedValue, order: number): Suggestion {
  return { label: value, detail: means, kind: 'value', insertText: value, filterText: value, group: 0, order };
}

const listsByKey: Readonly<Record<string, readonly closed.ClosedValue[]>> = {
  operator: closed.operators,
  method: closed.methods,
  object_type: closed.objectTypes,
  base_type: closed.baseTypes,
  completion_type: closed.completionTypes,
  choose_target_using_algorithm: closed.targetAlgorithms,
  column_type: closed.columnTypes,
  script_query_type: closed.columnTypes,
  jsonpath_query_type: closed.columnTypes,
  xpath_query_type: closed.columnTypes,
};

function listFor(path: JsonPathNode): readonly closed.ClosedValue[] | undefined {
  const { key, parent } = path;
  // A key that an author chose says nothing.
  if (typeof key !== 'string' || !parent || parent.key === 'input') return undefined;
  if (Object.hasOwn(listsByKey, key)) return listsByKey[key];
  if (key === 'type') return typesFor(parent);
  const around = parent.key === 'properties' ? parent.parent?.parent : parent.parent;
  if (around?.key !== 'variables') return undefined;
  const isOfWorkflow = around.parent?.key === 'workflow';
  if (key === 'scope') return isOfWorkflow ? closed.scopes : closed.globalScopes;
  return key === 'schema_id' ? closed.datatypes : undefined;
}

function typesFor(parent: JsonPathNode): readonly closed.ClosedValue[] | undefined {
  const list = parent.parent?.key;
  if (list === 'actions' || list === 'blocks') return list === 'blocks' ? blockTypes : actionTypes;
  if (parent.key === 'properties' && parent.parent?.parent?.key === 'variables') return closed.datatypes;
  return parent.key === 'workflow' ? workflowTypes : undefined;
}

const allTypes = activityTypes.map(({ type, name, does }) => ({ value: type, means: `${name}: ${does}` }));
const isBlock = ({ value }: closed.ClosedValue): boolean => value.endsWith('_block');
const blockTypes = allTypes.filter(isBlock);
const actionTypes = allTypes.filter((type) => !isBlock(type));
const workflowTypes = [{ value: 'generic.workflow', means: 'a workflow' }];

/** Whether it is a part of the conditions that choose a target. */
export function isCriteria(path: JsonPathNode): boolean {
  for (const { key } of lineage(path)) if (key === 'use_criteria') return true;
  return false;
}

/** Names that targets are chosen by, those of the file first. */
function targetNames(reading: DocumentReading): readonly Suggestion[] {
  const found = new Map<string, string>();
  const add = (name: string, detail: string): void => {
    if (name !== '' && !found.has(name)) found.set(name, detail);
  };
  for (const { displayName } of reading.file.targets.values()) add(displayName, 'a target of this file');
  for (const { workflow } of reading.file.exports) {
    for (const { properties } of [workflow, ...workflow.activities]) {
      if (!isObject(properties.target)) continue;
      for (const condition of conditionsOf(properties.target)) add(nameIn(condition) ?? '', 'chosen in this file');
    }
  }
  for (const name of secureXTargetNames) add(name, 'a target of SecureX or Cisco XDR');
  for (const name of reading.analysis.configuration.secureXTargets) add(name, 'a target that the settings name');
  add('CTR_For_Access_Token', 'the target that access tokens are fetched from');
  return Array.from(found, ([name, detail], order) => ({
    label: name,
    detail,
    markdown: escaped(name),
    kind: 'target',
    insertText: name,
    filterText: name,
    group: 0,
    order,
  }));
}
