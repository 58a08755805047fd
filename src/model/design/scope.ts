import type { RecordType, Table } from '../model.ts';
import type { SourceDatabase } from './background.ts';
import type { AttributeDesign } from './model.ts';
import type { RecordTypeDesign } from './record-type-model.ts';

/** What access patterns refer to. */
export type ReadScope = { readonly tables: readonly Table[]; readonly recordTypes: readonly RecordType[] };

/** What record types and their attributes refer to. */
export type RecordScope = {
  readonly recordTypes: readonly RecordType[];
  readonly sources: readonly SourceDatabase[];
  /** Of the schema; `undefined` where it has none. */
  readonly version: string | undefined;
};

/** What operations refer to. */
export type WriteScope = {
  readonly recordTypes: readonly RecordType[];
  readonly designs: readonly RecordTypeDesign[];
  readonly attributes: readonly AttributeDesign[];
};

/** The record type that an operation writes, and what is said about it. */
export type Written = {
  readonly recordType: RecordType;
  readonly design: RecordTypeDesign | undefined;
  /** The paths of attributes that are never changed. */
  readonly immutable: readonly string[];
};
