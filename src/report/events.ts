import type { Problem } from '../check/problem.ts';
import type { CheckId, Operation } from '../check/registry.ts';
import type { SourceReference } from '../model/model.ts';
import type { Json } from '../value/json.ts';

/**
 * The one stream that a run is. Every output - terminal, NDJSON, files to come - is a view of these events, and a
 * stream is complete only when it ends with a `summary`.
 */
export type RunEvent =
  | RunStarted
  | StoreStarted
  | ImplementationStarted
  | ImplementationAbsent
  | GapFound
  | CaseJudged
  | FindingMade
  | RunFinished;

export type RunStarted = {
  readonly type: 'run';
  readonly itemproof: string;
  readonly schema: { readonly name: string; readonly version: string; readonly digest: string; readonly file: string };
  readonly vectors: number;
  /** How many of them were looked at, where one of each hazard was enough. */
  readonly quick?: number;
};

export type StoreStarted = {
  readonly type: 'store';
  readonly kind: string;
  readonly engine: string;
  readonly version: string;
  readonly capabilities: readonly string[];
  readonly lacks: readonly string[];
  /** What a reader of the report should know, such as why another engine was taken than usual. */
  readonly notes: readonly string[];
};

export type ImplementationStarted = {
  readonly type: 'implementation';
  /** The name that the configuration gives it. */
  readonly name: string;
  readonly implementation: string;
  readonly language: string;
  readonly version: string;
  readonly runtime: string | null;
  /** Attributes, by record type, whose value its writer chooses itself. */
  readonly generated: { readonly [recordType: string]: readonly string[] };
  /** Attributes, by record type, that its reader does not return. */
  readonly not_read: { readonly [recordType: string]: readonly string[] };
};

/** An implementation that cannot take part here. Its cases are not run. */
export type ImplementationAbsent = {
  readonly type: 'absent';
  readonly name: string;
  readonly reason: string;
  readonly do: string;
};

/** What an implementation does not support, as the configuration acknowledges. Its cases are not run. */
export type GapFound = {
  readonly type: 'gap';
  readonly implementation: string;
  readonly op: Operation;
  readonly record_types: readonly string[];
  readonly reason: string;
};

/** What became of one planned comparison. */
export type CaseJudged = {
  readonly type: 'case';
  readonly check: CheckId;
  /** Whose doing is checked. In a `cross-read` the reader's. */
  readonly implementation: string;
  /** In a `cross-read`, who wrote the item. */
  readonly writer?: string;
  readonly vector: string;
  /** In a `key-parse`, or for an order vector, which key. */
  readonly index?: string;
  /** For an order vector, which of its records, counted from 0. */
  readonly entry?: number;
  readonly status: 'passed' | 'failed' | 'known' | 'not_run';
  /** Why it is known, or why it was not run. */
  readonly reason?: string;
};

/** Cases that fail in the same way, shown by the first of them. */
export type FindingMade = {
  readonly type: 'finding';
  readonly status: 'failed' | 'known';
  readonly check: CheckId;
  /** The one to blame. */
  readonly implementation: string;
  readonly writer?: string;
  readonly record_type: string;
  readonly problem: Problem['kind'];
  /** The first wrong attribute or member; empty for the whole. */
  readonly path: readonly string[];
  readonly message: string;
  readonly vector: string;
  readonly vectors: readonly string[];
  /** How many cases fail like this: a vector has several where several writers or keys are involved. */
  readonly cases: number;
  readonly hazards: readonly string[];
  readonly expected?: Json;
  readonly actual?: Json;
  /** What a writer said it would send, where that was asked too; `null` when it would not send the attribute. */
  readonly sent?: Json;
  /** What the store held; `null` when the item of a writer has no such attribute. */
  readonly stored?: Json;
  /** The primary key of the vector, where no item was found under it. */
  readonly key?: Json;
  readonly at: SourceReference;
  /** The implementations that all answered the same, against the vector: then suspect the schema or the reference. */
  readonly agreeing?: readonly string[];
  /** That the reference codec fails the same case, from which everything that is expected comes. */
  readonly reference_fails?: true;
  /** What a reader answered with: an item that was in the store under the same key before. */
  readonly stale?: { readonly vector: string; readonly writer: string };
  readonly reason?: string;
  readonly stderr?: string;
  /** The command that runs this case again, with all records of an order vector and what a stale answer needs. */
  readonly replay: string;
};

export type RunFinished = {
  readonly type: 'summary';
  readonly planned: number;
  readonly passed: number;
  readonly failed: number;
  readonly known: number;
  readonly not_run: number;
  readonly implementations: readonly ImplementationTotals[];
  /** What is wrong with the run itself: an undeclared gap, a known failure that passes. Each makes it red. */
  readonly complaints: readonly string[];
  /** Why not all could be compared that was to be: the store was lost. What was left is not run. */
  readonly broken_off?: string;
};

export type ImplementationTotals = {
  readonly name: string;
  readonly planned: number;
  readonly passed: number;
  readonly failed: number;
  readonly known: number;
  readonly not_run: number;
};
