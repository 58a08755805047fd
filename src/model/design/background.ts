import type { SourceReference } from '../source-reference.ts';
import type { Condition, RelationEnd } from './condition-types.ts';

/** Another database, from whose rows items are made. */
export type SourceDatabase = {
  readonly name: string;
  readonly kind: string | null;
  readonly description: string;
  readonly tables: readonly SourceTable[];
  readonly at: SourceReference;
};

export type SourceTable = {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly string[];
  /** Columns that no two rows share, as one list for each constraint. */
  readonly unique: readonly (readonly string[])[];
  readonly at: SourceReference;
};

/** A table of another database. */
export type SourceTableName = { readonly database: string; readonly table: string };

/** A column of one. */
export type SourceColumn = SourceTableName & { readonly column: string };

/** The columns that become an attribute, and how their row is found when it is not that of the record. */
export type AttributeSource = {
  readonly columns: readonly SourceColumn[];
  readonly join: { readonly local: SourceColumn; readonly source: SourceColumn } | null;
  readonly transformation: string | null;
  readonly justification: string | null;
};

/** What was decided about a design, and against what. */
export type Decision = {
  readonly name: string;
  readonly kind: 'table_structure' | 'key_design' | 'index_design' | 'denormalization' | 'other';
  readonly choice: string;
  readonly alternatives: readonly string[];
  readonly justification: string;
  readonly tradeOffs: readonly string[];
  readonly rollback: string | null;
  readonly monitoring: readonly string[];
  /** The paths of the parts of the schema that it is about. */
  readonly concerns: readonly string[];
  readonly at: SourceReference;
};

/** What a version changed. */
export type ChangelogEntry = {
  readonly version: string;
  readonly description: string;
  readonly breaking: boolean;
  readonly migration: string | null;
  readonly at: SourceReference;
};

/** What must hold between an item and others. */
export type Invariant = {
  readonly name: string;
  readonly description: string;
  readonly attribute: RelationEnd;
  readonly operator: 'equals' | 'at_most' | 'at_least';
  readonly amount: {
    readonly kind: 'count' | 'sum' | 'minimum' | 'maximum';
    readonly recordType: string;
    /** `null` for a count. */
    readonly path: string | null;
  };
  /** Attributes of the others, and those of the item that have their values. */
  readonly match: readonly { readonly path: string; readonly equals: string }[];
  readonly where: Condition | null;
  readonly at: SourceReference;
};

/** How the items of a table are rows of a relational database. */
export type Relational = {
  readonly kind: string | null;
  readonly table: string;
  readonly description: string;
  readonly columns: readonly {
    readonly name: string;
    /** The attribute whose value the column has. */
    readonly holds: string | null;
    /** Whether it has all attributes that no other column holds, as JSON. */
    readonly rest: boolean;
    readonly type: string | null;
    readonly nullable: boolean;
    readonly otherwise: string | null;
  }[];
};
