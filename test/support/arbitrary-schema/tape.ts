import fc from 'fast-check';

/**
 * Choices that a schema is built from, in the order in which they are asked for. What stands in front of the first choice is the
 * simplest, so a tape of zeros builds the smallest schema, and every number that shrinks makes it simpler.
 */
export type Tape = {
  /** One of several; the first is the simplest. */
  readonly pick: <Option>(options: readonly [Option, ...Option[]]) => Option;
  /** True in so many of a hundred cases. */
  readonly chance: (percent: number) => boolean;
};

/** The numbers of a tape: up to as many as one part of a schema needs; what is asked for beyond them is simple. */
export function arbitraryChoices(most: number): fc.Arbitrary<readonly number[]> {
  return fc.noBias(fc.array(fc.integer({ min: 0, max: 9999 }), { maxLength: most, size: 'max' }));
}

/** Plays choices from their end: what shrinking takes away first, those in front, is what is asked for last. */
export function tapeOf(choices: readonly number[]): Tape {
  let position = choices.length;
  const next = (): number => {
    position -= 1;
    return choices[position] ?? 0;
  };
  return {
    pick: (options) => options[next() % options.length] ?? options[0],
    chance: (percent) => next() % 100 >= 100 - percent,
  };
}
