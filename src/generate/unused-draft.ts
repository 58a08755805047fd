import type { Refusal } from '../item/codec.ts';
import type { RecordType } from '../model/model.ts';

/** A draft that does not do what it is for: one to be accepted that the schema refuses, or the other way round. */
export type UnusedDraft = {
  /** The id that its vector would have had. */
  readonly id: string;
  readonly recordType: RecordType;
  /** What became of it, as a sentence without its subject: `is refused: /b: expected a value, and found nothing`. */
  readonly outcome: string;
  /** What the codec said about it; `undefined` for a draft that it accepts. */
  readonly refusal: string | undefined;
  /** Whether every other draft of the record type is made from it, so that none of them was tried. */
  readonly first: boolean;
};

/** What the codec said, and by which rule. */
export function reasonOf({ message, rule }: Refusal): string {
  return `${message} [${rule}]`;
}
