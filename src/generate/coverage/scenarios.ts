import type { Scenario } from './scenario.ts';
import { familyScenarios, keyScenarios, recordScenarios } from './scenarios-of-records.ts';
import { valueScenarios } from './scenarios-of-values.ts';

/**
 * Every scenario there is. The catalogue is closed: the generator cannot make a case without one of these names, and there
 * is no name that it never gives.
 */
export const scenarios = {
  ...valueScenarios,
  ...recordScenarios,
  ...familyScenarios,
  ...keyScenarios,
} as const satisfies { readonly [id: string]: Scenario };

type Scenarios = typeof scenarios;

/** The name of a scenario. Stable: vectors carry it. Never the name of a hazard. */
export type ScenarioId = keyof Scenarios;

type Of<Polarity extends Scenario['polarity']> = {
  [Id in ScenarioId]: Scenarios[Id]['polarity'] extends Polarity ? Id : never;
}[ScenarioId];

/** The name of a scenario that must be accepted. */
export type AcceptedScenario = Of<'accepted'>;

/** The name of a scenario that must be refused. */
export type RefusedScenario = Of<'refused'>;

/** Every name, in the order of the catalogue. */
export const scenarioIds = Object.keys(scenarios) as readonly ScenarioId[];
