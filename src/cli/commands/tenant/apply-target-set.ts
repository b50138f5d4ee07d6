import { countOf } from '../../../core/text/wording';
import type { Credentials } from '../../../tenant/ports';
import type { Snapshot } from '../../../tenant/snapshot';
import { whatMayArrive } from '../../../tenant/switch/surprise';
import { applyTargetSet } from '../../../tenant/target-set/apply-target-set';
import type { TargetSetPlan } from '../../../tenant/target-set/plan-target-set';
import { leftToPerson, stepsOf } from '../../../tenant/target-set/set-steps';
import { undoTargetSet } from '../../../tenant/target-set/undo-target-set';
import type { TenantClient } from '../../../tenant/tenant-client';
import { ExitCode } from '../../exit-code';
import { printable } from '../../formatters/wording';
import type { Io } from '../../io';
import { Reporter } from '../../reporter';
import { saveBefore } from './save-before';

/** Carries a plan out; at the first surprise it stops, and undoes what it did. */
export async function carryOutTargetSet(
  plan: TargetSetPlan,
  before: Snapshot,
  client: TenantClient,
  io: Io,
): Promise<number> {
  const reporter = new Reporter(io, '', 0);
  const steps = stepsOf(plan);
  const credentials = newKeyCredentials(io.env);
  const obstacles = [...leftToPerson(plan), ...lackOfCredentials(plan, credentials)];
  for (const obstacle of obstacles) await reporter.complain(`Nothing was changed. ${obstacle}`);
  if (obstacles.length > 0) return ExitCode.findings;
  if (steps.length === 0) return ExitCode.clean;
  await saveBefore('targets', before, io);

  const { done, surprise } = await applyTargetSet(plan, credentials, client, io.signal);
  if (surprise === undefined) {
    await reporter.note(`${countOf(steps.length, 'step')} carried out.\n`);
    return ExitCode.clean;
  }
  await reporter.complain(`The plan was not finished. ${surprise}`);
  // What was begun is undone even where the user has interrupted.
  const { undone, late, left } = await undoTargetSet(done, client, new AbortController().signal);
  if (undone.length > 0) await reporter.note(`As before: ${printable(undone.join(', '))}.\n`);
  if (late.length > 0) await reporter.complain(whatMayArrive(late));
  for (const { name, reason } of left) await reporter.complain(`${name} could not be undone. ${reason}`);
  return ExitCode.trouble;
}

/** Of the API client that a new HTTP Basic key is for; another one than what signs in. */
export function newKeyCredentials(env: Io['env']): Credentials | undefined {
  const { SXO_NEW_KEY_CLIENT_ID: clientId, SXO_NEW_KEY_CLIENT_SECRET: clientSecret } = env;
  return clientId && clientSecret ? { clientId, clientSecret } : undefined;
}

function lackOfCredentials({ key }: TargetSetPlan, credentials: Credentials | undefined): readonly string[] {
  if (key.state !== 'to-create' || credentials) return [];
  const variables = 'SXO_NEW_KEY_CLIENT_ID and SXO_NEW_KEY_CLIENT_SECRET';
  return [`The new account key "${key.name}" needs the id and the password of its API client in ${variables}.`];
}
