import { analyseTogether, type AnalysedText, type FileAnalysis } from '../analysis/file-analysis';
import { missingDefinitions } from '../analysis/passes';
import type { LanguageServiceHost } from '../host';
import type { DocumentSnapshot } from '../language-service';

/**
 * Files as they hang together, and what the host knows of definitions in others.
 * @throws RangeError where a text is nested too deeply.
 */
export function analyseWithDefinitions(
  snapshots: readonly DocumentSnapshot[],
  host: LanguageServiceHost,
  held: ReadonlySet<DocumentSnapshot> = new Set(),
): readonly (FileAnalysis | undefined)[] {
  const all = [...snapshots];
  const asked = new Set<string>();
  for (;;) {
    const texts = all.map((snapshot, index): AnalysedText => ({
      text: snapshot.text,
      configuration: host.configuration(snapshot.uri),
      isHeld: index >= snapshots.length || held.has(snapshot),
    }));
    const analyses = analyseTogether(texts);
    const before = all.length;
    for (const id of host.definitions ? analyses.flatMap((each) => (each ? [...missingDefinitions(each)] : [])) : []) {
      const found = asked.has(id) ? [] : (host.definitions?.(id) ?? []);
      asked.add(id);
      for (const each of found) if (!all.some(({ uri }) => uri === each.uri)) all.push(each);
    }
    if (all.length === before) return analyses.slice(0, snapshots.length);
  }
}
