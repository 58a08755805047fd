import type { Slot } from '../model/model.ts';
import type { Violation } from '../scalar/violation.ts';
import type { AttributeValue } from '../value/attribute-value.ts';
import type { Json } from '../value/json.ts';

/** Turns one logical value into an attribute value and back, or says why not. */
export type ValueCodec = {
  /** `undefined` where the value is to be left out: an empty set under `empty_set: omit`. */
  readonly write: (value: unknown) => AttributeValue | Violation | undefined;
  readonly read: (value: AttributeValue) => Json | Violation;
};

/** Makes the codec of a slot. Handed to the types that hold other values. */
export type CompileSlot = (slot: Slot) => ValueCodec;
