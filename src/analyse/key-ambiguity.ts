import { standsIn } from '../key/encoding/stands.ts';
import { componentNames, componentsOf } from '../model/key-pattern.ts';
import type { Model, RecordType } from '../model/model.ts';
import { buildPart } from './build.ts';
import { hiddenValues } from './hidden-values.ts';
import type { Implication } from './implication.ts';
import { type ComponentToken, componentTypes, isWrittenAsIs } from './types.ts';
import { recasedValues, variedValues } from './varied-values.ts';

/**
 * Records that differ in a component of their primary key must have different keys, or they overwrite each other.
 *
 * A component that is written as it is cannot be confused: it ends at a character that it must not contain, so a key can
 * be read in one way only. What is left are components whose writing loses something. Values that are easily confused are
 * built by the codec, and compared. Upper and lower case alone are folded on purpose, and times cut off, so neither is
 * reported; but nobody lists two values, or calls two texts identifiers, to mean one.
 */
export function findKeyAmbiguities(model: Model): readonly Implication[] {
  const ids = new Map(model.design.recordTypes.map(({ name, id }) => [name, id]));
  return model.recordTypes.flatMap((recordType) => {
    const id = ids.get(recordType.name) ?? null;
    const parts = recordType.keys[0]?.parts ?? [];
    const tokens = parts.flatMap((part) => part.pattern.tokens.filter((token) => token.kind === 'component'));
    // What follows and is written as it is may tell the records apart: a shard of something else, before an identifier.
    const tells = (token: ComponentToken): boolean => isWrittenAsIs(token) && !hasOneValue(recordType, token);
    const doubtful = tokens
      .slice(tokens.findLastIndex(tells) + 1)
      .filter((token) => token.name === id || !isTime(token));
    const asIs = new Set(tokens.filter(isWrittenAsIs).map(({ name }) => name));
    const names = [...new Set(doubtful.map(({ name }) => name))].filter((name) => !asIs.has(name));
    return names.flatMap((name): readonly Implication[] => {
      const isExact = name === id || isListed(recordType, name);
      const confused = confusedValues(recordType, name, (values) => keyOf(recordType, values), isExact);
      const part = parts.find((each) => componentNames(each.pattern).includes(name));
      if (confused === undefined || part === undefined) return [];
      const { first, second, key } = confused;
      return [
        {
          code: 'key-ambiguous',
          at: part.at,
          message: `"${recordType.name}" has one key for two values of "${name}", ${JSON.stringify(first)} and ${JSON.stringify(second)}: ${key}`,
          help: `put "{${name}}" into the key as it is; or waive this where one record for both is meant`,
        },
      ];
    });
  });
}

function hasOneValue(recordType: RecordType, { name }: ComponentToken): boolean {
  const type = componentTypes(recordType)(name);
  return 'enum' in type && type.enum?.length === 1;
}

function isListed(recordType: RecordType, name: string): boolean {
  const type = componentTypes(recordType)(name);
  return type.kind === 'string' && type.enum !== null;
}

/** What times that are cut off cannot tell apart is another question. */
function isTime(token: ComponentToken): boolean {
  return token.encodings.some((encoding) => encoding.kind === 'time');
}

/**
 * Two values of a component with which the same key is built; the other components keep theirs.
 *
 * @param isExact whether values that differ only in case are two
 */
export function confusedValues(
  recordType: RecordType,
  name: string,
  build: (values: ReadonlyMap<string, string>) => string | undefined,
  isExact = false,
): { readonly first: string; readonly second: string; readonly key: string } | undefined {
  const typeOf = componentTypes(recordType);
  const tokens = tokensOf(recordType);
  const values = new Map<string, string>();
  for (const other of tokens.filter((token) => token.name !== name)) {
    const value = readableValue(recordType, other.name);
    // Without a value for the others there is no key to compare.
    if (value === undefined) return undefined;
    values.set(other.name, value);
  }
  const places = tokens.filter((token) => token.name === name);
  const seen = new Map<string, string>();
  // The second search is the longer one, and needed only where several encodings of one component stand in the key.
  const recased = isExact ? recasedValues(typeOf(name)) : [];
  for (const tried of [variedValues(typeOf(name)), recased, hiddenValues(typeOf(name), places)]) {
    for (const value of tried) {
      const key = build(values.set(name, value));
      const known = key === undefined ? undefined : seen.get(key);
      if (key === undefined) continue;
      if (known === undefined) seen.set(key, value);
      else if (isExact ? known !== value : known.toLowerCase() !== value.toLowerCase())
        return { first: known, second: value, key };
    }
  }
  return undefined;
}

/** The components of the primary key. */
function tokensOf(recordType: RecordType): readonly ComponentToken[] {
  return recordType.keys[0]?.parts.flatMap((part) => componentsOf(part.pattern)) ?? [];
}

/** A value of a component that does not contain what ends it in the primary key; `undefined` where none is found. */
function readableValue(recordType: RecordType, name: string): string | undefined {
  const type = componentTypes(recordType)(name);
  const places = tokensOf(recordType).filter((token) => token.name === name);
  return variedValues(type).find((value) => places.every((place) => standsIn(place, type, value)));
}

/** The primary key with these components, as JSON; `undefined` where a writer refuses to make it. */
function keyOf(recordType: RecordType, values: ReadonlyMap<string, string>): string | undefined {
  const key: { [attribute: string]: string } = {};
  for (const part of recordType.keys[0]?.parts ?? []) {
    const text = buildPart(recordType, part, values);
    if (typeof text !== 'string') return undefined;
    key[part.attribute.name] = text;
  }
  return JSON.stringify(key);
}
