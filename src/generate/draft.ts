import type { JsonObject } from '../value/json.ts';

/** Something to be written that must come back: the input of an item vector. */
export type RecordDraft = {
  /** The last part of the vector's id. */
  readonly slug: string;
  readonly description: string;
  readonly hazards: readonly string[];
  readonly record: JsonObject;
};

/** Something that must be refused: the input of a refusal vector. */
export type RefusalDraft = {
  readonly slug: string;
  readonly description: string;
  readonly hazards: readonly string[];
} & (
  | { readonly op: 'key.build' | 'item.encode'; readonly record: JsonObject }
  | { readonly op: 'key.parse'; readonly index: string; readonly key: JsonObject }
  | { readonly op: 'item.decode'; readonly item: JsonObject }
);
