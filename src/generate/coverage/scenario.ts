/** What a scenario is about, in the order of the documentation. */
export const scenarioFamilies = [
  'string',
  'number',
  'time',
  'binary',
  'collections',
  'presence',
  'record',
  'family',
  'key',
] as const;

/** One kind of case that vectors show, wherever in a schema it has a place. */
export type Scenario = {
  readonly family: (typeof scenarioFamilies)[number];
  /** Whether a program must accept such a case, or refuse it. */
  readonly polarity: 'accepted' | 'refused';
  /** What it is, as a phrase: "the longest text". */
  readonly what: string;
};
