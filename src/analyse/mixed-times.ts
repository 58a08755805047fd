import type { Model } from '../model/model.ts';
import { compareUtf8 } from '../value/text.ts';
import type { Implication } from './implication.ts';
import type { Languages } from './languages.ts';
import { areReadTogether, type Sorted, sortedTogether } from './sorted-together.ts';
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
    .flatMap((group) => group.flatMap((each, position) => mixture(each, group.slice(0, position), languages)));
}

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

function mixture(timed: Timed, others: readonly Timed[], languages: Languages): readonly Implication[] {
  const { entry, part } = timed;
  for (const other of others) {
    const [earlier, later] = disorder(other.samples, timed.samples) ?? disorder(timed.samples, other.samples) ?? [];
    if (earlier === undefined || later === undefined) continue;
    if (!areReadTogether(other, timed, languages)) continue;
    return [
      {
        code: 'key-order',
        at: part.at,
        message: `"${other.entry.recordType.name}" and "${entry.recordType.name}" write times differently into "${part.attribute.name}" of one partition: as text, ${later} comes before ${earlier}`,
        help: 'write times of one format in both; or waive this where nothing depends on the order',
      },
    ];
  }
  return [];
}

/** The earlier time of the one and the later of the other, if their texts sort the other way round. */
function disorder(earlier: readonly string[], later: readonly string[]): readonly [string, string] | undefined {
  const [first, last] = [earlier[0], later[1]];
  return first !== undefined && last !== undefined && compareUtf8(first, last) > 0 ? [first, last] : undefined;
}
