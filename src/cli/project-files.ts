import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configure } from '../core/project/configure';
import {
  projectFileName,
  readProjectFile,
  unreadableProjectFile,
  type ProjectFile,
} from '../core/project/project-file';
import type { ProjectDiagnostic } from '../core/project/project-rule';
import { SuppressionLedger } from '../core/project/suppression-ledger';
import type { Configuration, Suppression } from '../core/host';
import { tenantRuleCodes } from '../tenant/tenant-rule-code';
import { FileProblem } from './file-problem';
import type { Io } from './io';
import { readWorkflow } from './read-workflow';
import type { Reporter } from './reporter';

/** A project file and what was found out about its suppressions. */
export interface Project {
  readonly folder: string;
  /** As reports show it: from the current folder. */
  readonly name: string;
  readonly file: ProjectFile;
  readonly ledger: SuppressionLedger;
}

/**
 * The project files of a run, each read once. The nearest one counts for a file, looked for upwards from its folder
 * to that of the repository, or to the root where there is none.
 */
export class ProjectFiles {
  readonly #io: Pick<Io, 'cwd' | 'today'>;
  readonly #byFolder = new Map<string, Project | undefined>();

  constructor(io: Pick<Io, 'cwd' | 'today'>) {
    this.#io = io;
  }

  /** In the order in which they were found. */
  get all(): readonly Project[] {
    return [...new Set(this.#byFolder.values())].filter((project) => project !== undefined);
  }

  /** @param uri standard input counts as a file of the current folder. */
  configurationOf(uri: string, settings: Configuration): Configuration {
    const { project, file } = this.#governing(uri);
    return configure(settings, project?.file, file, this.#io.today);
  }

  /** The project file at an address. */
  at(uri: string): Project | undefined {
    const path = uri.startsWith('file:') ? fileURLToPath(uri) : '';
    return basename(path) === projectFileName ? this.#of(dirname(path)) : undefined;
  }

  /** @param used the suppressions that were of use in a file; nothing where not all of it could be read. */
  note(uri: string, used: Iterable<Suppression> | undefined): void {
    const { project, file } = this.#governing(uri);
    project?.ledger.note(file, used);
  }

  /** What can be said of the suppressions of a project file after the run. */
  suppressionFindings(
    { ledger }: Project,
    isComplete: boolean,
    isAsked: (rule: string) => boolean,
  ): ProjectDiagnostic[] {
    return ledger.findings({ today: this.#io.today, isComplete, isAsked, severities: {} });
  }

  #governing(uri: string): { readonly project: Project | undefined; readonly file: string } {
    if (!uri.startsWith('file:')) return { project: this.#of(this.#io.cwd), file: uri };
    const path = fileURLToPath(uri);
    const project = this.#of(dirname(path));
    return { project, file: project ? relative(project.folder, path).split(sep).join('/') : '' };
  }

  #of(folder: string): Project | undefined {
    if (!this.#byFolder.has(folder)) this.#byFolder.set(folder, this.#read(folder) ?? this.#above(folder));
    return this.#byFolder.get(folder);
  }

  #above(folder: string): Project | undefined {
    const parent = dirname(folder);
    return parent === folder || existsSync(join(folder, '.git')) ? undefined : this.#of(parent);
  }

  #read(folder: string): Project | undefined {
    const path = join(folder, projectFileName);
    if (!existsSync(path)) return undefined;
    const file = readProject(path);
    const name = relative(this.#io.cwd, path).split(sep).join('/');
    return { folder, name, file, ledger: new SuppressionLedger(file) };
  }
}

function readProject(path: string): ProjectFile {
  try {
    return readProjectFile(readWorkflow(path), tenantRuleCodes);
  } catch (error) {
    if (error instanceof FileProblem) return unreadableProjectFile(error.message);
    throw error;
  }
}

/** For commands whose report has no place for findings. */
export async function complainAbout({ name, file }: Project, reporter: Reporter): Promise<void> {
  for (const { message, range } of file.problems) {
    await reporter.complain(message, `${name}:${range.start.line + 1}:${range.start.character + 1}`);
  }
}
