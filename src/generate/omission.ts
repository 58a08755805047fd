import type { ScenarioId } from './coverage/scenarios.ts';

/** A scenario in a place of a record type that the generator tried, and that has no vector of its own. */
export type Omission = {
  readonly recordType: string;
  readonly scenario: ScenarioId;
  readonly subject: string;
  /** Why: what refuses it, or which vector has the same content. */
  readonly reason: string;
  /** The scenario whose vector shows this one too, as its content is the same; `undefined` where none shows it. */
  readonly sameAs: { readonly scenario: ScenarioId; readonly subject: string } | undefined;
};
