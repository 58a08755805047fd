import type { Json, JsonObject } from '../value/json.ts';
import type { RefusalInput } from '../vector/vector.ts';

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
} & RefusalInput;

/** A record as it is put together; never shared between vectors. */
export type DraftRecord = { [name: string]: Json };
