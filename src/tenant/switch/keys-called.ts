import type { AccountKeyState, TenantState } from '../state/tenant-state';

/** @param name an account key's id or unique name, which decide, or its name, which several may bear. */
export function keysCalled(name: string, { accountKeys }: TenantState): readonly AccountKeyState[] {
  const byId = accountKeys.filter(({ id, uniqueName }) => id === name || uniqueName === name);
  return byId.length > 0 ? byId : accountKeys.filter((key) => key.name === name);
}
