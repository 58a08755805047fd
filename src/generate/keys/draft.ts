import type { JsonObject } from '../../value/json.ts';
import type { AcceptedScenario } from '../coverage/scenarios.ts';

/** A value worth trying as a component of a key, with a short name for the id of a vector, and what it hunts. */
export type KeySample = {
  readonly scenario: AcceptedScenario;
  readonly slug: string;
  readonly value: string;
  readonly description: string;
  readonly hazards: readonly string[];
};

/** A record whose keys are worth looking at: the input of a key vector. */
export type KeyDraft = {
  /** The last part of the vector's id. */
  readonly slug: string;
  readonly description: string;
  readonly scenario: AcceptedScenario;
  /** Where the scenario is, as `subjectOf` writes it. */
  readonly subject: string;
  readonly hazards: readonly string[];
  readonly record: JsonObject;
};

/** Makes a sample. */
export function keySample(
  scenario: AcceptedScenario,
  slug: string,
  value: string,
  description: string,
  ...hazards: string[]
): KeySample {
  return { scenario, slug, value, description, hazards };
}
