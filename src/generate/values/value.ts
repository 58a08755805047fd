import type { AcceptedScenario, RefusedScenario, ScenarioId } from '../coverage/scenarios.ts';

/** A value worth trying, with a short name for the id of a vector, and what it hunts. */
export type Sample<Scenario extends ScenarioId = AcceptedScenario, Value = unknown> = {
  readonly scenario: Scenario;
  /** Where in the value the scenario is: names of members, and "*" for an item of a list or a value of a map. */
  readonly path: readonly string[];
  readonly slug: string;
  readonly value: Value;
  readonly description: string;
  readonly hazards: readonly string[];
};

/** A value worth trying as a component of a key. */
export type KeySample = Sample<AcceptedScenario, string>;

/** A value that must be refused. */
export type RefusedSample = Sample<RefusedScenario>;

/** Makes a sample of the value itself. */
export function sample<Scenario extends ScenarioId, Value>(
  scenario: Scenario,
  slug: string,
  value: Value,
  description: string,
  ...hazards: string[]
): Sample<Scenario, Value> {
  return { scenario, path: [], slug, value, description, hazards };
}

/** The same sample as a part of a larger value. */
export function inside<Scenario extends ScenarioId>(
  each: Sample<Scenario>,
  step: string,
  changes: Pick<Sample<Scenario>, 'slug' | 'value' | 'description'>,
): Sample<Scenario> {
  return { ...each, ...changes, path: [step, ...each.path] };
}
