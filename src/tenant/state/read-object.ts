import { tokenKeyType } from '../../core/catalog/targets';
import type { Vocabulary } from '../../core/vocabulary';
import { maskedAddress, maskedHost } from '../../core/text/mask';
import { typeNameOf } from './account-key-types';
import type { AccountKeyState, ModuleInfo, RemoteState, TargetGroupState, TargetState } from './tenant-state';

// The API and workflow files write the same objects; both leave things out, and neither promises a shape.

type JsonObject = Readonly<Record<string, unknown>>;

/** @param vocabulary the tenant's, which is known once all of its targets are read. */
export function readAccountKey(value: JsonObject, vocabulary: () => Vocabulary): AccountKeyState {
  const { id, uniqueName, name } = identityOf(value);
  const type = textOf(value.type);
  return {
    id,
    uniqueName,
    name,
    type,
    get typeName() {
      return typeNameOf(type, vocabulary());
    },
    isTokenKey: type === tokenKeyType,
  };
}

export function readTargetGroup(value: JsonObject): TargetGroupState {
  return { ...identityOf(value), type: textOf(value.type) };
}

export function readRemote(value: JsonObject): RemoteState {
  return identityOf(value);
}

/** @param areAllKeys whether a key that is not among `keys` does not exist. */
export function readTarget(
  value: JsonObject,
  keys: ReadonlyMap<string, AccountKeyState>,
  areAllKeys: boolean,
): TargetState {
  const properties = objectOf(value.properties);
  const accountKeyId = textOf(properties?.default_runtime_user_id);
  // Spread into an object of this size, they would cost more than all the rest.
  const { id, uniqueName, name } = identityOf(value);
  return {
    id,
    uniqueName,
    name,
    type: textOf(value.type),
    // Some write a login or a key into an address, and what is known here is shown in many places.
    host: masked(textOf(properties?.host) ?? textOf(properties?.server), maskedHost),
    path: masked(textOf(properties?.path), maskedAddress),
    accountKeyId,
    accountKey: accountKeyId === null ? null : (keys.get(accountKeyId) ?? null),
    isAccountKeyMissing: areAllKeys && accountKeyId !== null && !keys.has(accountKeyId),
    hasNoAccountKey: hasNoAccountKey(properties, accountKeyId),
    remoteId: textOf(properties?.ao_remote_id),
    moduleInfo: moduleInfoOf(objectOf(objectOf(value.metadata)?.sx_module_info)),
    isValid: typeof value.valid === 'boolean' ? value.valid : null,
    updatedOn: textOf(value.updated_on),
  };
}

/** A file's entry for an integration: the tenant that imports it has the target itself. */
export function readModuleTarget(value: JsonObject): TargetState | undefined {
  const moduleInfo = moduleInfoOf(value);
  if (!moduleInfo) return undefined;
  const { moduleType, externalId } = moduleInfo;
  return {
    id: null,
    uniqueName: null,
    name: moduleType === null ? externalId : `${moduleType} (${externalId})`,
    type: null,
    host: null,
    path: null,
    accountKeyId: null,
    accountKey: null,
    isAccountKeyMissing: false,
    hasNoAccountKey: null,
    remoteId: null,
    moduleInfo,
    isValid: null,
    updatedOn: null,
  };
}

function masked(text: string | null, maskOf: (text: string) => string): string | null {
  return text === null ? null : maskOf(text);
}

function hasNoAccountKey(properties: JsonObject | undefined, accountKeyId: string | null): boolean | null {
  if (!properties) return null;
  if (typeof properties.no_runtime_user === 'boolean') return properties.no_runtime_user;
  // Other kinds of targets than HTTP often leave the switch out.
  return accountKeyId === null;
}

function moduleInfoOf(value: JsonObject | undefined): ModuleInfo | null {
  const externalId = textOf(value?.external_id);
  return externalId === null ? null : { externalId, moduleType: textOf(value?.module_type) };
}

/** Ids and the display name. */
export function identityOf(value: JsonObject): { id: string | null; uniqueName: string | null; name: string } {
  const id = textOf(value.id);
  const uniqueName = textOf(value.unique_name);
  const displayName = textOf(objectOf(value.properties)?.display_name);
  const name = displayName ?? textOf(value.name) ?? textOf(value.title) ?? uniqueName ?? id ?? '';
  return { id, uniqueName, name };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}
