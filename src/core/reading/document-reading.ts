import type { FileAnalysis } from '../analysis/file-analysis';
import type { WorkflowAnalysis } from '../analysis/workflow-analysis';
import { Grouped } from '../document/grouped';
import { valueAt, type JsonPathNode } from '../document/json-path';
import { memberAt, type MemberAt } from '../document/path-at';
import type { Workflow, WorkflowExport, WorkflowFile } from '../document/workflow';
import { spanInString } from '../edits/json-text';
import type { Position, Range, Span } from '../text/position';
import { findMentions } from './find-mentions';
import type { Mention } from './mention';
import type { Thing } from './thing';
import { Things } from './things';
import { findTokenSteps, type TokenStep } from './token-steps';

/** What the host knows of a workflow that another file defines. */
export interface OtherFile {
  readonly uri: string;
  readonly reading: DocumentReading;
}

/** One version of a workflow file as a person reads it: what its ids stand for, and where. */
export class DocumentReading {
  readonly analysis: FileAnalysis;
  readonly file: WorkflowFile;
  readonly things: Things;
  readonly root: JsonPathNode;
  /** Looks for a definition in other files. */
  readonly elsewhere: (workflowId: string) => OtherFile | undefined;
  #mentions: readonly Mention[] | undefined;
  #byThing: Grouped<Thing, Mention> | undefined;
  #byPath: Grouped<JsonPathNode, Mention> | undefined;
  #tokenSteps: readonly TokenStep[] | undefined;
  #owners: ReadonlySet<JsonPathNode> | undefined;

  constructor(analysis: FileAnalysis, file: WorkflowFile, root: JsonPathNode, elsewhere: DocumentReading['elsewhere']) {
    this.analysis = analysis;
    this.file = file;
    this.root = root;
    this.elsewhere = elsewhere;
    this.things = new Things(file, analysis.document.value);
  }

  /** All places that name a thing, roughly in the order of the file. */
  get mentions(): readonly Mention[] {
    return (this.#mentions ??= findMentions(this.file, this.analysis.document.value, this.things));
  }

  mentionsOf(thing: Thing): readonly Mention[] {
    this.#byThing ??= new Grouped(this.mentions.map((mention) => [mention.thing, mention] as const));
    return this.#byThing.of(thing);
  }

  /** The name or the reference under the cursor. */
  mentionAt(position: Position): Mention | undefined {
    const offset = this.analysis.lines.offset(position);
    const member = this.memberAt(offset);
    if (!member) return undefined;
    return this.mentionsIn(member.path).find((mention) => {
      if ((mention.onKey === true) !== member.onKey) return false;
      const { start, end } = this.spanOf(mention);
      return start <= offset && offset <= end;
    });
  }

  /** Those that the key or the value at a path itself holds. */
  mentionsIn(path: JsonPathNode): readonly Mention[] {
    this.#byPath ??= new Grouped(this.mentions.map((mention) => [mention.path, mention] as const));
    return this.#byPath.of(path);
  }

  /** The ways of all access tokens through the file, step by step. */
  get tokenSteps(): readonly TokenStep[] {
    return (this.#tokenSteps ??= [...findTokenSteps(this)]);
  }

  /** The places of all exports, workflows, activities and variables. */
  get owners(): ReadonlySet<JsonPathNode> {
    return (this.#owners ??= new Set([this.root, ...this.file.exports.flatMap(ownersIn)]));
  }

  memberAt(offset: number): MemberAt | undefined {
    return memberAt(this.analysis.document.locator, this.root, offset);
  }

  /** Without the quotes around it. */
  spanOf({ path, onKey, part }: Mention): Span {
    const { document } = this.analysis;
    const place = document.locator.place(path);
    if (!place) return { start: 0, end: 0 };
    if (onKey && place.key) return { start: place.key.start + 1, end: place.key.end - 1 };
    return part ? spanInString(document.text, place.value, part.start, part.end) : place.value;
  }

  rangeOf(mention: Mention): Range {
    return this.analysis.lines.range(this.spanOf(mention));
  }

  /** Of the whole value at a path; nothing where the text has none. */
  rangeAt(path: JsonPathNode): Range | undefined {
    const place = this.analysis.document.locator.place(path);
    return place && this.analysis.lines.range(place.value);
  }

  /** Whether any of the value at a path stands between two offsets. */
  reaches(path: JsonPathNode, from: number, to: number): boolean {
    const value = this.analysis.document.locator.place(path)?.value;
    return value !== undefined && value.start <= to && value.end >= from;
  }

  valueAt(path: JsonPathNode): unknown {
    return valueAt(this.analysis.document.value, path.toArray());
  }

  analysisOf(workflow: Workflow): WorkflowAnalysis | undefined {
    return this.analysis.workflows.find((each) => each.workflow === workflow);
  }
}

function ownersIn({ path, workflow }: WorkflowExport): JsonPathNode[] {
  const things = [workflow, ...workflow.activities, ...workflow.variables];
  return [path, ...things.map((each) => each.path)];
}
