import { componentTypes } from '../../model/component-types.ts';
import { isInvertible, trimmedCharacters } from '../../model/encoding.ts';
import { fineness } from '../../model/fineness.ts';
import { componentNames, componentsOf } from '../../model/key-pattern.ts';
import type { ComponentToken, Encoding, KeyPart, RecordKey, RecordType, ScalarType } from '../../model/model.ts';
import { canContain } from '../../regex/explore.ts';
import { subjectOf } from '../draft.ts';
import { partitionTokens } from '../keys/components.ts';

/** A component of a sort key of which more than one value can be in a partition. */
export type OrderedComponent = {
  readonly name: string;
  /** Whether the partition depends on it all the same: a month has many times, and a shard many ids. */
  readonly bucketed: boolean;
};

/** The components of a sort key that its partition leaves free. */
export function orderedComponents(recordType: RecordType, key: RecordKey, part: KeyPart): readonly OrderedComponent[] {
  const typeOf = componentTypes(recordType);
  const inPartition = partitionTokens(recordType, key);
  return componentNames(part.pattern).flatMap((name): readonly OrderedComponent[] => {
    const type = typeOf(name);
    const buckets = inPartition.filter((token) => token.name === name);
    const tokens = componentsOf(part.pattern).filter((token) => token.name === name);
    const fixed = tokens.every((token) => buckets.some((bucket) => determines(bucket, token, type)));
    return fixed ? [] : [{ name, bucketed: buckets.length > 0 }];
  });
}

/** Where the order of a component is shown. */
export function orderSubject({ index }: RecordKey, { attribute }: KeyPart, { name }: OrderedComponent): string {
  return subjectOf(index.name, attribute.name, name);
}

/** Whether all values that one text stands for have one text in the sort key too. */
function determines({ encodings: bucket }: ComponentToken, { encodings }: ComponentToken, type: ScalarType): boolean {
  if (bucket.every((each) => tellsApart(each, type)) || JSON.stringify(bucket) === JSON.stringify(encodings))
    return true;
  const [cut, ...others] = bucket;
  const [sorted] = encodings;
  return (
    cut?.kind === 'time' &&
    others.length === 0 &&
    sorted?.kind === 'time' &&
    fineness[cut.format] >= fineness[sorted.format]
  );
}

/** Whether an encoding has another text for each value; those that change what no value has do. */
function tellsApart(encoding: Encoding, type: ScalarType): boolean {
  switch (encoding.kind) {
    case 'time':
      return (
        type.kind === 'timestamp' && type.format !== 'rfc3339' && fineness[encoding.format] >= fineness[type.format]
      );
    case 'lower':
      return !mayHave(type, capitals);
    case 'upper':
      return !mayHave(type, capitals.toLowerCase());
    case 'trim':
      return !mayHave(type, trimmedCharacters);
    case 'strip':
      return !mayHave(type, encoding.characters);
    default:
      return isInvertible(encoding) || encoding.kind === 'sha256';
  }
}

const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function mayHave(type: ScalarType, characters: string): boolean {
  if (type.kind !== 'string') return false;
  const { enum: values, pattern } = type;
  return Array.from(characters).some(
    (each) =>
      values?.some((value) => value.includes(each)) ??
      (pattern === null || canContain(pattern.automaton, each.charCodeAt(0))),
  );
}
