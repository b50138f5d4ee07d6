import type { Configuration, Suppression } from '../host';
import { fitsPath } from '../text/wildcard';
import { projectFileName, type ProjectConfiguration, type ProjectFile } from './project-file';

const problem = `The project file ${projectFileName} has errors, so nobody knows what it was to keep: correct it first.`;

/**
 * What holds for one document: the project file goes before the settings, and adds to their lists.
 * @param file the document's path from the folder of the project file, with forward slashes.
 * @param today as 2027-01-31.
 */
export function configure(
  settings: Configuration,
  project: ProjectFile | undefined,
  file: string,
  today: string,
): Configuration {
  if (!project) return settings;
  const { configuration } = project;
  if (!configuration) return { ...settings, projectProblem: problem };
  return {
    ...settings,
    severities: { ...settings.severities, ...configuration.severities },
    secureXTargets: [...settings.secureXTargets, ...configuration.secureXTargets],
    namePatterns: [...settings.namePatterns, ...configuration.namePatterns],
    suffixes: [...settings.suffixes, ...configuration.suffixes],
    atomics: [...settings.atomics, ...configuration.atomics],
    updateDescription: configuration.updateDescription ?? settings.updateDescription,
    vocabulary: configuration.vocabulary ?? settings.vocabulary,
    suppressions: [...settings.suppressions, ...suppressionsFor(configuration, file, today)],
  };
}

export function isExpired({ expires }: Suppression, today: string): boolean {
  return expires !== undefined && expires < today;
}

function suppressionsFor({ suppressions }: ProjectConfiguration, file: string, today: string): Suppression[] {
  return suppressions.filter(
    (each) => !isExpired(each, today) && (each.file === undefined || fitsPath(each.file, file)),
  );
}
