import { jsonLine } from '../../picture/json-line';
import type { ShownTenant } from '../tenant-report';

/** The keys in their documented order, one target and one account key per line. */
export function tenantJson({ source, method, evidence, targets, accountKeys }: ShownTenant): string {
  const head = jsonLine({ version: 1, method, evidence }).slice(0, -1);
  const targetLines = lines(
    targets.map(({ name, method, key, keyType, usedBy }) => ({ name, method, key, keyType, usedBy })),
  );
  return `${head},"targets":[${targetLines}],"accountKeys":[${lines(accountKeys)}],"source":${jsonLine(source)}}\n`;
}

export function lines(items: readonly object[]): string {
  return items.length === 0 ? '' : `\n${items.map((item) => jsonLine(item)).join(',\n')}\n`;
}
