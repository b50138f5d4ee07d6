import { tokenConsumers, tokenGenerators } from '../catalog/atomics';
import { JsonPathNode, type JsonPath } from '../document/json-path';
import type { Locator } from '../document/locator';
import { parseDocument, type ParsedDocument } from '../document/parsed-document';
import { bareId } from '../document/reference';
import type { OwnAtomic, Severity, Suppression } from '../host';
import { rangeOf } from '../rules/find-all';
import { LineIndex } from '../text/line-index';
import { comparePositions } from '../text/position';
import type { VocabularyChoice } from '../vocabulary';
import { explainIssue, type ProjectIssue } from './explain-issue';
import { projectFileRule, type ProjectDiagnostic, type ProjectRule } from './project-rule';
import { createProjectSchema, type ProjectData } from './project-schema';

export const projectFileName = '.sxo.json';

/** What a project file says, for all workflows under its folder. */
export interface ProjectConfiguration {
  readonly severities: Readonly<Record<string, Severity | 'off' | undefined>>;
  readonly secureXTargets: readonly string[];
  readonly namePatterns: readonly string[];
  readonly suffixes: readonly string[];
  readonly atomics: readonly OwnAtomic[];
  readonly updateDescription: boolean | undefined;
  readonly vocabulary: VocabularyChoice | undefined;
  readonly suppressions: readonly Suppression[];
}

/** One version of a project file. Either all of it counts, or nothing. */
export interface ProjectFile {
  readonly document: ParsedDocument;
  readonly lines: LineIndex;
  /** `undefined` where there are problems. */
  readonly configuration: ProjectConfiguration | undefined;
  readonly problems: readonly ProjectDiagnostic[];
}

/** Never throws for any text. @param furtherRules the rules of other rings, which it may name, too. */
export function readProjectFile(text: string, furtherRules: readonly string[]): ProjectFile {
  try {
    return read(text, furtherRules);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return unreadableProjectFile('It is nested too deeply.');
  }
}

/** For a file whose text cannot be had. @param reason a sentence. */
export function unreadableProjectFile(reason: string): ProjectFile {
  // An empty object stands for what cannot be looked into.
  const file = { document: parseDocument('{}'), lines: new LineIndex('{}'), configuration: undefined };
  return { ...file, problems: [problem({ path: [], message: `It cannot be read. ${reason}` }, file)] };
}

/** A finding in the project file. */
export function projectDiagnostic(
  { code }: ProjectRule,
  severity: Severity,
  { path, onKey = false, message }: ProjectIssue,
  file: Pick<ProjectFile, 'document' | 'lines'>,
): ProjectDiagnostic {
  return {
    code,
    severity,
    message,
    range: rangeOf({ path: JsonPathNode.root().descendant(path), onKey }, file),
    path,
    tags: [],
    related: [],
    documentation: `docs/rules/${code}.md`,
    fixable: false,
  };
}

function read(text: string, furtherRules: readonly string[]): ProjectFile {
  const document = parseDocument(text);
  const file = { document, lines: new LineIndex(text) };
  const [syntaxError] = document.syntaxErrors;
  if (syntaxError) {
    const { offset, length, message } = syntaxError;
    const range = file.lines.range({ start: offset, end: offset + length });
    const broken = problem({ path: [], message: `This is not valid JSON: ${message}.` }, file);
    return { ...file, configuration: undefined, problems: [{ ...broken, range }] };
  }
  const { data, error } = createProjectSchema(furtherRules).safeParse(document.value);
  const issues = [
    ...doubledKeys(document.locator, document.value, JsonPathNode.root()),
    ...(error?.issues ?? []).flatMap((issue) => explainIssue(issue, document.value)),
    ...(data ? oddAtomics(data) : []),
  ];
  return {
    ...file,
    configuration: data && issues.length === 0 ? configurationOf(data) : undefined,
    problems: issues
      .map((issue) => problem(issue, file))
      .sort((one, other) => comparePositions(one.range.start, other.range.start)),
  };
}

function problem(
  { message, ...issue }: ProjectIssue,
  file: Pick<ProjectFile, 'document' | 'lines'>,
): ProjectDiagnostic {
  const whole = {
    ...issue,
    message: `${message} Until then nothing in this file counts, and nothing under it is migrated.`,
  };
  return projectDiagnostic(projectFileRule, projectFileRule.severity, whole, file);
}

/** The last of them would count, and silently hide what the others say. */
function* doubledKeys(locator: Locator, value: unknown, path: JsonPathNode): Iterable<ProjectIssue> {
  if (typeof value !== 'object' || value === null) return;
  const seen = new Set<string | number>();
  for (const { name } of locator.members(path)) {
    if (seen.has(name)) {
      yield { path: path.child(name).toArray(), onKey: true, message: `The key "${name}" stands twice: take one out.` };
    }
    seen.add(name);
  }
  for (const [key, inner] of Object.entries(value)) {
    yield* doubledKeys(locator, inner, path.child(Array.isArray(value) ? Number(key) : key));
  }
}

/** What is known for sure of an atomic is nobody's to say otherwise. */
function* oddAtomics({ atomics = [] }: ProjectData): Iterable<ProjectIssue> {
  const seen = new Set<string>();
  for (const [index, { id }] of atomics.entries()) {
    const path = ['atomics', index, 'id'];
    const bare = bareId(id);
    const known = tokenConsumers.find((atomic) => atomic.id === bare);
    if (seen.has(bare)) yield { path, message: 'This atomic stands in the list twice: take one out.' };
    else if (tokenGenerators.some((atomic) => atomic.id === bare)) {
      yield { path, message: 'This atomic makes tokens, it takes none: take it out.' };
    } else if (known?.product === 'orbital') {
      yield { path, message: `"${known.name}" calls Orbital, which no token key serves: take it out.` };
    } else if (known?.generation === 'system') {
      yield { path, message: `"${known.name}" is a system atomic and known already: take it out.` };
    }
    seen.add(bare);
  }
}

function configurationOf(data: ProjectData): ProjectConfiguration {
  return {
    severities: data.severities ?? {},
    secureXTargets: data.secureXTargets ?? [],
    namePatterns: data.namePatterns ?? [],
    suffixes: data.suffixes ?? [],
    atomics: (data.atomics ?? []).map(({ id, tokenInput, name, emptyInput = 'unknown' }) => {
      return { id: bareId(id), tokenInput: bareId(tokenInput), name, emptyInput };
    }),
    updateDescription: data.updateDescription,
    vocabulary: data.vocabulary,
    suppressions: (data.suppressions ?? []).map(withPlainPath),
  };
}

function withPlainPath(suppression: Suppression): Suppression {
  const { file } = suppression;
  return file === undefined ? suppression : { ...suppression, file: file.replace(/^\.\//, '') };
}

/** Where a path of the file is written, for those who compose edits. */
export function projectPath(path: JsonPath): JsonPathNode {
  return JsonPathNode.root().descendant(path);
}
