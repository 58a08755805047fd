import { componentNames } from '../model/key-pattern.ts';
import type { Model, RecordType, ScalarType } from '../model/model.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import { buildPart } from './build.ts';
import type { Implication } from './implication.ts';
import { sampleValues } from './samples.ts';
import { type ComponentToken, componentTypes, isWrittenAsIs } from './types.ts';

/**
 * Records that differ in a component of their primary key must have different keys, or they overwrite each other.
 *
 * A component that is written as it is cannot be confused: it ends at a character that it must not contain, so a key can
 * be read in one way only. What is left are components whose writing loses something. Values that are easily confused are
 * built by the codec, and compared; upper and lower case alone are folded on purpose, and not reported.
 */
export function findKeyAmbiguities(model: Model): readonly Implication[] {
  return model.recordTypes.flatMap((recordType) => {
    const parts = recordType.keys[0]?.parts ?? [];
    const tokens = parts.flatMap((part) => part.pattern.tokens.filter((token) => token.kind === 'component'));
    // What follows and is written as it is may tell the records apart: a shard of something else, before an identifier.
    const doubtful = tokens.slice(tokens.findLastIndex(isWrittenAsIs) + 1).filter((token) => !isTime(token));
    const asIs = new Set(tokens.filter(isWrittenAsIs).map(({ name }) => name));
    const names = [...new Set(doubtful.map(({ name }) => name))].filter((name) => !asIs.has(name));
    return names.flatMap((name): readonly Implication[] => {
      const confused = confusedValues(recordType, name, (values) => keyOf(recordType, values));
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

/** What times that are cut off cannot tell apart is another question. */
function isTime(token: ComponentToken): boolean {
  return token.encodings.some((encoding) => encoding.kind === 'time');
}

/** Two values of a component with which the same key is built; the other components keep theirs. */
export function confusedValues(
  recordType: RecordType,
  name: string,
  build: (values: ReadonlyMap<string, string>) => string | undefined,
): { readonly first: string; readonly second: string; readonly key: string } | undefined {
  const typeOf = componentTypes(recordType);
  const names = recordType.keys[0]?.parts.flatMap((part) => componentNames(part.pattern)) ?? [];
  const values = new Map(names.map((each) => [each, sampleValues(typeOf(each))[0] ?? '']));
  const seen = new Map<string, string>();
  for (const value of confusable(typeOf(name))) {
    const key = build(values.set(name, value));
    const known = key === undefined ? undefined : seen.get(key);
    if (key === undefined) continue;
    if (known === undefined) seen.set(key, value);
    else if (known.toLowerCase() !== value.toLowerCase()) return { first: known, second: value, key };
  }
  return undefined;
}

/** Values of a type that careless writing makes alike: by cutting, padding, hashing or escaping them. */
function confusable(type: ScalarType): readonly string[] {
  const check = scalarCheck(type);
  const candidates = [...sampleValues(type), ...sampleValues(type).flatMap((value) => variations(value, type))];
  return [...new Set(candidates)].filter((value) => check(value) === undefined);
}

function variations(value: string, type: ScalarType): readonly string[] {
  if (type.kind === 'timestamp') return [];
  if (type.kind !== 'string') return numbers;
  const endings = [...'0123456789abcxyzABC', '%23', '#', '/', '|', '%', ' ', '-', '_'];
  return [...endings.map((ending) => `${value}${ending}`), ...endings.map((start) => `${start}${value}`)];
}

const numbers = Array.from({ length: 40 }, (_, index) => String(index));

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
