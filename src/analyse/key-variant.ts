import { componentNames } from '../model/key-pattern.ts';
import type { Attribute, Model, RecordType } from '../model/model.ts';
import { Violation } from '../scalar/violation.ts';
import { buildPart } from './build.ts';
import type { Implication } from './implication.ts';
import { sampleValues } from './samples.ts';
import { timestampFacts } from './timestamps.ts';
import { componentTypes } from './types.ts';

/**
 * A record type whose primary key ends in a time has one record for each time, and the rest of its key. Whatever else
 * comes in variants - the hourly and the daily total that begin at one moment, two events of one second - has one key.
 *
 * Nothing in a schema says what variants there are; what is looked for is explained at `variantOf` and `isEvent`.
 */
export function findLackingVariants(model: Model): readonly Implication[] {
  const designs = new Map(model.design.recordTypes.map((design) => [design.name, design]));
  return model.recordTypes.flatMap((recordType) => {
    const time = lastTime(recordType);
    const design = designs.get(recordType.name);
    if (time === undefined || isIdentified(recordType, design?.id ?? null)) return [];
    if (design?.appendOnly !== true && !isEvent(recordType, time)) {
      const states = statesOf(model, recordType);
      return recordType.attributes
        .filter((attribute) => variantOf(recordType, attribute) !== undefined && !states.has(attribute.name))
        .flatMap((attribute) => lacksVariant(recordType, attribute));
    }
    return eventResolution(recordType, time);
  });
}

type Time = { readonly name: string; readonly step: 'more' | 'second' | 'less' };

/** The last component of the primary key, if it is a time: what tells one record from the next. */
function lastTime(recordType: RecordType): Time | undefined {
  const token = recordType.keys[0]?.parts.at(-1)?.pattern.tokens.findLast((each) => each.kind === 'component');
  if (token?.kind !== 'component') return undefined;
  const type = componentTypes(recordType)(token.name);
  if (type.kind !== 'timestamp') return undefined;
  // A time that is cut off when it is written has the step of what is left of it.
  const written = token.encodings.find((each) => each.kind === 'time')?.format ?? type.format;
  const steps = [timestampFacts(type.format).step, timestampFacts(written).step];
  return { name: token.name, step: (['more', 'second'] as const).find((step) => steps.includes(step)) ?? 'less' };
}

/** Whether the key has an identifier of the record itself, and the time is only there to sort by. */
function isIdentified({ name, keys }: RecordType, id: string | null): boolean {
  const components = keys[0]?.parts.flatMap((part) => componentNames(part.pattern)) ?? [];
  const time = keys[0]?.parts.flatMap((part) => componentNames(part.pattern)).at(-1);
  return components.some((each) => each !== time && [id, 'id', `${name}_id`, `${name}Id`].includes(each));
}

/**
 * Totals of a period have counters, or a key whose time is longer than a second. Everything else with a time at the end
 * of its key is taken for an event: written once, at some moment.
 */
function isEvent({ attributes, families }: RecordType, { step }: Time): boolean {
  return step !== 'more' && ![...attributes, ...families].some(({ role }) => role === 'counter');
}

/** Attributes whose values follow one another, as the schema declares. */
function statesOf(model: Model, { name }: RecordType): ReadonlySet<string> {
  const states = model.design.attributes.filter((each) => each.recordType === name && each.lifecycle !== null);
  return new Set(states.map(({ path }) => path));
}

/** Names of attributes that change in the life of one record, and so tell no two records apart. */
const stateName = /(?:^|_)(?:status|state|stage|phase)$/i;

/**
 * The values of an attribute that tells records apart, two at least: an enumeration or a boolean that every record has to
 * give, without a default, not called like a state, on which no other attribute's presence depends, and not in the key.
 */
function variantOf({ attributes, keys }: RecordType, attribute: Attribute): readonly string[] | undefined {
  const { name, type, required, nullable } = attribute;
  const values = type.kind === 'boolean' ? ['false', 'true'] : type.kind === 'string' ? (type.enum ?? []) : [];
  const inKey = keys[0]?.parts.some((part) => componentNames(part.pattern).includes(name)) ?? false;
  const optional = !required || nullable || attribute.default !== undefined || attribute.defaultFrom !== null;
  const isState = stateName.test(name) || attributes.some((each) => each.presentWhen?.attribute === name);
  return values.length < 2 || inKey || optional || isState ? undefined : values;
}

function lacksVariant(recordType: RecordType, attribute: Attribute): readonly Implication[] {
  const [first, second] = variantOf(recordType, attribute) ?? [];
  const key = typicalKey(recordType);
  if (first === undefined || second === undefined || key === undefined) return [];
  return [
    {
      code: 'key-lacks-variant',
      at: attribute.at,
      message: `"${attribute.name}" is not in the key of "${recordType.name}", whose last component is a time: the records with "${first}" and "${second}" for one time overwrite each other at ${key}`,
      help: `put "{${attribute.name}}" into the key; or waive this where one time can have only one "${attribute.name}"`,
    },
  ];
}

function eventResolution(recordType: RecordType, { name, step }: Time): readonly Implication[] {
  const [key, part] = [typicalKey(recordType), recordType.keys[0]?.parts.at(-1)];
  if (step !== 'second' || key === undefined || part === undefined) return [];
  return [
    {
      code: 'key-event-resolution',
      at: part.at,
      message: `only "{${name}}", in whole seconds, tells one "${recordType.name}" from the next: two of the same second overwrite each other at ${key}`,
      help: 'add an identifier or a sequence number after the time; or waive this where a second can have only one',
    },
  ];
}

/** A primary key that a writer makes, as JSON. */
function typicalKey(recordType: RecordType): string | undefined {
  const typeOf = componentTypes(recordType);
  const key: { [attribute: string]: string } = {};
  for (const part of recordType.keys[0]?.parts ?? []) {
    const values = new Map(
      componentNames(part.pattern).map((name) => [name, sampleValues(typeOf(name))[0] ?? ''] as const),
    );
    const text = buildPart(recordType, part, values);
    if (text instanceof Violation) return undefined;
    key[part.attribute.name] = text;
  }
  return JSON.stringify(key);
}
