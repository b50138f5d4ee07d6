import { beforeImport, beforeImportOfMoved, beforeLegacyImport } from '../core/before-import';
import type { RetargetingOptions } from '../core/language-service';
import type { Vocabulary } from '../core/vocabulary';

/** How a plan is spoken of: as a migration, or as the way back. */
export interface PlanWords {
  readonly reportTitle: (vocabulary: Vocabulary) => string;
  /** What becomes of a file. */
  readonly done: 'migrated' | 'converted' | 'moved';
  /** After the name of a file. */
  readonly nothing: string;
  readonly reminder: (vocabulary: Vocabulary) => string;
}

export const migrationWords: PlanWords = {
  reportTitle: ({ token }) => `Migration to the ${token}`,
  done: 'migrated',
  nothing: 'passes no access token by hand. There is nothing to migrate.',
  reminder: beforeImport,
};

export const conversionWords: PlanWords = {
  reportTitle: () => 'Conversion to the Legacy Method',
  done: 'converted',
  nothing: 'lacks no access token that could be passed by hand. There is nothing to convert.',
  reminder: () => beforeLegacyImport,
};

export function retargetingWords(options: RetargetingOptions): PlanWords {
  return {
    reportTitle: () => titleOf(options),
    done: 'moved',
    nothing: 'chooses no target that would move.',
    reminder: () => beforeImportOfMoved(options),
  };
}

function titleOf(options: RetargetingOptions): string {
  if ('to' in options) return options.isUndo ? 'Back to the SecureX targets' : 'Move to the XDR targets';
  return options.isUndo ? `Back from ${options.suffix}` : `Move to the targets with ${options.suffix}`;
}
