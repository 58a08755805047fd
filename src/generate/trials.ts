/**
 * What to try where the ordinary choices do not go together: one other choice, or else two that do not get into each
 * other's way.
 *
 * @param placeOf where a choice is: two at one place are no pair
 * @param most how many trials are worth their time
 */
export function oneOrTwo<Choice>(
  choices: readonly Choice[],
  placeOf: (choice: Choice) => string,
  most: number,
): readonly (readonly Choice[])[] {
  const pairs = choices.flatMap((first, index) =>
    choices
      .slice(index + 1)
      .filter((second) => placeOf(second) !== placeOf(first))
      .map((second) => [first, second]),
  );
  return [...choices.map((each) => [each]), ...pairs].slice(0, most);
}
