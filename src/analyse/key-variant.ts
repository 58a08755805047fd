import { componentNames, componentsOf } from '../model/key-pattern.ts';
import type { Attribute, Model, RecordType } from '../model/model.ts';
import { startOfPeriods } from './granularity.ts';
import type { Implication } from './implication.ts';
import { timestampFacts } from './timestamps.ts';
import { componentTypes } from './types.ts';
import { typicalKey } from './typical-key.ts';

/**
 * A record type whose primary key ends in a time has one record for each time, and the rest of its key. Whatever else
 * comes in variants - the hourly and the daily total that begin at one moment, two events of one second - has one key.
 *
 * Nothing in a schema says what variants there are; what is looked for is explained at `isVariant`, `startOfPeriods` and `isEvent`.
 */
export function findLackingVariants(model: Model): readonly Implication[] {
  const designs = new Map(model.design.recordTypes.map((design) => [design.name, design]));
  return model.recordTypes.flatMap((recordType) => {
    const { id = null, appendOnly = false } = designs.get(recordType.name) ?? {};
    const states = statesOf(model, recordType);
    const open = recordType.attributes.filter(({ name }) => !states.has(name));
    const time = lastTime(recordType);
    if (time === undefined || isIdentified(recordType, id, time.name)) {
      return open.flatMap((attribute) => lackingPeriod(recordType, attribute, id));
    }
    if (!appendOnly && !isEvent(recordType, time)) {
      return open.flatMap((attribute) =>
        isVariant(recordType, attribute)
          ? lacksVariant(recordType, attribute, 'whose last component is a time')
          : lackingPeriod(recordType, attribute, id),
      );
    }
    return eventResolution(recordType, time, appendOnly);
  });
}

type Time = {
  readonly name: string;
  readonly step: 'more' | 'second' | 'less';
  /** What a time of at most a second is cut to, where that is more than a second. */
  readonly cutTo: string | null;
};

/** The last component of the primary key, if it is a time: what tells one record from the next. */
function lastTime(recordType: RecordType): Time | undefined {
  // Behind the partition key a constant sort key tells nothing apart.
  const token = recordType.keys[0]?.parts.flatMap((part) => componentsOf(part.pattern)).at(-1);
  if (token === undefined) return undefined;
  const type = componentTypes(recordType)(token.name);
  if (type.kind !== 'timestamp') return undefined;
  // A time that is cut off when it is written has the step of what is left of it.
  const written = token.encodings.find((each) => each.kind === 'time')?.format ?? type.format;
  const steps = [timestampFacts(type.format).step, timestampFacts(written).step];
  const step = (['more', 'second'] as const).find((each) => steps.includes(each)) ?? 'less';
  return { name: token.name, step, cutTo: steps[0] !== 'more' && step === 'more' ? written : null };
}

/** Whether the key has an identifier of the record itself, and the time is only there to sort by. */
function isIdentified({ name, keys }: RecordType, id: string | null, time: string): boolean {
  const components = keys[0]?.parts.flatMap((part) => componentNames(part.pattern)) ?? [];
  return components.some((each) => each !== time && [id, 'id', `${name}_id`, `${name}Id`].includes(each));
}

/**
 * Totals of a period have counters, or say how long the period is, or have a key whose time is longer than a second.
 * Everything else with a time at the end of its key is taken for an event: written once, at some moment.
 */
function isEvent(recordType: RecordType, { step }: Time): boolean {
  const { attributes, families } = recordType;
  const isCounted = [...attributes, ...families].some(({ role }) => role === 'counter');
  return step !== 'more' && !isCounted && attributes.every((each) => startOfPeriods(recordType, each) === undefined);
}

/** Attributes whose values follow one another, as the schema declares. */
function statesOf(model: Model, { name }: RecordType): ReadonlySet<string> {
  const states = model.design.attributes.filter((each) => each.recordType === name && each.lifecycle !== null);
  return new Set(states.map(({ path }) => path));
}

/** Names of attributes that change in the life of one record, and so tell no two records apart. */
const stateName = /(?:^|_)(?:status|state|stage|phase)$/i;

/**
 * Whether an attribute tells records apart: an enumeration or a boolean of two values that every record has to give,
 * without a default, not called like a state, on which no other attribute's presence depends, and not in the key.
 */
function isVariant(recordType: RecordType, attribute: Attribute): boolean {
  const { name, required, nullable } = attribute;
  const optional = !required || nullable || attribute.default !== undefined || attribute.defaultFrom !== null;
  return valuesOf(attribute).length >= 2 && !optional && !stateName.test(name) && isLeftOut(recordType, attribute);
}

/** Whether nothing else depends on the attribute, and the primary key lacks it. */
function isLeftOut({ attributes, keys }: RecordType, { name }: Attribute): boolean {
  const inKey = keys[0]?.parts.some((part) => componentNames(part.pattern).includes(name)) ?? false;
  return !inKey && !attributes.some((each) => each.presentWhen?.attribute === name);
}

function valuesOf({ type }: Attribute): readonly string[] {
  return type.kind === 'boolean' ? ['false', 'true'] : type.kind === 'string' ? (type.enum ?? []) : [];
}

/** What is said of an attribute for the length of a period that begins at a time of the key. */
function lackingPeriod(recordType: RecordType, attribute: Attribute, id: string | null): readonly Implication[] {
  const start = startOfPeriods(recordType, attribute);
  if (start === undefined || isIdentified(recordType, id, start)) return [];
  const isGiven = attribute.required || attribute.default !== undefined;
  if (!isGiven || attribute.nullable || !isLeftOut(recordType, attribute)) return [];
  return lacksVariant(recordType, attribute, `where "{${start}}" is the start of a period`);
}

function lacksVariant(recordType: RecordType, attribute: Attribute, why: string): readonly Implication[] {
  const [first, second] = valuesOf(attribute);
  const key = typicalKey(recordType);
  if (first === undefined || second === undefined || key === undefined) return [];
  return [
    {
      code: 'key-lacks-variant',
      at: attribute.at,
      message: `"${attribute.name}" is not in the key of "${recordType.name}", ${why}: the records with "${first}" and "${second}" for one time overwrite each other at ${key}`,
      help: `put "{${attribute.name}}" into the key; or waive this where one time can have only one "${attribute.name}"`,
    },
  ];
}

function eventResolution(
  recordType: RecordType,
  { name, step, cutTo }: Time,
  appendOnly: boolean,
): readonly Implication[] {
  const key = typicalKey(recordType);
  const part = recordType.keys[0]?.parts.findLast((each) => componentNames(each.pattern).includes(name));
  // What is never changed cannot be the one record of a day that later ones replace.
  const cut = appendOnly ? cutTo : null;
  if ((step !== 'second' && cut === null) || key === undefined || part === undefined) return [];
  const [how, same] = cut === null ? ['in whole seconds', 'second'] : [`cut to "${cut}"`, cut];
  return [
    {
      code: 'key-event-resolution',
      at: part.at,
      message: `only "{${name}}", ${how}, tells one "${recordType.name}" from the next: two of the same ${same} overwrite each other at ${key}`,
      help: `add an identifier or a sequence number after the time; or waive this where a ${same} can have only one`,
    },
  ];
}
