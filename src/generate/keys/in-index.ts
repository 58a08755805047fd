import type { Codec } from '../../item/codec.ts';
import type { Keys } from '../../item/keys-of-item.ts';
import { attributeAt, componentTypes } from '../../model/component-types.ts';
import { isOptional } from '../../model/encoding.ts';
import { componentsOf } from '../../model/key-pattern.ts';
import type { Presence, RecordKey, RecordType } from '../../model/model.ts';
import type { Json, JsonObject } from '../../value/json.ts';
import { recordWith } from '../present-record.ts';
import { typicalValue } from '../values/samples.ts';
import { withComponent } from './components.ts';

/** How many combinations of values are tried to bring a record into an index. */
const mostTrials = 64;

/** A value for a component of a record. */
type Choice = { readonly component: string; readonly value: Json };

/**
 * The record, changed as little as possible so that it is in an index: with the values that the condition of the index names,
 * and with whatever its key is made of.
 *
 * @returns undefined where no such value goes together with the rest of the record
 */
export function recordInIndex(
  codec: Codec,
  recordType: RecordType,
  record: JsonObject,
  { index, when, parts }: RecordKey,
): JsonObject | undefined {
  const isIn = (each: JsonObject): boolean => Object.hasOwn(keysIn(codec, recordType, each), index.name);
  if (isIn(record)) return record;
  const typeOf = componentTypes(recordType);
  const conditions = when.map((presence) => choicesOf(recordType, presence));
  const needed = parts
    .flatMap(({ pattern }) => componentsOf(pattern))
    .filter((token) => !isOptional(token) && !when.some(({ component }) => component === token.name))
    .map(({ name }): readonly Choice[] => [{ component: name, value: typicalValue(typeOf(name)) as Json }]);
  // What the condition names may be enough, and then the rest of the record stays as it is.
  for (const choices of [...combinations(conditions), ...combinations([...conditions, ...needed])]) {
    const changed = choices.reduce<JsonObject>(
      (each, { component, value }) =>
        withComponent(recordType, recordWith(recordType, each, nameOf(component)), component, value),
      record,
    );
    if (isIn(changed)) return changed;
  }
  return undefined;
}

function nameOf(component: string): string {
  return component.split('.')[0] ?? component;
}

/** The keys of a record; none for one that is refused. */
export function keysIn(codec: Codec, recordType: RecordType, record: JsonObject): Keys {
  const built = codec.buildKeys(recordType.name, record);
  return built.ok ? built.value : {};
}

function choicesOf(recordType: RecordType, presence: Presence): readonly Choice[] {
  const { component, values } = presence;
  const type = attributeAt(recordType.attributes, component.split('.'))?.type;
  if (type === undefined) return [];
  if (values === null) return [{ component, value: typicalValue(type) as Json }];
  return namedValues(recordType, presence).map((value) => ({ component, value }));
}

/** The values that the condition of an index names, as a record has them. */
export function namedValues({ attributes }: RecordType, { component, values }: Presence): readonly Json[] {
  const isFlag = attributeAt(attributes, component.split('.'))?.type.kind === 'boolean';
  return (values ?? []).map((value) => (isFlag ? value === 'true' : value));
}

function combinations(choices: readonly (readonly Choice[])[]): readonly (readonly Choice[])[] {
  return choices.reduce<readonly (readonly Choice[])[]>(
    (all, each) => all.flatMap((before) => each.map((choice) => [...before, choice])).slice(0, mostTrials),
    [[]],
  );
}
