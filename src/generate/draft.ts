import type { Json, JsonObject } from '../value/json.ts';
import { pointerTo } from '../value/json-pointer.ts';
import type { RefusalInput } from '../vector/vector.ts';
import type { AcceptedScenario, RefusedScenario } from './coverage/scenarios.ts';

/** What every draft says about itself. */
export type Described = {
  /** The last part of the vector's id. */
  readonly slug: string;
  readonly description: string;
  readonly hazards: readonly string[];
  /** Where the scenario is, as `subjectOf` writes it. */
  readonly subject: string;
};

/** Something to be written that must come back: the input of an item or key vector. */
export type RecordDraft = Described & {
  readonly scenario: AcceptedScenario;
  readonly record: JsonObject;
  /** Why the record does not show its scenario, though it may be a sound one: it is left out, and this is said. */
  readonly lost?: string;
};

/** Something that must be refused: the input of a refusal vector. */
export type RefusalDraft = Described & {
  readonly scenario: RefusedScenario;
  /** The record, key or item that it was made from: the same without the fault, and accepted. */
  readonly base: JsonObject;
} & RefusalInput;

/** A record as it is put together; never shared between vectors. */
export type DraftRecord = { [name: string]: Json };

/**
 * The place of a scenario: a JSON pointer into the record, with "*" for any item of a list or value of a map, or an index and
 * one of its key attributes. Empty for the record as a whole.
 */
export function subjectOf(...segments: readonly string[]): string {
  return pointerTo(segments);
}
