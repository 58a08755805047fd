import type { Model } from '../model/model.ts';
import { maximumStates } from '../regex/determinise.ts';
import type { Implication } from './implication.ts';
import type { Languages } from './languages.ts';

/**
 * Says of which patterns nothing was found out, so that nobody takes silence for an answer: once for each two of them. Asked
 * last, when all others have compared what they compare.
 */
export function findNotCompared(_model: Model, languages: Languages): readonly Implication[] {
  const said = new Set<string>();
  return languages.notCompared().flatMap(([left, right]): readonly Implication[] => {
    const names = [left, right].map(({ recordType, part }) => `${recordType.name} ${part.at.path}`);
    const pair = names.toSorted().join(' ');
    if (said.has(pair)) return [];
    said.add(pair);
    return [
      {
        code: 'keys-not-compared',
        at: right.part.at,
        message: `whether "${left.recordType.name}" can have a key that is one of "${right.recordType.name}", or begins like one, is not known: the patterns "${left.part.pattern.text}" and "${right.part.pattern.text}" take more than ${maximumStates} states to compare`,
        help: 'bound their values with "max_length" instead of large repeat counts, begin the keys with different literals, or waive this where you know that they differ',
      },
    ];
  });
}
