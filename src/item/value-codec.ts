import type { Slot } from '../model/model.ts';
import type { Violation } from '../scalar/violation.ts';
import type { AttributeValue } from '../value/attribute-value.ts';
import type { Json } from '../value/json.ts';
import type { LeaveOut } from './defaulted.ts';

/** Turns one logical value into an attribute value and back, or says why not. */
export type ValueCodec = {
  /**
   * `undefined` where the value is to be left out: an empty set under `empty_set: omit`.
   *
   * @param leaveOut what a reader supplied inside the value; it is left out again
   */
  readonly write: (value: unknown, leaveOut?: LeaveOut) => AttributeValue | Violation | undefined;
  /** Pushes the names of members that got their default. */
  readonly read: (value: AttributeValue, defaulted: string[]) => Json | Violation;
  /** For a type that is stored as one text: its tag, and how that text is read. It spares most values some calls. */
  readonly scalar?: { readonly tag: 'S' | 'N' | 'B'; readonly read: (text: string) => string | Violation };
};

/** Makes the codec of a slot inside the value that it is handed to: one level deeper. */
export type CompileSlot = (slot: Slot) => ValueCodec;
