import type { Model } from '../model/model.ts';
import { compareUtf8 } from '../value/text.ts';
import type { Implication } from './implication.ts';
import type { Languages } from './languages.ts';
import { type Mixing, mixturesIn, type Pair } from './mixture.ts';
import { type Sorted, sortedTogether } from './sorted-together.ts';
import { timestampFacts } from './timestamps.ts';
import { tokenWriter } from './types.ts';

type Timed = Sorted & { readonly samples: readonly string[] };

/**
 * Record types that share a partition, and whose sort keys differ in nothing before a time, are read in the order of
 * those times; which is the order of the texts only if both write times in the same way.
 */
export function findMixedTimes(model: Model, languages: Languages): readonly Implication[] {
  return sortedTogether(model, ({ kind }) => kind === 'timestamp')
    .map((group) => group.flatMap(timed))
    .filter(isMixed)
    .flatMap((group) => mixturesIn(group, mixing, languages));
}

const mixing: Mixing<Timed> = {
  what: 'times',
  help: 'write times of one format in both',
  disorder: (earlier, later) => disorder(earlier.samples, later.samples),
};

/** Nearly every group writes all its times alike, and is done with. */
function isMixed(group: readonly Timed[]): boolean {
  return new Set(group.map(({ samples }) => samples.join(' '))).size > 1;
}

/** With the first second of 2024, and the same a little later where the format can say so, as they stand in a key. */
function timed(sorted: Sorted): readonly Timed[] {
  const { type, token } = sorted;
  if (type.kind !== 'timestamp') return [];
  const write = tokenWriter(token, type);
  const samples = timestampFacts(type.format).samples.flatMap((value) => write(value) ?? []);
  return samples.length < timestampFacts(type.format).samples.length ? [] : [{ ...sorted, samples }];
}

/** The earlier time of the one and the later of the other, if their texts sort the other way round. */
function disorder(earlier: readonly string[], later: readonly string[]): Pair | undefined {
  const [first, last] = [earlier[0], later[1]];
  return first !== undefined && last !== undefined && compareUtf8(first, last) > 0 ? [first, last] : undefined;
}
