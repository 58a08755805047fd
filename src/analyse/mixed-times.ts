import type { KeyPart, Model } from '../model/model.ts';
import { compareUtf8 } from '../value/text.ts';
import type { Implication } from './implication.ts';
import { isPartition, type Keyed, keyedBy, shareAPartition } from './keyed.ts';
import type { Languages } from './languages.ts';
import { timestampFacts } from './timestamps.ts';
import { type ComponentToken, componentTypes, tokenWriter } from './types.ts';

type Timed = { readonly entry: Keyed; readonly part: KeyPart; readonly samples: readonly string[] };

/**
 * Record types that share a partition, and whose sort keys differ in nothing before a time, are read in the order of
 * those times; which is the order of the texts only if both write times in the same way.
 */
export function findMixedTimes(model: Model, languages: Languages): readonly Implication[] {
  return model.tables.flatMap((table) =>
    table.keys.flatMap((index) => {
      const groups = new Map<string, Timed[]>();
      for (const entry of keyedBy(model.recordTypes, table, index)) {
        const part = entry.parts.find((each) => !isPartition(each));
        const timed = part === undefined ? undefined : timedBy(entry, part);
        if (timed === undefined) continue;
        const group = groups.get(timed.before) ?? [];
        groups.set(timed.before, group);
        group.push(timed);
      }
      return [...groups.values()]
        .filter(isMixed)
        .flatMap((group) => group.flatMap((each, position) => mixture(each, group.slice(0, position), languages)));
    }),
  );
}

/** Nearly every group writes all its times alike, and is done with. */
function isMixed(group: readonly Timed[]): boolean {
  return new Set(group.map(({ samples }) => samples.join(' '))).size > 1;
}

/** What stands before the first time of a sort key, and that time in the formats it has. */
function timedBy(entry: Keyed, part: KeyPart): (Timed & { readonly before: string }) | undefined {
  const { tokens } = part.pattern;
  const typeOf = componentTypes(entry.recordType);
  const index = tokens.findIndex((token) => token.kind === 'component' && typeOf(token.name).kind === 'timestamp');
  const token = tokens[index];
  if (part.attribute.type !== 'S' || token?.kind !== 'component') return undefined;
  const samples = samplesOf(token, entry);
  const before = JSON.stringify(
    tokens.slice(0, index).map((each) => (each.kind === 'literal' ? each.text : [each.name])),
  );
  return samples === undefined ? undefined : { entry, part, samples, before };
}

/** The first second of 2024, and the same a little later where the format can say so, as they stand in a key. */
function samplesOf(token: ComponentToken, { recordType }: Keyed): readonly string[] | undefined {
  const type = componentTypes(recordType)(token.name);
  if (type.kind !== 'timestamp') return undefined;
  const write = tokenWriter(token, type);
  const texts = timestampFacts(type.format).samples.map((value) => write(value));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

function mixture(timed: Timed, others: readonly Timed[], languages: Languages): readonly Implication[] {
  const { entry, part } = timed;
  for (const other of others) {
    const [earlier, later] = disorder(other.samples, timed.samples) ?? disorder(timed.samples, other.samples) ?? [];
    if (earlier === undefined || later === undefined) continue;
    if (!shareAPartition(other.entry, entry, languages)) continue;
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
