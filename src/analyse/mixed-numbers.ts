import type { Model } from '../model/model.ts';
import type { Implication } from './implication.ts';
import type { Languages } from './languages.ts';
import { type Mixing, mixturesIn } from './mixture.ts';
import { type Sorted, sortedTogether } from './sorted-together.ts';
import { tokenWriter } from './types.ts';
import { disorderedNumbers, type Written, writtenNumbers } from './written-numbers.ts';

type Numbered = Sorted & { readonly numbers: readonly Written[] };

/**
 * Record types that share a partition, and whose sort keys differ in nothing before a number, are read in the order of
 * those numbers; which is the order of the texts only if both write them with as many digits.
 */
export function findMixedNumbers(model: Model, languages: Languages): readonly Implication[] {
  return sortedTogether(model, ({ kind }) => kind === 'integer' || kind === 'decimal').flatMap((group) =>
    mixturesIn(group.flatMap(numbered), mixing, languages),
  );
}

const mixing: Mixing<Numbered> = {
  what: 'numbers',
  help: 'write numbers with as many digits in both',
  disorder: (smaller, larger) => disorderedNumbers(smaller.numbers, larger.numbers),
};

/** With numbers as they stand in a key; left out are those that sort wrongly by themselves, which is said of them alone. */
function numbered(sorted: Sorted): readonly Numbered[] {
  const { type, token } = sorted;
  if (type.kind !== 'integer' && type.kind !== 'decimal') return [];
  const numbers = writtenNumbers(type, tokenWriter(token, type));
  return disorderedNumbers(numbers, numbers) === undefined ? [{ ...sorted, numbers }] : [];
}
