import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Automaton } from '../regex/automaton.ts';
import type { Json } from '../value/json.ts';
import type { TimestampFormat } from '../value/timestamp.ts';
import type { Design } from './design/model.ts';
import type { Presence } from './presence-type.ts';
import type { Rule } from './rule-types.ts';
import type { SourceReference } from './source-reference.ts';

export type { Presence, SourceReference };

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
  /** What the schema says beside the shape of items. */
  readonly design: Design<QueryParameter>;
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
  /** One; a global index may have up to four. For a local index that of its table. */
  readonly partitionKeys: readonly KeyAttribute[];
  /** None or one; a global index may have up to four. */
  readonly sortKeys: readonly KeyAttribute[];
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
  /** Attributes that follow from others. They are in the item, and not in the record. */
  readonly computed: readonly ComputedAttribute[];
  /** What the attributes of one record must satisfy together. */
  readonly rules: readonly Rule[];
  readonly unknownAttributes: 'ignore' | 'preserve' | 'reject';
  /** The most bytes that an item of this type may take; at most DynamoDB's own limit. */
  readonly maximumItemBytes: number;
  /** The digest of what this record type alone depends on. */
  readonly digest: string;
  readonly at: SourceReference;
};

/** How a record type fills the primary key or an index. */
export type RecordKey = {
  readonly index: TableKey;
  /** Partition key attributes, unless they are those of the table (a local index), then sort key attributes. */
  readonly parts: readonly KeyPart[];
  /** What must hold for the item to be in the index; nothing for always. */
  readonly when: readonly Presence[];
  readonly at: SourceReference;
};

/** One attribute that is built from a pattern. */
export type KeyPart = {
  readonly attribute: KeyAttribute;
  /** `computed` for an attribute that is part of no key. */
  readonly place: 'partition' | 'sort' | 'computed';
  readonly pattern: KeyPattern;
  readonly at: SourceReference;
};

/** An attribute that the writer builds from others, and that a reader checks. */
export type ComputedAttribute = {
  readonly name: string;
  readonly part: KeyPart;
  /** What the computed text must be. */
  readonly type: ScalarType;
  readonly when: readonly Presence[];
  /** Tells items of this record type from others with the same key. */
  readonly discriminator: boolean;
  readonly description: string;
  readonly at: SourceReference;
};

/** `text` has no names for literals; `writtenPattern` is the text of the schema, where that one has them. */
export type KeyPattern = {
  readonly text: string;
  readonly writtenPattern?: string;
  readonly tokens: readonly KeyToken[];
};

export type KeyToken = { readonly kind: 'literal'; readonly text: string } | ComponentToken;

export type ComponentToken = {
  readonly kind: 'component';
  /** An attribute or parameter; with dots a member of a map attribute. */
  readonly name: string;
  /** The name and the encodings, as written. */
  readonly label: string;
  /** Applied in this order when a key is built. */
  readonly encodings: readonly Encoding[];
  /** The character that ends the component: the first of the literal that follows, or `null` where none does. */
  readonly until: string | null;
  /** The characters that it always has. Only where another component follows at once. */
  readonly width?: number;
};

/** How the text of a value is written in a key, where it is not written as it is. */
export type Encoding =
  | { readonly kind: 'pad'; readonly width: number }
  | { readonly kind: 'lower' }
  | { readonly kind: 'upper' }
  | { readonly kind: 'trim' }
  /** Leaves these characters out. */
  | { readonly kind: 'strip'; readonly characters: string }
  /** Percent-encodes these characters, and "%". */
  | { readonly kind: 'percent'; readonly characters: string }
  | { readonly kind: 'time'; readonly format: TimeUnit }
  | { readonly kind: 'shard'; readonly hash: HashName; readonly count: number }
  | { readonly kind: 'sha256' }
  /** Stands for a value that is absent. */
  | { readonly kind: 'or'; readonly text: string };

/** What a timestamp is truncated to, in UTC. */
export type TimeUnit = 'year' | 'month' | 'date' | 'hour' | Exclude<TimestampFormat, 'rfc3339' | 'month' | 'date'>;

export type HashName = 'crc32' | 'fnv1a32' | 'sha256';

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

/** What a caller of an access pattern gives. */
export type QueryParameter = Attribute & {
  /** The seconds from the moment of the question to the time that stands in for it; `null` where none does. */
  readonly defaultNow: number | null;
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

/** Types whose values are one text in a record, and so can stand in a key; binary only as a whole key. */
export type ScalarType = StringType | NumberType | TimestampType | BinaryType;

export type ValueType =
  | ScalarType
  | { readonly kind: 'boolean' }
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
  /** One of several types. Their values look different in a record, so that nothing needs to be said there. */
  | { readonly kind: 'union'; readonly variants: readonly ValueType[] }
  | { readonly kind: 'any' };

/** Lengths count code points. */
export type StringType = {
  readonly kind: 'string';
  readonly allowEmpty: boolean;
  readonly minLength: number;
  /** At most `maxBytes`, since no character takes less than one byte. */
  readonly maxLength: number | null;
  /** Bytes of UTF-8; only where a schema bounds them. */
  readonly maxBytes?: number;
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
  /** Digits after the point; `null` for as many as there are. */
  readonly scale: number | null;
  readonly multipleOf: string | null;
  /** `S` where the number's text is stored as a string. */
  readonly storedAs: 'N' | 'S';
  readonly examples: readonly string[];
};

/** Lengths count bytes. In a record: padded base64. */
export type BinaryType = {
  readonly kind: 'binary';
  readonly allowEmpty: boolean;
  readonly minLength: number;
  readonly maxLength: number | null;
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
  /** Who answers for it; text for people. */
  readonly owner: string | null;
  /** The version of the schema from which on it waives nothing. */
  readonly until: string | null;
  readonly at: SourceReference;
};

/** What compiling a schema gives: a model unless there is an error, and everything there is to say. */
export type CompiledSchema = { readonly model: Model | undefined; readonly diagnostics: readonly Diagnostic[] };
