import type { Keys } from '../../item/keys-of-item.ts';
import type { SourceReference } from '../../model/model.ts';
import type { Item } from '../../value/attribute-value.ts';
import type { JsonObject } from '../../value/json.ts';
import type { RefusalInput } from '../vector.ts';

/** The parts of a record type that vectors can exercise, in the order of a report. */
export const elementKinds = [
  'attribute',
  'family',
  'index',
  'component',
  'enum',
  'default',
  'rule',
  'computed',
  'variant',
] as const;

export type ElementKind = (typeof elementKinds)[number];

/** A vector that must be accepted: what is written, what a reader returns, and the item between them. */
export type AcceptedCase = {
  /** What a writer is given; `undefined` for an item that no writer of today writes. */
  readonly written: JsonObject | undefined;
  readonly read: JsonObject;
  readonly item: Item;
  readonly keys: Keys;
};

/** A vector that must be refused: with the path of the refusal, and the place in the schema that refuses. */
export type RefusedCase = {
  readonly input: RefusalInput;
  readonly path: readonly string[];
  readonly at: SourceReference | undefined;
};

/** One part of a record type, and which vectors exercise it. */
export type Element = {
  readonly kind: ElementKind;
  /** As a reader of the schema would say it: `address/city`, `status = paused`. */
  readonly name: string;
  readonly at: SourceReference;
  readonly accepts: (vector: AcceptedCase) => boolean;
  readonly refuses: (vector: RefusedCase) => boolean;
};
