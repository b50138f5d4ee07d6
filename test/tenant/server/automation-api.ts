import { apiError, jsonAnswer, nothingHere, type ServerAnswer } from './server-answer';
import type { ServerRequest } from './server-request';
import type { Creation, TargetUpdate, TenantObject, TenantState } from './tenant-state';

export const apiPath = '/api';

/** The operations of the Automation API that the client uses, on one tenant. */
export function answerApi(tenant: TenantState, request: ServerRequest): ServerAnswer {
  const [version, collection, id, ...more] = request.path.slice(apiPath.length + 1).split('/');
  if (version !== 'v1' || collection === undefined || id === '' || more.length > 0) return nothingHere;
  if (request.method === 'PUT' && collection === 'targets' && id !== undefined) return put(tenant, id, request.body);
  if (request.method === 'POST' && id === undefined) return post(tenant, collection, request.body);
  if (request.method === 'DELETE' && id !== undefined) return remove(tenant, collection, id);
  if (request.method !== 'GET') return nothingHere;
  switch (collection) {
    case 'targets':
      return id === undefined ? list(tenant.targets, request) : byId(tenant.targets, id);
    case 'runtime_users':
      return id === undefined ? list(tenant.runtimeUsers, request, keysHide) : byId(tenant.runtimeUsers, id);
    case 'target_groups':
      return id === undefined ? list(tenant.targetGroups, request, groupsHide) : byId(tenant.targetGroups, id);
    case 'references':
      return id === undefined ? nothingHere : references(tenant, id, request.query);
    default:
      return nothingHere;
  }
}

const listsHide: readonly string[] = ['title', 'description', 'invalid_properties'];
const keysHide = [...listsHide, 'properties', 'valid'];
const groupsHide = ['targets'];

function list(objects: readonly TenantObject[], { query }: ServerRequest, hidden = listsHide): ServerAnswer {
  const types = query.get('types')?.split(',');
  const shown = objects
    .filter(({ type }) => types === undefined || types.includes(String(type)))
    .filter((object) => query.get('is_internal') === 'true' || !isInternal(object))
    .map((object) => Object.fromEntries(Object.entries(object).filter(([name]) => !hidden.includes(name))));
  return jsonAnswer(200, shown);
}

function isInternal({ def_access_meta }: TenantObject): boolean {
  return (def_access_meta as { readonly is_internal?: boolean } | undefined)?.is_internal === true;
}

function byId(objects: readonly TenantObject[], id: string): ServerAnswer {
  const found = objects.find((object) => object.id === id);
  return found === undefined ? notFound : jsonAnswer(200, whole(found));
}

function whole(object: TenantObject): TenantObject {
  return { title: object.name, ...object };
}

const notFound = apiError(404, 'Not found', 'There is no object with this id');

function put(tenant: TenantState, id: string, body: string): ServerAnswer {
  if (tenant.target(id) === undefined) return notFound;
  const update = readUpdate(body);
  if (update === undefined) return apiError(400, 'Bad request', 'The body is not a target update with properties');
  const clashes = tenant.targets.some((target) => target.id !== id && target.name === update.name);
  if (clashes) return apiError(409, 'Conflict', 'Another target has this name');
  return jsonAnswer(200, whole(tenant.updateTarget(id, update)));
}

const textFields = ['name', 'title', 'description'] as const;

/** Only what `TargetDefinitionPutRequest` declares. Other names do no harm, and nothing. */
function readUpdate(body: string): TargetUpdate | undefined {
  const value = parse(body);
  if (!isRecord(value) || !isRecord(value.properties)) return undefined;
  const texts = textFields.filter((name) => value[name] !== undefined).map((name) => [name, value[name]] as const);
  if (!texts.every(([, text]) => typeof text === 'string')) return undefined;
  return { ...Object.fromEntries(texts), properties: value.properties };
}

function post(tenant: TenantState, collection: string, body: string): ServerAnswer {
  const creation = readCreation(body);
  if (collection !== 'targets' && collection !== 'runtime_users') return nothingHere;
  if (creation === undefined) return apiError(400, 'Bad request', 'The body has no name, no type or no properties');
  const others = collection === 'targets' ? tenant.targets : tenant.runtimeUsers;
  if (others.some(({ name }) => name === creation.name)) return apiError(409, 'Conflict', 'The name is taken');
  const created = collection === 'targets' ? tenant.createTarget(creation) : tenant.createKey(creation);
  return jsonAnswer(201, whole(created));
}

/** The document lets a type or a schema's id tell what is to be created; the schemas' ids are not known here. */
function readCreation(body: string): Creation | undefined {
  const value = parse(body);
  if (!isRecord(value) || !isRecord(value.properties)) return undefined;
  const { name, type, title, description, properties } = value;
  if (typeof name !== 'string' || typeof type !== 'string') return undefined;
  return {
    name,
    type,
    ...(typeof title === 'string' && { title }),
    ...(typeof description === 'string' && { description }),
    properties,
  };
}

/** 412 is declared and not explained; what is in use is the likely reason. */
function remove(tenant: TenantState, collection: string, id: string): ServerAnswer {
  const objects = { targets: tenant.targets, runtime_users: tenant.runtimeUsers }[collection];
  if (objects === undefined) return nothingHere;
  if (!objects.some((object) => object.id === id)) return notFound;
  if (tenant.usedBy(id).length > 0) return apiError(412, 'Precondition failed', 'It is in use');
  if (collection === 'targets') tenant.deleteTarget(id);
  else tenant.deleteKey(id);
  return { status: 204, headers: {}, body: '' };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function references(tenant: TenantState, id: string, query: URLSearchParams): ServerAnswer {
  if (query.get('base_type') === null) return apiError(400, 'Bad request', 'base_type is missing');
  return jsonAnswer(200, { uses: [], used_by: query.get('used_by') === 'true' ? tenant.usedBy(id) : [] });
}
