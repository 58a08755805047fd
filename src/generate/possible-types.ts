import type { Codec } from '../item/codec.ts';
import { isScalar } from '../model/component-types.ts';
import type { RecordType, ValueType } from '../model/model.ts';
import { completeRecord } from './record.ts';
import { oneOrTwo } from './trials.ts';
import { samplesOf } from './values/samples.ts';
import { writtenComponents } from './written-components.ts';

/** How many other values are tried before a record type is given up. */
const mostTrials = 400;

/** Another value that stands for an attribute or a component. */
type Choice = { readonly name: string; readonly value: string };

/**
 * The record type with other ordinary values, where those of the schema contradict each other together, or cannot be written in
 * its keys: first those that can are tried, then one other value, then two. The same record type when its own go together, or no
 * others do.
 */
export function withPossibleValues(codec: Codec, declared: RecordType): RecordType {
  const isPossible = (each: RecordType): boolean => codec.encode(declared.name, completeRecord(each)).ok;
  if (isPossible(declared)) return declared;
  const recordType = withChoices(declared, writtenComponents(declared));
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
  return declared;
}

/** An example stands first for an attribute, so the choice becomes its first example. */
function withChoices(recordType: RecordType, choices: readonly Choice[]): RecordType {
  if (choices.length === 0) return recordType;
  const changed = <Named extends { readonly name: string; readonly type: ValueType }>(
    each: Named,
    path = '',
  ): Named => {
    const { name, type } = each;
    if (type.kind === 'struct')
      return { ...each, type: { ...type, members: type.members.map((member) => changed(member, `${path}${name}.`)) } };
    const choice = choices.find((other) => other.name === `${path}${name}`);
    if (choice === undefined || !('examples' in type)) return each;
    return { ...each, type: { ...type, examples: [choice.value, ...type.examples] } };
  };
  return {
    ...recordType,
    attributes: recordType.attributes.map((each) => changed(each)),
    components: recordType.components.map((each) => changed(each)),
  };
}
