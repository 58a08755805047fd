import { type RefusedSample, sample } from './value.ts';

/** How many parts of a text have a character too many or too few in turn. */
const mostMiscounted = 3;

/** So many characters are added to a part in search of one too many. */
const mostAdded = 64;

/**
 * A character too many, and one too few, in each of the first parts of a text and in the last one: where a pattern counts,
 * what does not count lets it through. Where a part may have several lengths, one more than the most, and one less than the least.
 */
export function miscounted(
  text: string,
  isTaken: (text: string) => boolean,
  isMissed: (text: string) => boolean,
): readonly RefusedSample[] {
  const parts = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index, 0: part }) => ({ part, end: index + part.length }));
  const chosen = parts.length <= mostMiscounted ? parts : [...parts.slice(0, mostMiscounted - 1), ...parts.slice(-1)];
  return chosen.flatMap(({ part, end }, index) => {
    const characters = Array.from(part);
    const last = characters.at(-1) ?? '';
    const before = text.slice(0, end - part.length);
    const withPart = (other: string): string => before + other + text.slice(end);
    const longer = Array.from({ length: mostAdded }, (_, more) => withPart(part + last.repeat(more + 1)));
    // A part that is not there at all is no matter of counting, unless it has one character.
    const least = characters.length === 1 ? 0 : 1;
    const shorter = characters
      .map((_, fewer) => characters.slice(0, -1 - fewer))
      .filter(({ length }) => length >= least)
      .map((each) => withPart(each.join('')));
    const [more, fewer] = [longer, shorter].map((texts) => texts.find((each) => !isTaken(each)));
    const where = `in "${part}"`;
    const slug = chosen.length === 1 ? '' : `-${index + 1}`;
    return [
      ...(more === undefined || !(isMissed(more) || more === longer[0])
        ? []
        : [sample('pattern-miss', `more${slug}`, more, `a character too many ${where}`)]),
      ...(fewer === undefined || !(isMissed(fewer) || fewer === shorter[0])
        ? []
        : [sample('pattern-miss', `fewer${slug}`, fewer, `one too few ${where}`)]),
    ] as const;
  });
}
