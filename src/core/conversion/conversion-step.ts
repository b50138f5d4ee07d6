import type { FileAnalysis } from '../analysis/file-analysis';
import type { PlannedChange } from '../migration/migration-step';
import type { ConversionScope } from './conversion-scope';

/** What a step may look at. Steps see the file as it is; none depends on what another one did. */
export interface ConversionContext {
  readonly analysis: FileAnalysis;
  readonly scopes: readonly ConversionScope[];
}

export type ConversionStep = (context: ConversionContext) => Iterable<PlannedChange>;
