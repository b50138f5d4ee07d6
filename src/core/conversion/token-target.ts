import type { FileAnalysis } from '../analysis/file-analysis';

const usual = 'CTR_For_Access_Token';

/** The name of the target that tokens are fetched from: the one that the file uses already, with a region behind it or not. */
export function tokenTargetOf({ workflows }: FileAnalysis): string {
  for (const { flow } of workflows) {
    for (const { target } of flow.generators.values()) {
      const [name] = target.names;
      if (target.role === 'token' && name !== undefined) return name;
    }
  }
  return usual;
}
