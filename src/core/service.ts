import { analyseFile, type FileAnalysis } from './analysis/file-analysis';
import { diagnoseFindings, diagnoseSyntax, type DiagnosedFinding } from './features/diagnose';
import { findFixes } from './features/fixes';
import { migrate } from './features/migrate';
import { summarizeLegacy } from './features/summarize';
import type { LanguageServiceHost } from './host';
import type { Diagnostic, DocumentSnapshot, LanguageService, MigrationPlan } from './language-service';
import { findAll, type RuleFinding } from './rules/find-all';

/** How many documents are kept in mind: those that an editor shows side by side. */
const remembered = 4;

/** Creates the language service. Its caches live and die with it. */
export function createLanguageService(host: LanguageServiceHost): LanguageService {
  const recent: DocumentKnowledge[] = [];
  const of = (snapshot: DocumentSnapshot): DocumentKnowledge => {
    let known = recent.find((knowledge) => knowledge.snapshot === snapshot);
    if (!known) {
      known = new DocumentKnowledge(snapshot, host);
      // A weak map by snapshot would do, but its entries outlive many collections when a folder is walked.
      if (recent.unshift(known) > remembered) recent.pop();
    }
    return known;
  };
  return Object.freeze<LanguageService>({
    diagnose: (snapshot) => of(snapshot).diagnostics,
    fixes: (snapshot, query = {}) => {
      const known = of(snapshot);
      const { analysis } = known;
      if (!analysis?.file || !canBeEdited(analysis)) return [];
      return findFixes(analysis, analysis.file, known.diagnosed, () => known.plan(false), query);
    },
    planMigration: (snapshot, options = {}) => of(snapshot).plan(options.assumeOptional ?? false),
    summarize: (snapshot) => {
      const { analysis } = of(snapshot);
      return { isWorkflow: analysis?.file !== undefined, legacy: analysis ? summarizeLegacy(analysis) : [] };
    },
  });
}

function canBeEdited({ document, file }: FileAnalysis): boolean {
  return document.syntaxErrors.length === 0 && file?.isOdd === false && file.doubled.length === 0;
}

/** Everything found out about one version of a document, each part when first asked for. */
class DocumentKnowledge {
  readonly analysis: FileAnalysis | undefined;
  readonly snapshot: DocumentSnapshot;
  readonly #isTooDeep: boolean;
  #findings: readonly RuleFinding[] | undefined;
  #diagnosed: readonly DiagnosedFinding[] | undefined;
  readonly #plans = new Map<boolean, MigrationPlan>();

  constructor(snapshot: DocumentSnapshot, host: LanguageServiceHost) {
    this.snapshot = snapshot;
    let isTooDeep = false;
    try {
      this.analysis = analyseFile(snapshot.text, host.configuration(snapshot.uri));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      host.log?.('warn', 'A document is nested too deeply to be read.');
      isTooDeep = true;
    }
    this.#isTooDeep = isTooDeep;
  }

  get diagnosed(): readonly DiagnosedFinding[] {
    return (this.#diagnosed ??= this.analysis ? diagnoseFindings(this.#allFindings, this.analysis) : []);
  }

  get diagnostics(): readonly Diagnostic[] {
    if (this.#isTooDeep) return [tooDeep];
    if (!this.analysis) return [];
    return [...diagnoseSyntax(this.analysis), ...this.diagnosed.map(({ diagnostic }) => diagnostic)];
  }

  plan(assumeOptional: boolean): MigrationPlan {
    let plan = this.#plans.get(assumeOptional);
    if (!plan) {
      plan = this.analysis
        ? migrate(this.analysis, this.#findingsFor(this.analysis, assumeOptional), assumeOptional)
        : this.#noPlan();
      this.#plans.set(assumeOptional, plan);
    }
    return plan;
  }

  get #allFindings(): readonly RuleFinding[] {
    return (this.#findings ??= this.analysis ? findAll(this.analysis) : []);
  }

  #findingsFor(analysis: FileAnalysis, assumeOptional: boolean): readonly RuleFinding[] {
    return assumeOptional ? findAll(analysis, true) : this.#allFindings;
  }

  #noPlan(): MigrationPlan {
    const nothing = { changes: [], manual: [], edits: [], newText: this.snapshot.text };
    return this.#isTooDeep
      ? { ...nothing, status: 'failed', error: tooDeep.message }
      : { ...nothing, status: 'skipped' };
  }
}

const start = { line: 0, character: 0 };
const tooDeep: Diagnostic = {
  code: 'json-syntax',
  severity: 'error',
  message: 'The file is nested too deeply to be read.',
  range: { start, end: start },
  path: [],
  tags: [],
  related: [],
  documentation: '',
  fixable: false,
};
