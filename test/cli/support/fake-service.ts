import type {
  Change,
  Diagnostic,
  DocumentSnapshot,
  LanguageService,
  ManualStep,
  TextEdit,
} from '../../../src/core/language-service';
import { createReadingService } from '../../../src/core/features/read';
import { LineIndex } from '../../../src/core/text/line-index';
import { bothVocabularies } from '../../../src/core/vocabulary';
import type { ServiceFactory } from '../../../src/cli/node-host';

/**
 * A service that knows a toy language, so that the command line can be tested apart from the domain: `"workflow"`
 * makes a workflow; every `LEGACY` is a finding that a migration removes, every `MANUAL` one that it leaves,
 * every `NOTE` an info; a workflow that is no JSON is broken.
 */
export const fakeService: ServiceFactory = () => service;

const nothingToRead = () => undefined;

const service: LanguageService = {
  ...createReadingService(nothingToRead, nothingToRead),
  diagnose: (document) => {
    if (!isWorkflow(document)) return [];
    if (isBroken(document)) return [diagnostic(document, 'json-syntax', 'error', 'This is no JSON.', 0, 1)];
    return [
      ...places(document, 'LEGACY').map((at) =>
        diagnostic(document, 'access-token-input', 'warning', 'A token is passed.', at, 6),
      ),
      ...places(document, 'MANUAL').map((at) =>
        diagnostic(document, 'token-needs-review', 'warning', 'Look at it.', at, 6),
      ),
      ...places(document, 'NOTE').map((at) => diagnostic(document, 'token-variable', 'info', 'Only a note.', at, 4)),
    ].sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
  },
  suppressed: () => [],
  ownerOf: () => ({}),
  suffixesInUse: () => [''],
  fixes: () => [],
  planMigration: (document) => {
    const nothing = { changes: [], manual: [], edits: [], newText: document.text };
    if (!isWorkflow(document)) return { ...nothing, status: 'skipped' };
    if (isBroken(document)) return { ...nothing, status: 'failed', error: 'The file is no valid JSON.' };
    const changes = places(document, 'LEGACY').map((at) => change(document, at));
    const manual = places(document, 'MANUAL').map((at) => manualStep(document, at));
    const status = manual.length > 0 ? 'partial' : changes.length > 0 ? 'migrated' : 'unchanged';
    const newText = document.text.replaceAll('LEGACY', '');
    return { status, changes, manual, edits: changes.flatMap(({ edits }) => edits), newText };
  },
  planRetargeting: (document) => service.planMigration(document),
  // The toy way back: every MODERN is made LEGACY.
  planConversion: (document) => {
    const changes = places(document, 'MODERN').map((at) => conversion(document, at));
    const newText = document.text.replaceAll('MODERN', 'LEGACY');
    const status = changes.length > 0 ? 'migrated' : 'unchanged';
    return { status, changes, manual: [], edits: changes.flatMap(({ edits }) => edits), newText };
  },
  planMigrations: (documents) => documents.map((each) => service.planMigration(each)),
  passes: () => ({ tokens: new Set(), anything: new Set() }),
  summarize: (document) => ({ isWorkflow: isWorkflow(document), legacy: [] }),
  vocabulary: () => bothVocabularies,
  describe: () => [],
  graph: () => ({ nodes: [], edges: [] }),
  inventory: () => ({ workflows: [], embedded: [] }),
  locate: (document) => rangeOf(document, 0, 0),
};

function isBroken({ text }: DocumentSnapshot): boolean {
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return false;
  } catch {
    return true;
  }
}

function isWorkflow({ text }: DocumentSnapshot): boolean {
  return text.includes('"workflow"');
}

function places({ text }: DocumentSnapshot, word: string): number[] {
  return Array.from(text.matchAll(new RegExp(word, 'g')), ({ index }) => index);
}

function rangeOf(document: DocumentSnapshot, start: number, length: number) {
  return new LineIndex(document.text).range({ start, end: start + length });
}

function diagnostic(
  document: DocumentSnapshot,
  code: Diagnostic['code'],
  severity: Diagnostic['severity'],
  message: string,
  at: number,
  length: number,
): Diagnostic {
  const fixable = code === 'access-token-input';
  return {
    code,
    severity,
    message,
    range: rangeOf(document, at, length),
    path: ['workflow', 0],
    tags: [],
    related: [],
    documentation: '',
    fixable,
  };
}

function change(document: DocumentSnapshot, at: number): Change {
  const range = rangeOf(document, at, 6);
  const edit: TextEdit = { range, offset: at, length: 6, newText: '' };
  return {
    kind: 'empty-input',
    workflow: 'Toy',
    activity: 'toy_1',
    title: 'Call',
    message: 'The token input of "Call" is emptied.',
    range,
    edits: [edit],
  };
}

function conversion(document: DocumentSnapshot, at: number): Change {
  const range = rangeOf(document, at, 6);
  const edit: TextEdit = { range, offset: at, length: 6, newText: 'LEGACY' };
  return {
    kind: 'bind-input',
    workflow: 'Toy',
    activity: 'toy_1',
    title: 'Call',
    message: 'The token is passed to "Call".',
    range,
    edits: [edit],
  };
}

function manualStep(document: DocumentSnapshot, at: number): ManualStep {
  const message = 'The script "Run" takes a token; change it by hand.';
  return {
    code: 'token-needs-review',
    workflow: 'Toy',
    activity: null,
    title: 'Run',
    message,
    range: rangeOf(document, at, 6),
  };
}
