import type { Codec } from '../item/codec.ts';
import { isScalar } from '../model/component-types.ts';
import type { RecordType, ValueType } from '../model/model.ts';
import { completeRecord } from './record.ts';
import { oneOrTwo } from './trials.ts';
import { samplesOf } from './values/samples.ts';

/** How many other values are tried before a record type is given up. */
const mostTrials = 400;

/** Another value that stands for an attribute or a component. */
type Choice = { readonly name: string; readonly value: string };

/**
 * The record type with other ordinary values, where those of the schema contradict each other together: first one other value is
 * tried, then two. The same record type when its own go together, or no others do.
 */
export function withPossibleValues(codec: Codec, recordType: RecordType): RecordType {
  const isPossible = (each: RecordType): boolean => codec.encode(recordType.name, completeRecord(each)).ok;
  if (isPossible(recordType)) return recordType;
  const choices = [...recordType.attributes, ...recordType.components].flatMap(({ name, type }) =>
    isScalar(type) && type.kind !== 'binary'
      ? samplesOf(type).flatMap(({ value }): readonly Choice[] => (typeof value === 'string' ? [{ name, value }] : []))
      : [],
  );
  for (const trial of oneOrTwo(choices, ({ name }) => name, mostTrials)) {
    const other = withChoices(recordType, trial);
    if (isPossible(other)) return other;
  }
  return recordType;
}

/** An example stands first for an attribute, so the choice becomes its first example. */
function withChoices(recordType: RecordType, choices: readonly Choice[]): RecordType {
  const changed = <Named extends { readonly name: string; readonly type: ValueType }>(each: Named): Named => {
    const choice = choices.find(({ name }) => name === each.name);
    if (choice === undefined || !('examples' in each.type)) return each;
    return { ...each, type: { ...each.type, examples: [choice.value, ...each.type.examples] } };
  };
  return {
    ...recordType,
    attributes: recordType.attributes.map(changed),
    components: recordType.components.map(changed),
  };
}
