import type { Json } from '../../value/json.ts';
import type { Presence } from '../presence-type.ts';
import type { SourceReference } from '../source-reference.ts';
import type { SourceColumn, SourceTableName } from './background.ts';

/** What a record type is for, how long its items live, and who writes and reads them. */
export type RecordTypeDesign = {
  readonly name: string;
  readonly unique: readonly Unique[];
  readonly ttl: ItemTtl | null;
  readonly lifecycle: 'ephemeral' | 'durable' | null;
  readonly retention: string | null;
  readonly owner: string | null;
  readonly justification: string | null;
  readonly writers: readonly Writer[];
  readonly readers: readonly Reader[];
  /** `null` where items are written. */
  readonly readOnly: ReadOnly | null;
  readonly sourceOfTruth: string | null;
  /** The attribute that identifies an item to the application. */
  readonly id: string | null;
  readonly version: number | null;
  readonly renamedFrom: string | null;
  readonly deprecated: Deprecation | null;
  readonly appendOnly: boolean;
  /** The tables of other databases whose rows become such items. */
  readonly source: readonly SourceTableName[];
  /** Of components that are parameters and no attributes. */
  readonly componentSources: readonly ComponentSource[];
  /** How large an item is expected to be, in bytes. */
  readonly estimatedItemBytes: number | null;
  readonly export: RecordExport | null;
  /** Records, in record JSON. */
  readonly examples: readonly Example[];
  readonly at: SourceReference;
};

/** A component of the key, and the columns that become it. */
export type ComponentSource = { readonly component: string; readonly columns: readonly SourceColumn[] };

export type Example = { readonly literal: Json; readonly at: SourceReference };

/** No two items have the same values of these attributes. */
export type Unique = {
  readonly attributes: readonly string[];
  readonly strategy: 'table' | 'item' | 'key' | 'deterministic_id' | 'application';
  /** The record type of the lookup items, for `table` and `item`. */
  readonly recordType: string | null;
  /** Which items: those with these attributes, not NULL, with these values; all without any. */
  readonly when: readonly Presence[];
  readonly description: string;
};

/** When items expire, and what readers make of those that have. */
export type ItemTtl = {
  readonly attribute: string;
  readonly from: string | null;
  readonly afterSeconds: number | null;
  /** How the time is calculated, where it is no fixed time from another one; text for people. */
  readonly formula: string | null;
  /** The paths of what the formula depends on. */
  readonly uses: readonly string[];
  readonly expired: 'absent' | 'returned';
  readonly description: string;
};

export type Writer = {
  readonly name: string;
  readonly mode: 'replace' | 'merge' | 'append';
  readonly description: string;
};

export type Reader = { readonly name: string; readonly description: string };

/** Items of an earlier design, which nothing writes any more. */
export type ReadOnly = { readonly since: string | null; readonly reason: string | null };

export type RecordExport = {
  readonly file: string;
  readonly omit: readonly string[];
  readonly redact: readonly string[];
  readonly sort: string | null;
};

export type Deprecation = {
  readonly since: string | null;
  readonly reason: string | null;
  readonly use: string | null;
};
