import type { Model } from '../model/model.ts';
import type { Implication } from './implication.ts';
import type { Languages } from './languages.ts';
import { areReadTogether, type Sorted, sortedTogether } from './sorted-together.ts';
import { tokenWriter } from './types.ts';
import { disorderedNumbers, type Written, writtenNumbers } from './written-numbers.ts';

type Numbered = Sorted & { readonly numbers: readonly Written[] };

/**
 * Record types that share a partition, and whose sort keys differ in nothing before a number, are read in the order of
 * those numbers; which is the order of the texts only if both write them with as many digits.
 */
export function findMixedNumbers(model: Model, languages: Languages): readonly Implication[] {
  return sortedTogether(model, ({ kind }) => kind === 'integer' || kind === 'decimal').flatMap((group) => {
    const all = group.flatMap(numbered);
    return all.flatMap((each, position) => mixture(each, all.slice(0, position), languages));
  });
}

/** With numbers as they stand in a key; left out are those that sort wrongly by themselves, which is said of them alone. */
function numbered(sorted: Sorted): readonly Numbered[] {
  const { type, token } = sorted;
  if (type.kind !== 'integer' && type.kind !== 'decimal') return [];
  const numbers = writtenNumbers(type, tokenWriter(token, type));
  return disorderedNumbers(numbers, numbers) === undefined ? [{ ...sorted, numbers }] : [];
}

function mixture(numbered: Numbered, others: readonly Numbered[], languages: Languages): readonly Implication[] {
  const { entry, part } = numbered;
  for (const other of others) {
    const pair =
      disorderedNumbers(other.numbers, numbered.numbers) ?? disorderedNumbers(numbered.numbers, other.numbers);
    if (pair === undefined || !areReadTogether(other, numbered, languages)) continue;
    const [smaller, larger] = pair;
    return [
      {
        code: 'key-order',
        at: part.at,
        message: `"${other.entry.recordType.name}" and "${entry.recordType.name}" write numbers differently into "${part.attribute.name}" of one partition: as text, ${larger} comes before ${smaller}`,
        help: 'write numbers with as many digits in both; or waive this where nothing depends on the order',
      },
    ];
  }
  return [];
}
