import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Automaton } from '../regex/automaton.ts';
import type { Json } from '../value/json.ts';
import type { TimestampFormat } from '../value/timestamp.ts';

/** Where the schema says something: the user's file name, line and column (from 1), and the path in the document. */
export type SourceReference = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
};

/** A compiled schema: every default filled in, every reference resolved, frozen. */
export type Model = {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** `sha256:` and the hash of the normalised schema, without descriptions and places. */
  readonly digest: string;
  readonly prefixes: { readonly [name: string]: string };
  readonly tables: readonly Table[];
  readonly recordTypes: readonly RecordType[];
  readonly waivers: readonly Waiver[];
};

export type Table = {
  readonly name: string;
  readonly billingMode: 'PAY_PER_REQUEST' | 'PROVISIONED';
  readonly stream: string | null;
  readonly pointInTimeRecovery: boolean;
  readonly deletionProtection: boolean;
  /** The attribute that DynamoDB's Time to Live reads, if any. */
  readonly ttl: string | null;
  readonly tags: { readonly [name: string]: string };
  /** The primary key first, then the indexes as the schema lists them. */
  readonly keys: readonly TableKey[];
  readonly at: SourceReference;
};

/** The primary key of a table, or one of its indexes. */
export type TableKey = {
  /** The name that the schema uses: `primary`, `gsi1`. */
  readonly name: string;
  readonly kind: 'primary' | 'gsi' | 'lsi';
  /** The physical `IndexName`; for the primary key its own name. */
  readonly indexName: string;
  readonly partitionKey: KeyAttribute;
  readonly sortKey: KeyAttribute | null;
  readonly projection: 'ALL' | 'KEYS_ONLY' | { readonly include: readonly string[] };
  readonly sparse: boolean;
  /** Room for later: exists, and no record type fills it. */
  readonly reserved: boolean;
  readonly at: SourceReference;
};

export type KeyAttribute = { readonly name: string; readonly type: 'S' | 'N' | 'B' };

export type RecordType = {
  readonly name: string;
  readonly table: Table;
  readonly description: string;
  /** The primary key first, then each index that items of this type can be in. */
  readonly keys: readonly RecordKey[];
  readonly attributes: readonly Attribute[];
  readonly families: readonly Family[];
  /** Components of keys that are no attributes; they travel in the record. */
  readonly components: readonly Component[];
  readonly unknownAttributes: 'ignore' | 'preserve' | 'reject';
  /** The digest of what this record type alone depends on. */
  readonly digest: string;
  readonly at: SourceReference;
};

/** How a record type fills the primary key or an index. */
export type RecordKey = {
  readonly index: TableKey;
  /** The partition key, unless it is that of the table (a local index), then the sort key, if there is one. */
  readonly parts: readonly KeyPart[];
  /** The attribute that must be present and not NULL for the item to be in the index; `null` for always. */
  readonly when: string | null;
  readonly at: SourceReference;
};

/** One key attribute and the pattern of its value. */
export type KeyPart = {
  readonly attribute: KeyAttribute;
  readonly place: 'partition' | 'sort';
  readonly pattern: KeyPattern;
  readonly at: SourceReference;
};

export type KeyPattern = { readonly text: string; readonly tokens: readonly KeyToken[] };

/** `until` is the character that ends the component: the first of the literal that follows, or `null` at the end. */
export type KeyToken =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'component'; readonly name: string; readonly until: string | null };

/** A value and whether NULL may stand in its place. */
export type Slot = { readonly type: ValueType; readonly nullable: boolean };

export type Attribute = Slot & {
  readonly name: string;
  readonly required: boolean;
  /** In record JSON. `undefined` for no default; `null` is a default of NULL. */
  readonly default: Json | undefined;
  /** The attribute whose value is the default. */
  readonly defaultFrom: string | null;
  readonly defaultOn: 'write' | 'read' | 'both';
  readonly defaultWhenEmpty: boolean;
  /** Present exactly when another attribute has one of these values. */
  readonly presentWhen: { readonly attribute: string; readonly values: readonly string[] } | null;
  readonly unit: string | null;
  readonly role: string | null;
  readonly description: string;
  readonly at: SourceReference;
};

/** Attributes whose names hold a value: `b_{limit}_tk`. */
export type Family = Slot & {
  /** As written, variable included. The key of the family's object in a record. */
  readonly name: string;
  readonly prefix: string;
  readonly variable: string;
  readonly suffix: string;
  readonly domain: StringType;
  /** Families of one group have the same members. */
  readonly group: string | null;
  readonly requiredMembers: readonly string[];
  readonly unit: string | null;
  readonly role: string | null;
  readonly description: string;
  readonly at: SourceReference;
};

export type Component = { readonly name: string; readonly type: ScalarType; readonly at: SourceReference };

export type ScalarType = StringType | NumberType | TimestampType;

export type ValueType =
  | ScalarType
  | { readonly kind: 'boolean' }
  | {
      readonly kind: 'binary';
      readonly allowEmpty: boolean;
      readonly minLength: number;
      readonly maxLength: number | null;
    }
  | {
      readonly kind: 'list';
      readonly items: Slot;
      readonly allowEmpty: boolean;
      readonly minItems: number;
      readonly maxItems: number | null;
    }
  | { readonly kind: 'map'; readonly values: Slot; readonly allowEmpty: boolean }
  | { readonly kind: 'struct'; readonly members: readonly Attribute[] }
  | SetType
  | { readonly kind: 'document'; readonly allowEmpty: boolean }
  | { readonly kind: 'any' };

/** Lengths count code points. */
export type StringType = {
  readonly kind: 'string';
  readonly allowEmpty: boolean;
  readonly minLength: number;
  readonly maxLength: number | null;
  readonly pattern: { readonly source: string; readonly automaton: Automaton } | null;
  readonly enum: readonly string[] | null;
  readonly reserved: readonly string[];
  readonly examples: readonly string[];
};

/** Bounds are decimal text in normal form, and belong to the domain. */
export type NumberType = {
  readonly kind: 'integer' | 'decimal';
  readonly minimum: string | null;
  readonly maximum: string | null;
  readonly enum: readonly string[] | null;
  readonly examples: readonly string[];
};

export type TimestampType = {
  readonly kind: 'timestamp';
  readonly format: TimestampFormat;
  readonly examples: readonly string[];
};

export type SetType = {
  readonly kind: 'string_set' | 'number_set' | 'binary_set';
  readonly items: ValueType;
  /** What becomes of an empty set, which DynamoDB cannot store. */
  readonly emptySet: 'reject' | 'omit';
};

export type Waiver = {
  readonly rule: string;
  readonly path: string;
  readonly reason: string;
  readonly at: SourceReference;
};

/** What compiling a schema gives: a model unless there is an error, and everything there is to say. */
export type CompiledSchema = { readonly model: Model | undefined; readonly diagnostics: readonly Diagnostic[] };
