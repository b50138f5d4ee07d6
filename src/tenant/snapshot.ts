import * as z from 'zod/mini';
import { accountKeySchema, type AccountKey } from './api/account-key';
import { targetSchema, type Target } from './api/target';
import { targetGroupSchema, type TargetGroup } from './api/target-group';
import { maskedAccountKey, maskedObject } from './mask';
import { regions, type Region } from './regions';

/** The state of a tenant at one moment, in the API's own shapes. */
export interface Snapshot {
  readonly version: 1;
  /** ISO 8601. */
  readonly takenAt: string;
  readonly region?: Region;
  readonly targets: readonly Target[];
  readonly runtime_users: readonly AccountKey[];
  readonly target_groups: readonly TargetGroup[];
}

/** Why a text is no snapshot: what is wrong, where, and what to do. */
export class SnapshotError extends Error {}

const snapshotSchema = z.looseObject({
  version: z.literal(1),
  takenAt: z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)))),
  region: z.nullish(z.enum(regions)),
  targets: z.nullish(z.array(targetSchema)),
  runtime_users: z.nullish(z.array(accountKeySchema)),
  target_groups: z.nullish(z.array(targetGroupSchema)),
});

/**
 * Reads what {@link printSnapshot} wrote, and what others wrote in its form. Unknown keys stay.
 * @throws {SnapshotError}
 */
export function parseSnapshot(text: string): Snapshot {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('version' in value)) {
    throw new SnapshotError(
      'This is no snapshot of a tenant: it is no object with a "version". Make one with sxo tenant snapshot.',
    );
  }
  if (value.version !== 1) {
    throw new SnapshotError(
      `This snapshot has the version ${JSON.stringify(value.version)}, and only version 1 can be read.`,
    );
  }
  const result = snapshotSchema.safeParse(value);
  if (!result.success) throw new SnapshotError(problemOf(result.error.issues));
  const { region, targets, runtime_users, target_groups, takenAt, ...rest } = result.data;
  return {
    ...rest,
    version: 1,
    takenAt,
    ...(region ? { region } : {}),
    targets: targets ?? [],
    runtime_users: runtime_users ?? [],
    target_groups: target_groups ?? [],
  };
}

/** Readable JSON that may be passed on: whatever is or may be secret is masked or left out. */
export function printSnapshot(snapshot: Snapshot): string {
  const { version, takenAt, region, targets, runtime_users, target_groups, ...rest } = snapshot;
  const masked = {
    version,
    takenAt,
    region,
    targets: targets.map(maskedObject),
    runtime_users: runtime_users.map(maskedAccountKey),
    target_groups: target_groups.map(maskedObject),
    ...maskedObject(rest),
  };
  return `${JSON.stringify(masked, undefined, 2)}\n`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    // The engine's own words may quote the text, and the text may hold secrets.
    throw new SnapshotError(
      'This is no snapshot of a tenant: it is not valid JSON. Make one with sxo tenant snapshot.',
    );
  }
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly expected?: unknown;
}

function problemOf(issues: readonly Issue[]): string {
  const [first] = issues;
  if (!first) return 'This is no snapshot of a tenant.';
  const place = first.path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`))
    .join('');
  const more = issues.length > 1 ? ` ${issues.length - 1} more like it.` : '';
  return `This snapshot cannot be read: ${place} should be ${expectation(first)}.${more}`;
}

function expectation({ code, path, expected }: Issue): string {
  if (path[0] === 'region') return `one of ${regions.join(', ')}`;
  if (path[0] === 'takenAt') return 'a time, for example "2024-02-20T16:02:41Z"';
  if (code === 'invalid_type' && typeof expected === 'string') {
    return expected === 'array' || expected === 'object' ? `an ${expected}` : `a ${expected}`;
  }
  return 'of another kind';
}
