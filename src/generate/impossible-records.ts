import type { Codec } from '../item/codec.ts';
import { maximumItemBytes } from '../item/size.ts';
import { maximumKeyBytes } from '../key/limits.ts';
import { innerAttributes, innerTypes } from '../model/inner-types.ts';
import type { RecordType, ValueType } from '../model/model.ts';
import { withPossibleValues } from './possible-types.ts';
import { completeRecord } from './record.ts';
import { reasonOf, type UnusedDraft } from './unused-draft.ts';

/** A record type of which the generator can make no record, and why. */
export type ImpossibleRecord = Pick<UnusedDraft, 'recordType' | 'refusal' | 'outcome'>;

/** So many characters of up to four bytes fit into any key, and so into any item. */
const ample = maximumKeyBytes.sort / 4;

/**
 * The record types of a model that have no record with every attribute, so that no vector can be made: a rule or the size of an
 * item forbids it, or that of a key. Looks only at those where that can be, because to make a record takes a while.
 *
 * @param compile makes the codec, which nobody needs when all record types are beyond doubt
 */
export function impossibleRecords(
  recordTypes: readonly RecordType[],
  compile: () => Codec,
): readonly ImpossibleRecord[] {
  const doubtful = recordTypes.filter(isDoubtful);
  if (doubtful.length === 0) return [];
  const codec = compile();
  return doubtful.flatMap((recordType) => whyImpossible(codec, recordType) ?? []);
}

function whyImpossible(codec: Codec, declared: RecordType): ImpossibleRecord | undefined {
  const { name } = declared;
  const item = codec.encode(name, completeRecord(withPossibleValues(codec, declared)));
  const read = item.ok ? codec.decode(item.value, name) : item;
  if (read.ok) return undefined;
  const refusal = reasonOf(read.error);
  return { recordType: declared, refusal, outcome: `is refused: ${refusal}` };
}

function isDoubtful(recordType: RecordType): boolean {
  const { attributes, components, families, keys, computed, rules } = recordType;
  if (rules.length > 0 || recordType.maximumItemBytes < maximumItemBytes) return true;
  const patterns = [...keys.flatMap(({ parts }) => parts), ...computed.map(({ part }) => part)];
  const literals = patterns.reduce((sum, { pattern }) => sum + pattern.text.length, 0);
  return (
    [...attributes, ...components, ...families].reduce((sum, { type }) => sum + leastLength(type), literals) > ample
  );
}

/** About how many characters the shortest value of a type has that is made for vectors. */
function leastLength(type: ValueType): number {
  const examples = 'examples' in type ? type.examples : [];
  const own = Math.max('minLength' in type ? type.minLength : 1, ...examples.map(({ length }) => length));
  const inner = [...innerAttributes(type).map((each) => each.type), ...innerTypes(type)];
  const each = inner.reduce((sum, one) => sum + leastLength(one), own);
  return 'minItems' in type ? each * Math.max(type.minItems, 1) : each;
}
