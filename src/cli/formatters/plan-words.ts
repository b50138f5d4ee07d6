import { beforeImport, beforeImportOfMoved, beforeLegacyImport } from '../../core/before-import';
import type { RetargetingOptions } from '../../core/language-service';
import type { Vocabulary } from '../../core/vocabulary';

/** How a report speaks of what a command does to files. */
export interface PlanWords {
  /** What a command does to a file, and a file that it was done to. */
  readonly verb: string;
  readonly done: string;
  /** The same of files in which nothing is left to a person. */
  readonly doneWhole: string;
  /** A file in which something was done and something is left to a person. */
  readonly doneInPart: string;
  /** Files in which something is left to a person, whatever was done, after their number. */
  readonly withRest: string;
  /** Why nothing is to be done in a workflow: a sentence without its end, and what is said of such files after their number. */
  readonly whyUnchanged: string;
  readonly unchanged: string;
  /** The same, where some of them may hold what the project file keeps. */
  readonly unchangedOrKept: string;
  /** For the end of a report: what a changed workflow relies on in the tenant. */
  readonly reminder: (vocabulary: Vocabulary, suffixes: Iterable<string>) => string;
}

export const migrationWords: PlanWords = {
  verb: 'migrate',
  done: 'migrated',
  doneWhole: 'migrated',
  doneInPart: 'migrated in part',
  withRest: 'in part or not at all',
  whyUnchanged: 'No generated token is passed by hand',
  unchanged: 'without a token passed by hand',
  unchangedOrKept: 'with nothing to migrate',
  reminder: beforeImport,
};

export const conversionWords: PlanWords = {
  verb: 'convert',
  done: 'converted',
  doneWhole: 'converted with nothing left to you',
  // What is left to a person may be no more than a place to look at.
  doneInPart: 'converted',
  withRest: 'with something left to you',
  whyUnchanged: 'Nothing here lacks a token that could be passed by hand',
  unchanged: 'with nothing to convert',
  unchangedOrKept: 'with nothing to convert',
  reminder: (_, suffixes) => beforeLegacyImport(suffixes),
};

export function retargetingWords(options: RetargetingOptions): PlanWords {
  return {
    verb: 'retarget',
    done: 'retargeted',
    doneWhole: 'retargeted with nothing left to you',
    doneInPart: 'retargeted',
    withRest: 'with something left to you',
    whyUnchanged: whyNothingMoves(options),
    unchanged: 'without such a target',
    unchangedOrKept: 'without such a target',
    reminder: () => beforeImportOfMoved(options),
  };
}

function whyNothingMoves(options: RetargetingOptions): string {
  if ('to' in options) {
    const name = options.isUndo ? 'name that it has in Cisco XDR only' : 'name that SecureX gave it';
    return `No target is chosen by a ${name}`;
  }
  const targets = options.isUndo ? `SecureX target of the set ${options.suffix}` : 'SecureX target with its usual name';
  return `No ${targets} is chosen by name or brought along`;
}
