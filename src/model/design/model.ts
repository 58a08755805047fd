import type { SourceReference } from '../source-reference.ts';
import type { AttributeSource, ChangelogEntry, Decision, Invariant, Relational, SourceDatabase } from './background.ts';
import type { Condition, Operand, Operator, RelationEnd } from './condition-types.ts';
import type { Deprecation, RecordTypeDesign } from './record-type-model.ts';

export type { Condition, Operand, Operator, RelationEnd };

/**
 * What a schema says beside the shape of items: how tables are deployed, what refers to what, how the data is read
 * and written, and how long it lives. No codec needs it. What is not said is `null` or an empty list.
 *
 * @template Parameter the declaration of a parameter, an attribute of the model
 */
export type Design<Parameter> = {
  readonly domain: string | null;
  readonly owner: string | null;
  readonly status: string | null;
  readonly profiles: readonly string[];
  readonly compatibility: { readonly policy: string | null; readonly preOneZero: string | null };
  readonly conventions: { readonly attributeNames: NamingStyle | null; readonly delimiter: string | null };
  readonly tables: readonly TableDesign[];
  readonly relations: readonly Relation[];
  readonly invariants: readonly Invariant[];
  readonly accessPatterns: readonly AccessPattern<Parameter>[];
  readonly operations: readonly Operation[];
  readonly recordTypes: readonly RecordTypeDesign[];
  /** Of attributes, families and members that say something beside their value. */
  readonly attributes: readonly AttributeDesign[];
  readonly sources: readonly SourceDatabase[];
  readonly decisions: readonly Decision[];
  readonly changelog: readonly ChangelogEntry[];
};

export type NamingStyle = 'snake_case' | 'camelCase' | 'PascalCase';

/** Deployment and ownership of one table, by its logical name. */
export type TableDesign = {
  readonly name: string;
  /** `null` for a table that DynamoDB calls what the schema calls it. */
  readonly naming: TableNaming | null;
  readonly domain: string | null;
  readonly description: string;
  readonly justification: string | null;
  readonly owner: string | null;
  readonly lifecycleOwner: string | null;
  readonly capacity: Capacity | null;
  readonly renamedFrom: string | null;
  /** What indexes were called before. */
  readonly formerNames: readonly { readonly name: string; readonly from: string }[];
  /** Of the global indexes of a table that has a capacity. */
  readonly indexCapacities: readonly IndexCapacity[];
  /** For how many days point-in-time recovery reaches back; `null` for DynamoDB's own 35, or when it is off. */
  readonly recoveryDays: number | null;
  readonly encryption: string | null;
  readonly tableClass: string | null;
  readonly deletionPolicy: string | null;
  readonly updateReplacePolicy: string | null;
  readonly backup: { readonly onDemandBefore: readonly string[]; readonly archive: string | null } | null;
  readonly relational: Relational | null;
  readonly at: SourceReference;
};

/** Where the name of a table in DynamoDB comes from. */
export type TableNaming =
  | { readonly kind: 'literal'; readonly text: string }
  | {
      readonly kind: 'template';
      readonly template: string;
      readonly values: readonly { readonly name: string; readonly value: string }[];
    }
  | {
      readonly kind: 'environment';
      readonly env: string | null;
      readonly prefixEnv: string | null;
      readonly suffix: string | null;
      readonly local: string | null;
    };

/** Units per second; the utilization is a percentage. */
export type Capacity = {
  readonly read: number;
  readonly write: number;
  readonly autoscaling: {
    readonly minimum: number;
    readonly maximum: number;
    readonly targetUtilization: number;
  } | null;
};

/** The name is that of the schema: `gsi1`. */
export type IndexCapacity = { readonly name: string; readonly capacity: Capacity };

export type Relation = {
  readonly from: RelationEnd;
  readonly to: RelationEnd;
  readonly cardinality: 'one_to_one' | 'many_to_one' | 'one_to_many' | 'many_to_many';
  /** Decimal text. */
  readonly counts: { readonly average: string | null; readonly maximum: string | null } | null;
  readonly required: boolean;
  readonly onMissing: 'reject' | 'ignore' | 'orphan_allowed';
  readonly description: string;
  readonly at: SourceReference;
};

/** One read of a table. */
export type AccessPatternStep<Parameter> = {
  readonly operation: 'get' | 'batch_get' | 'query' | 'scan';
  readonly table: string;
  /** The name that the schema uses: `primary`, `gsi1`. */
  readonly index: string;
  readonly returns: readonly string[];
  readonly partition: readonly { readonly component: string; readonly value: Operand }[];
  /** Texts of key patterns, or of the start of one: two for `between`, else one. */
  readonly sort: { readonly operator: string; readonly patterns: readonly string[] } | null;
  readonly filter: string | null;
  readonly projection: readonly string[];
  readonly order: 'ascending' | 'descending';
  readonly limit: number | null;
  readonly paginated: boolean;
  readonly consistency: 'eventual' | 'strong';
  readonly parameters: readonly Parameter[];
} & AccessPatternNotes;

export type AccessPatternNotes = TrafficNotes & {
  readonly description: string;
  readonly reason: string | null;
  /** `path` in the schema: who waits for the answer. */
  readonly traffic: 'hot' | 'cold' | 'maintenance';
  readonly at: SourceReference;
};

/** What people want to know of a read or a write. Rates and latencies are decimal text, and never invented. */
export type TrafficNotes = {
  readonly rps: {
    readonly peak: string | null;
    readonly average: string | null;
    readonly source: string | null;
  } | null;
  readonly latencyMs: string | null;
  readonly owner: string | null;
  readonly status: string | null;
  readonly complexity: string | null;
  readonly suitability: string | null;
};

/** A question that an application asks. With one step, that is the pattern itself. */
export type AccessPattern<Parameter> = AccessPatternNotes & {
  readonly name: string;
  readonly returns: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly steps: readonly AccessPatternStep<Parameter>[];
};

export type ChangeAction = 'set' | 'add' | 'remove' | 'delete' | 'if_not_exists' | 'append';

/** What an update does to one attribute. `value` is `null` for `remove`. */
export type Change = { readonly action: ChangeAction; readonly path: string; readonly value: Operand | null };

/** A write of one item, or what a transaction asks of one. */
export type OperationStep = {
  /** A `check` writes nothing: it holds a transaction back when its condition does not hold. */
  readonly type: 'put' | 'update' | 'delete' | 'check';
  readonly recordType: string;
  readonly writer: string | null;
  readonly condition: Condition | null;
  readonly changes: readonly Change[];
  /** The attribute of optimistic locking. */
  readonly version: string | null;
  readonly returns: 'none' | 'all_old' | 'all_new' | 'updated_old' | 'updated_new';
} & OperationNotes;

export type OperationNotes = TrafficNotes & {
  readonly description: string;
  readonly idempotency: 'natural' | 'token' | 'none' | null;
  readonly reason: string | null;
  readonly failure: string | null;
  readonly at: SourceReference;
};

/** One write, several that happen together or not at all, or several in one request of which each may fail. */
export type Operation = OperationNotes & {
  readonly name: string;
  readonly transaction: boolean;
  readonly batch: boolean;
  /** The operation that is done instead, when a condition does not hold. */
  readonly fallback: string | null;
  readonly steps: readonly OperationStep[];
};

/** What an attribute, a family or a member is, beside its value. */
export type AttributeDesign = {
  readonly recordType: string;
  /** The name, after those of the maps around it: `approval.by`. */
  readonly path: string;
  readonly classification: string | null;
  readonly exportName: string | null;
  readonly immutable: boolean;
  readonly userEditable: boolean | null;
  readonly owner: string | null;
  readonly sourceOfTruth: string | null;
  readonly denormalizedFrom: RelationEnd | null;
  readonly source: AttributeSource | null;
  readonly renamedFrom: string | null;
  readonly deprecated: Deprecation | null;
  readonly lifecycle: Lifecycle | null;
  readonly at: SourceReference;
};

/** The states of a value, and how one follows another. */
export type Lifecycle = {
  readonly initial: readonly string[];
  readonly transitions: readonly { readonly name: string; readonly to: readonly string[] }[];
};
