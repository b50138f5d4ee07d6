import { apiError, jsonAnswer, nothingHere, type ServerAnswer } from './server-answer';
import type { ServerRequest } from './server-request';
import type { TargetUpdate, TenantObject, TenantState } from './tenant-state';

export const apiPath = '/api';

/** The operations of the Automation API that the client uses, on one tenant. */
export function answerApi(tenant: TenantState, request: ServerRequest): ServerAnswer {
  const [version, collection, id, ...more] = request.path.slice(apiPath.length + 1).split('/');
  if (version !== 'v1' || collection === undefined || id === '' || more.length > 0) return nothingHere;
  if (request.method === 'PUT' && collection === 'targets' && id !== undefined) return put(tenant, id, request.body);
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
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || !isRecord(value.properties)) return undefined;
  const texts = textFields.filter((name) => value[name] !== undefined).map((name) => [name, value[name]] as const);
  if (!texts.every(([, text]) => typeof text === 'string')) return undefined;
  return { ...Object.fromEntries(texts), properties: value.properties };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function references(tenant: TenantState, id: string, query: URLSearchParams): ServerAnswer {
  if (query.get('base_type') === null) return apiError(400, 'Bad request', 'base_type is missing');
  return jsonAnswer(200, { uses: [], used_by: query.get('used_by') === 'true' ? tenant.usedBy(id) : [] });
}
