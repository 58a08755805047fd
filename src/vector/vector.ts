import type { RefusalClass } from '../item/codec.ts';
import type { Keys } from '../item/keys-of-item.ts';
import type { Rule } from '../scalar/violation.ts';
import type { Item } from '../value/attribute-value.ts';
import type { JsonObject } from '../value/json.ts';

type Described = {
  /** Stable and readable: `bucket/complete`. Never reused for another case. */
  readonly id: string;
  readonly description: string;
  /** The ids of the hazards that the vector is there to find. */
  readonly hazards: readonly string[];
} & (Generated | Added);

/** A vector that the schema gives. */
type Generated = {
  readonly origin?: 'added';
  /** The name of the scenario that it shows, from the catalogue of the generator. */
  readonly scenario: string;
  /**
   * Where it shows that: a JSON pointer into the record, with "*" for any item of a list or value of a map, or an index and one
   * of its key attributes. Empty for the record as a whole.
   */
  readonly subject: string;
};

/** One that somebody added: it stays as it is when vectors are generated again. */
type Added = { readonly origin: 'added'; readonly scenario?: string; readonly subject?: string };

/** A record and its exact keys in every index it is in. */
export type KeyVector = Described & { readonly record: JsonObject; readonly keys: Keys };

/** A record, its exact keys in every index it is in, and its exact item. */
export type ItemVector = KeyVector & {
  readonly item: Item;
  /** What a reader returns for the item, where that is more than `record`: defaults are filled in. */
  readonly read?: JsonObject;
};

/** An item as an older or newer writer may have left it, and the record that a reader returns for it. */
export type ReadVector = Described & { readonly item: Item; readonly record: JsonObject };

/** Something to be refused, and by which operation. */
export type RefusalInput =
  | { readonly op: 'key.build' | 'item.encode'; readonly record: JsonObject }
  | { readonly op: 'key.parse'; readonly index: string; readonly key: JsonObject }
  | { readonly op: 'item.decode'; readonly item: JsonObject };

/** Something that must be refused, and why. */
export type RefusalVector = Described &
  RefusalInput & { readonly error: { readonly class: RefusalClass; readonly path: string; readonly rule: Rule } };

/** A record with its key in the index of an order vector. */
export type OrderEntry = { readonly record: JsonObject; readonly key: Item };

/** Records in one partition of an index, in the ascending order in which DynamoDB returns them. */
export type OrderVector = Described & { readonly index: string; readonly entries: readonly OrderEntry[] };

/** What a file may hold, in the order of the pages: one file for each. */
export const vectorKinds = ['items', 'keys', 'order', 'reads', 'refusals'] as const;

export type VectorKind = (typeof vectorKinds)[number];

/** One file under `vectors/<schema>/<record type>/`. */
export type VectorFile = {
  readonly format: 1;
  readonly schema: string;
  readonly record_type: string;
  /** The digest of the record type: of all that its vectors depend on, and nothing else. */
  readonly digest: string;
} & (
  | { readonly kind: 'items'; readonly vectors: readonly ItemVector[] }
  | { readonly kind: 'keys'; readonly vectors: readonly KeyVector[] }
  | { readonly kind: 'order'; readonly vectors: readonly OrderVector[] }
  | { readonly kind: 'reads'; readonly vectors: readonly ReadVector[] }
  | { readonly kind: 'refusals'; readonly vectors: readonly RefusalVector[] }
);

/** One vector, of any kind. */
export type AnyVector = VectorFile['vectors'][number];

/** `vectors/<schema>/manifest.json`: which contract the vectors belong to, and what is there. */
export type VectorManifest = {
  readonly format: 1;
  readonly schema: { readonly name: string; readonly version: string; readonly digest: string };
  /** One hash for all files: that of the lines `<sha256>  <path>`, sorted by path, as `sha256sum` prints them. */
  readonly suite_sha256: string;
  /** By the path of each file, relative to the manifest. */
  readonly files: { readonly [path: string]: ManifestEntry };
};

/** What a manifest says about a file. */
export type ManifestEntry = {
  readonly vectors: number;
  /** How many of them somebody added, so that none of these is lost with a file; left out where nobody did. */
  readonly added?: number;
  /** Of the bytes of the file. */
  readonly sha256: string;
};
