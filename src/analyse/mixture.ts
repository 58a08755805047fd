import type { Implication } from './implication.ts';
import type { Languages } from './languages.ts';
import { areReadTogether, type Sorted } from './sorted-together.ts';

/** Two texts in a key, that of the smaller value first, which sort the other way round. */
export type Pair = readonly [string, string];

/** What a mixture is of, and how one finds it between the values of the smaller and those of the larger. */
export type Mixing<Each extends Sorted> = {
  readonly what: 'numbers' | 'times';
  readonly help: string;
  readonly disorder: (smaller: Each, larger: Each) => Pair | undefined;
};

/** Says of each of a group with which one before it it is read together, in another order than that of the values. */
export function mixturesIn<Each extends Sorted>(
  group: readonly Each[],
  { what, help, disorder }: Mixing<Each>,
  languages: Languages,
): readonly Implication[] {
  return group.flatMap((each, position): readonly Implication[] => {
    const { entry, part } = each;
    for (const other of group.slice(0, position)) {
      const pair = disorder(other, each) ?? disorder(each, other);
      if (pair === undefined || !areReadTogether(other, each, languages)) continue;
      const [smaller, larger] = pair;
      return [
        {
          code: 'key-order',
          at: part.at,
          message: `"${other.entry.recordType.name}" and "${entry.recordType.name}" write ${what} differently into "${part.attribute.name}" of one partition: as text, ${larger} comes before ${smaller}`,
          help: `${help}; or waive this where nothing depends on the order`,
        },
      ];
    }
    return [];
  });
}
