import { canBeEdited, type FileAnalysis } from './analysis/file-analysis';
import { passesOf } from './analysis/passes';
import { suffixesInUse } from './analysis/suffixes-in-use';
import type { FilePasses } from './definition-index';
import { JsonPathNode, type JsonPath } from './document/json-path';
import { convert } from './features/convert';
import { describeWorkflows } from './features/describe';
import { Owners } from './document/owners';
import { analyseWithDefinitions } from './features/analyse-with-definitions';
import { diagnoseFindings, diagnoseSyntax, type DiagnosedFinding } from './features/diagnose';
import { findFixes, type WholePlans } from './features/fixes';
import { drawGraph } from './features/graph';
import { migrate } from './features/migrate';
import { partSuppressed, type PartedFindings } from './features/part-suppressed';
import { retarget } from './features/retarget';
import { summarizeLegacy } from './features/summarize';
import { createReadingService } from './features/read';
import { takeInventory } from './features/take-inventory';
import type { LanguageServiceHost } from './host';
import type {
  Diagnostic,
  DocumentSnapshot,
  LanguageService,
  MigrationPlan,
  PlaceOwner,
  SuppressedDiagnostic,
} from './language-service';
import type { FileInventory } from './inventory';
import { DocumentReading } from './reading/document-reading';
import { findAll, rangeOf } from './rules/find-all';
import type { Range } from './text/position';
import { bothVocabularies } from './vocabulary';
import type { WorkflowGraph } from './workflow-graph';

/** How many documents are kept in mind: those that an editor shows side by side. */
const remembered = 4;
/** And of those that only define what they call: one file may name dozens, for each of its ids again. */
const rememberedDefinitions = 32;

/** Creates the language service. Its caches live and die with it. */
export function createLanguageService(host: LanguageServiceHost): LanguageService {
  const documents = new RecentDocuments(host, remembered);
  const definitions = new RecentDocuments(host, rememberedDefinitions);
  /** Whatever is nested or chained too deeply for the stack gets one clear answer. */
  const ask = <T>(
    snapshot: DocumentSnapshot,
    question: (known: DocumentKnowledge) => T,
    tooDeepAnswer: T,
    among = documents,
  ): T => {
    try {
      return question(among.of(snapshot));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      host.log?.('warn', 'A document is nested too deeply to be read.');
      return tooDeepAnswer;
    }
  };
  const read = (snapshot: DocumentSnapshot, among = documents): DocumentReading | undefined =>
    ask(snapshot, (known) => known.reading(elsewhere), undefined, among);
  const elsewhere = (workflowId: string) => {
    for (const found of host.definitions?.(workflowId) ?? []) {
      const reading = read(found, definitions);
      if (reading) return { uri: found.uri, reading };
    }
    return undefined;
  };
  return Object.freeze<LanguageService>({
    ...createReadingService(
      (snapshot) => read(snapshot),
      (snapshot) => read(snapshot, definitions),
    ),
    diagnose: (snapshot) => ask(snapshot, (known) => known.diagnostics, [tooDeep]),
    suppressed: (snapshot) => ask(snapshot, (known) => known.suppressed, []),
    ownerOf: (snapshot, path) => ask(snapshot, (known) => known.ownerOf(path), {}),
    fixes: (snapshot, query = {}) =>
      ask(
        snapshot,
        (known) => {
          const { analysis } = known;
          if (!analysis?.file || !canBeEdited(analysis)) return [];
          return findFixes(analysis, analysis.file, known.diagnosed, whole(known), query);
        },
        [],
      ),
    planMigration: (snapshot, options = {}) =>
      ask(snapshot, (known) => known.plan(options.assumeOptional ?? false), tooDeepToPlan(snapshot)),
    planMigrations: (snapshots, { assumeOptional = false } = {}) =>
      planTogether(snapshots, assumeOptional, host) ??
      snapshots.map((snapshot) => ask(snapshot, (known) => known.plan(assumeOptional), tooDeepToPlan(snapshot))),
    planRetargeting: (snapshot, options) =>
      ask(
        snapshot,
        ({ analysis }) =>
          analysis ? retarget(analysis, options) : { ...nothingDone(snapshot), status: 'skipped' as const },
        tooDeepToPlan(snapshot),
      ),
    planConversion: (snapshot) => ask(snapshot, (known) => known.conversion, tooDeepToPlan(snapshot)),
    passes: (snapshot) => ask(snapshot, ({ analysis }) => (analysis ? passesOf(analysis) : noPasses), noPasses),
    summarize: (snapshot) =>
      ask(
        snapshot,
        ({ analysis }) => ({
          isWorkflow: analysis?.file !== undefined,
          legacy: analysis ? summarizeLegacy(analysis) : [],
        }),
        { isWorkflow: false, legacy: [] },
      ),
    vocabulary: (snapshot) =>
      ask(snapshot, ({ analysis }) => analysis?.vocabulary() ?? bothVocabularies, bothVocabularies),
    suffixesInUse: (snapshot) => ask(snapshot, ({ analysis }) => (analysis ? suffixesInUse(analysis) : []), []),
    describe: (snapshot) =>
      ask(snapshot, ({ analysis, inventory }) => (analysis ? describeWorkflows(analysis, inventory) : []), []),
    graph: (snapshot) => ask(snapshot, (known) => known.graph, emptyGraph),
    inventory: (snapshot) => ask(snapshot, ({ inventory }) => inventory, emptyInventory),
    locate: (snapshot, path) => ask(snapshot, (known) => known.locate(path), nowhere),
  });
}

/** What was found out about the last few snapshots. */
class RecentDocuments {
  readonly #host: LanguageServiceHost;
  readonly #most: number;
  readonly #recent: DocumentKnowledge[] = [];

  constructor(host: LanguageServiceHost, most: number) {
    this.#host = host;
    this.#most = most;
  }

  of(snapshot: DocumentSnapshot): DocumentKnowledge {
    let known = this.#recent.find((knowledge) => knowledge.snapshot === snapshot);
    if (!known) {
      known = new DocumentKnowledge(snapshot, analyseWithDefinitions([snapshot], this.#host)[0]);
      // A weak map by snapshot would do, but its entries outlive many collections when a folder is walked.
      if (this.#recent.unshift(known) > this.#most) this.#recent.pop();
    }
    return known;
  }
}

function whole(known: DocumentKnowledge): WholePlans {
  return { migration: () => known.plan(false), conversion: () => known.conversion };
}

/** Where a plan turns out not to hold, all is planned anew without what hangs together with its file. */
function planTogether(
  snapshots: readonly DocumentSnapshot[],
  assumeOptional: boolean,
  host: LanguageServiceHost,
): readonly MigrationPlan[] | undefined {
  const held = new Set<DocumentSnapshot>();
  try {
    for (;;) {
      const analyses = analyseWithDefinitions(snapshots, host, held);
      const plans = snapshots.map((each, index) => new DocumentKnowledge(each, analyses[index]).plan(assumeOptional));
      const before = held.size;
      for (const [index, snapshot] of snapshots.entries()) {
        const analysis = analyses[index];
        if (plans[index]?.status === 'failed' && analysis && canBeEdited(analysis)) held.add(snapshot);
      }
      if (held.size === before) return plans;
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function tooDeepToPlan(snapshot: DocumentSnapshot): MigrationPlan {
  return { ...nothingDone(snapshot), status: 'failed', error: tooDeep.message };
}

function nothingDone({ text }: DocumentSnapshot): Omit<MigrationPlan, 'status'> {
  return { changes: [], manual: [], edits: [], newText: text };
}

/** Everything found out about one version of a document, each part when first asked for. */
class DocumentKnowledge {
  readonly analysis: FileAnalysis | undefined;
  readonly snapshot: DocumentSnapshot;
  #findings: PartedFindings | undefined;
  #diagnosed: readonly DiagnosedFinding[] | undefined;
  /** Paths that come from outside hang on it, so that what was found out about a place is kept for them, too. */
  readonly #root = JsonPathNode.root();
  #inventory: FileInventory | undefined;
  #reading: DocumentReading | undefined;
  #graph: WorkflowGraph | undefined;
  #owners: Owners | undefined;
  #conversion: MigrationPlan | undefined;
  readonly #plans = new Map<boolean, MigrationPlan>();

  constructor(snapshot: DocumentSnapshot, analysis: FileAnalysis | undefined) {
    this.snapshot = snapshot;
    this.analysis = analysis;
  }

  locate(path: JsonPath): Range {
    return this.analysis ? rangeOf({ path: this.#root.descendant(path) }, this.analysis) : nowhere;
  }

  get inventory(): FileInventory {
    return (this.#inventory ??= this.analysis ? takeInventory(this.analysis) : emptyInventory);
  }

  reading(elsewhere: DocumentReading['elsewhere']): DocumentReading | undefined {
    const { analysis } = this;
    const root = analysis?.file?.exports[0]?.path;
    if (!analysis?.file || !root) return undefined;
    return (this.#reading ??= new DocumentReading(analysis, analysis.file, root, elsewhere));
  }

  get graph(): WorkflowGraph {
    return (this.#graph ??= this.analysis
      ? drawGraph(this.analysis, this.diagnosed, this.plan(false).changes)
      : emptyGraph);
  }

  get diagnosed(): readonly DiagnosedFinding[] {
    return (this.#diagnosed ??= this.analysis ? diagnoseFindings(this.#allFindings.open, this.analysis) : []);
  }

  get suppressed(): readonly SuppressedDiagnostic[] {
    return this.analysis ? diagnoseFindings(this.#allFindings.suppressed, this.analysis) : [];
  }

  ownerOf(path: JsonPath): PlaceOwner {
    const file = this.analysis?.file;
    if (!file) return {};
    return (this.#owners ??= new Owners(file)).of(path);
  }

  get diagnostics(): readonly Diagnostic[] {
    if (!this.analysis) return [];
    return [...diagnoseSyntax(this.analysis), ...this.diagnosed.map(({ diagnostic }) => diagnostic)];
  }

  plan(assumeOptional: boolean): MigrationPlan {
    let plan = this.#plans.get(assumeOptional);
    if (!plan) {
      plan = this.analysis
        ? migrate(this.analysis, this.#findingsFor(this.analysis, assumeOptional), assumeOptional)
        : { ...nothingDone(this.snapshot), status: 'skipped' as const };
      this.#plans.set(assumeOptional, plan);
    }
    return plan;
  }

  get conversion(): MigrationPlan {
    return (this.#conversion ??= this.analysis
      ? convert(this.analysis)
      : { ...nothingDone(this.snapshot), status: 'skipped' });
  }

  get #allFindings(): PartedFindings {
    return (this.#findings ??= this.analysis
      ? partSuppressed(findAll(this.analysis), this.analysis)
      : { open: [], suppressed: [] });
  }

  #findingsFor(analysis: FileAnalysis, assumeOptional: boolean): PartedFindings {
    return assumeOptional ? partSuppressed(findAll(analysis, true), analysis) : this.#allFindings;
  }
}

const noPasses: FilePasses = { tokens: new Set(), anything: new Set() };
const start = { line: 0, character: 0 };
const nowhere: Range = { start, end: start };
const emptyGraph: WorkflowGraph = { nodes: [], edges: [] };
const emptyInventory: FileInventory = { workflows: [], embedded: [] };
const tooDeep: Diagnostic = {
  code: 'json-syntax',
  severity: 'error',
  message: 'The file is nested too deeply to be read.',
  range: nowhere,
  path: [],
  tags: [],
  related: [],
  documentation: '',
  fixable: false,
};
