import { defaultConfiguration, type LanguageServiceHost } from '../core/host';
import type { LanguageService } from '../core/language-service';
import type { VocabularyChoice } from '../core/vocabulary';
import type { FileDefinitions } from './file-definitions';
import type { Io } from './io';
import type { ProjectFiles } from './project-files';

/** How a command gets its language service; tests hand in their own. */
export type ServiceFactory = (host: LanguageServiceHost) => LanguageService;

/** What was typed; it goes before what project files say, or adds to it. */
export interface Flags {
  readonly secureXTargets?: readonly string[];
  readonly keepDescription?: boolean;
  readonly keepRetired?: boolean;
  readonly replaceKept?: boolean;
  /** Nothing where it was not given. */
  readonly vocabulary?: VocabularyChoice | undefined;
}

export function nodeHost(
  { secureXTargets = [], keepDescription = false, keepRetired = false, replaceKept = false, vocabulary }: Flags,
  io: Io,
  projects: ProjectFiles,
  definitions?: FileDefinitions,
): LanguageServiceHost {
  const settings = {
    ...defaultConfiguration,
    secureXTargets,
    replaceRetiredAtomics: !keepRetired,
    replaceKeptAtomics: replaceKept,
  };
  return {
    configuration: (uri) => {
      const configuration = projects.configurationOf(uri, settings);
      return {
        ...configuration,
        ...(keepDescription ? { updateDescription: false } : {}),
        ...(vocabulary === undefined ? {} : { vocabulary }),
      };
    },
    ...(definitions ? { definitions: (workflowId) => definitions.of(workflowId) } : {}),
    ...(io.debug ? { log: (level, message) => void io.stderr.write(`${level}: ${message}\n`) } : {}),
  };
}
