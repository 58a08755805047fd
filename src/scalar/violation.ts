import type { SourceReference } from '../model/model.ts';
import { shortJson } from '../value/json.ts';
import { pointerTo } from '../value/json-pointer.ts';

/** Every reason for which a record, a key or an item is refused. */
export type Rule =
  | 'attribute-value' // no DynamoDB JSON
  | 'base64'
  | 'component-empty'
  | 'default-changed' // named as defaulted, and has another value
  | 'computed' // differs from what other attributes give
  | 'delimiter' // contains the character that ends the component
  | 'duplicate'
  | 'empty'
  | 'enum'
  | 'family-collision' // a member has the name of another attribute
  | 'family-group' // families of one group differ in their members
  | 'index-key' // a key attribute of an index has another value than the record gives
  | 'item-size' // more bytes than the record type or DynamoDB allows
  | 'key-mismatch' // an attribute differs from the key that it is part of
  | 'key-pattern' // a key does not match its pattern
  | 'key-too-long'
  | 'max-bytes'
  | 'max-items'
  | 'max-length'
  | 'maximum'
  | 'min-items'
  | 'min-length'
  | 'minimum'
  | 'nesting'
  | 'nullable'
  | 'number'
  | 'multiple-of'
  | 'pad' // does not fit the digits of its key
  | 'pattern'
  | 'percent'
  | 'present-when'
  | 'record-type' // no such record type, none that explains the item, or several
  | 'required'
  | 'required-member'
  | 'reserved'
  | 'rule' // a rule of the record type
  | 'scale'
  | 'timestamp'
  | 'type'
  | 'unicode' // a lone surrogate
  | 'unknown';

/**
 * Why a value was refused. Made where the value is looked at, and given its path on the way out, one segment per
 * level; a value that passes costs nothing. Not an `Error`: a refusal is an expected answer.
 */
export class Violation {
  readonly rule: Rule;
  readonly value: unknown;
  /** What would have been right, as the end of a sentence that starts with "expected". */
  readonly expected: string;
  at: SourceReference | undefined;
  readonly #segments: string[] = [];

  constructor(rule: Rule, value: unknown, expected: string) {
    this.rule = rule;
    this.value = value;
    this.expected = expected;
  }

  /** Adds the segment of the enclosing level, and the place in the schema unless an inner one is known. */
  within(segment: string, at?: SourceReference): this {
    this.#segments.push(segment);
    this.at ??= at;
    return this;
  }

  /** A JSON pointer (RFC 6901) to the value in the record or item; empty for the whole. */
  get path(): string {
    return pointerTo(this.#segments.toReversed());
  }

  get message(): string {
    return refusalMessage(this, shortJson(this.value));
  }
}

/** @param found the value that was found, or "nothing" */
export function refusalMessage(
  { path, expected }: { readonly path: string; readonly expected: string },
  found: string,
): string {
  return `${path === '' ? '' : `${path}: `}expected ${expected}, and found ${found}`;
}
