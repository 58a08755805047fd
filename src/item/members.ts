import type { PlacedValues } from '../key/record-key.ts';
import type { Attribute, SourceReference } from '../model/model.ts';
import { Violation } from '../scalar/violation.ts';
import type { AttributeValue } from '../value/attribute-value.ts';
import { firstDifference } from '../value/difference.ts';
import { type Json, ownProperty, setProperty } from '../value/json.ts';
import { escapeSegment } from '../value/json-pointer.ts';
import { defaultedWithin, type LeaveOut } from './defaulted.ts';
import type { CompileSlot, ValueCodec } from './value-codec.ts';

type Values = { readonly [name: string]: unknown };
type Target<Value> = { [name: string]: Value };

/** The attributes of a record type, or the members of a struct: presence, defaults and values. */
export type Members = {
  /**
   * Writes every member of `record` to `item`. What is in `leaveOut` had its default supplied by a reader; it is left
   * out again.
   */
  readonly write: (record: Values, item: Target<AttributeValue>, leaveOut?: LeaveOut) => Violation | undefined;
  /**
   * Reads every member to `record`; pushes the names of missing ones that got their default, or would when written.
   *
   * @param values what is stored under the name of each attribute, in the order in which they were compiled
   * @returns what is in the record for each of them, in the same order
   */
  readonly read: (values: PlacedValues, record: Target<Json>, defaulted: string[]) => Found | Violation;
};

/** What members are in a record, in the order in which they were compiled; `undefined` for those that it lacks. */
export type Found = readonly (Json | undefined)[];

type Member = {
  readonly name: string;
  readonly at: SourceReference;
  readonly place: number;
  /** The member on which the presence of this one depends. */
  readonly condition: string | undefined;
  /** @param supplied whether a reader supplied the default of the condition, so that the item lacks it */
  readonly write: (
    record: Values,
    item: Target<AttributeValue>,
    leaveOut: LeaveOut | undefined,
    supplied: boolean,
  ) => Violation | undefined;
  readonly codec: ValueCodec;
  /** Whether there may be what is stored, or nothing; `undefined` where that does not depend on another member. */
  readonly checkStored: ((record: Values, stored: AttributeValue | undefined) => Violation | undefined) | undefined;
  /** What stands for a value that is not there. */
  readonly readMissing: (defaulted: string[]) => Json | Violation | undefined;
  readonly leaveOut: (record: Values) => Violation | undefined;
};

export function compileMembers(attributes: readonly Attribute[], compile: CompileSlot): Members {
  const members = inOrderOfConditions(attributes).map((attribute) => compileMember(attribute, attributes, compile));
  const noneFound = attributes.map(() => undefined);
  return {
    write: (record, item, leaveOut) => {
      for (const member of members) {
        const inside = leaveOut?.inside.get(member.name);
        const supplied = member.condition !== undefined && leaveOut?.inside.get(member.condition)?.whole === true;
        const violation =
          inside?.whole === true ? member.leaveOut(record) : member.write(record, item, inside, supplied);
        if (violation !== undefined) return violation;
      }
      return undefined;
    },
    read: (values, record, defaulted) => {
      const found: (Json | undefined)[] = noneFound.slice();
      for (const { name, at, place, codec, checkStored, readMissing } of members) {
        const stored = values[place];
        const broken = checkStored?.(record, stored);
        if (broken !== undefined) return broken;
        const start = defaulted.length;
        const value = stored === undefined ? readMissing(defaulted) : codec.read(stored, defaulted);
        if (value === undefined) continue;
        if (value instanceof Violation) return value.within(name, at);
        if (stored !== undefined && defaulted.length > start) defaultedWithin(defaulted, start, name);
        found[place] = value;
        setProperty(record, name, value);
      }
      return found;
    },
  };
}

/** A condition looks at another attribute, which therefore comes first, whatever it depends on itself. */
function inOrderOfConditions(attributes: readonly Attribute[]): readonly Attribute[] {
  const placed: Attribute[] = [];
  let waiting = attributes;
  while (waiting.length > 0) {
    const ready = waiting.filter(
      ({ presentWhen }) => presentWhen === null || placed.some((each) => each.name === presentWhen.attribute),
    );
    // Conditions that go round in a circle are left in the order of the schema.
    placed.push(...(ready.length === 0 ? waiting : ready));
    waiting = ready.length === 0 ? [] : waiting.filter((each) => !ready.includes(each));
  }
  return placed;
}

function compileMember(attribute: Attribute, all: readonly Attribute[], compile: CompileSlot): Member {
  const { name, required, defaultFrom, defaultWhenEmpty, presentWhen, at } = attribute;
  const codec = compile(attribute);
  const writeDefault = attribute.defaultOn === 'read' ? undefined : attribute.default;
  const readDefault = attribute.defaultOn === 'write' ? undefined : attribute.default;
  const fromOnWrite = attribute.defaultOn === 'read' ? null : defaultFrom;
  const source = all.find((each) => each.name === fromOnWrite);
  const sourceDefault = source === undefined || source.defaultOn === 'read' ? undefined : source.default;
  const allowed = presentWhen === null ? undefined : new Set(presentWhen.values);
  const conditionName = presentWhen?.attribute ?? '';
  const condition = all.find((each) => each.name === conditionName);
  const conditionDefault = condition?.defaultOn === 'write' ? undefined : condition?.default;
  /** Whether a writer puts something where the record has nothing, so that it must be told what an item lacks. */
  const isSupplied = writeDefault !== undefined || fromOnWrite !== null;

  /** The value of the attribute whose value is the default; `undefined` where that one counts as missing. */
  const sourceValue = (record: Values, from: string): unknown => {
    const value = ownProperty(record, from);
    return value === '' && source?.defaultWhenEmpty === true ? undefined : value;
  };

  /** Whether `presentWhen` is broken; `condition` is the value of the attribute it refers to. */
  const checkCondition = (condition: unknown, present: boolean, value: unknown): Violation | undefined => {
    if (allowed === undefined || allowed.has(String(condition)) === present) return undefined;
    const values = [...allowed].join(' or ');
    return new Violation(
      'present-when',
      value,
      present
        ? `nothing, unless ${conditionName} is ${values}`
        : `a value, because ${conditionName} is ${String(condition)}`,
    );
  };

  return {
    name,
    at,
    place: all.indexOf(attribute),
    codec,
    condition: presentWhen?.attribute,
    write: (record, item, leaveOut, supplied) => {
      let value = Object.hasOwn(record, name) ? record[name] : undefined;
      if (value === '' && defaultWhenEmpty) value = undefined;
      if (value === undefined)
        value = fromOnWrite === null ? writeDefault : (sourceValue(record, fromOnWrite) ?? sourceDefault);
      if (allowed !== undefined) {
        const condition = supplied
          ? (ownProperty(record, conditionName) ?? conditionDefault)
          : textOf(ownProperty(item, conditionName));
        const violation = checkCondition(condition, value !== undefined, value);
        if (violation !== undefined) return violation.within(name, at);
      }
      if (value === undefined)
        return required ? new Violation('required', undefined, 'a value').within(name, at) : undefined;
      const written = codec.write(value, leaveOut);
      if (written === undefined) {
        // Left out, which only a reader that supplies it again, or can do without, understands.
        return (required && readDefault === undefined) || allowed !== undefined
          ? new Violation('empty', value, 'a value that is not left out').within(name, at)
          : undefined;
      }
      if (written instanceof Violation) return written.within(name, at);
      setProperty(item, name, written);
      return undefined;
    },
    checkStored:
      allowed === undefined
        ? undefined
        : (record, stored) =>
            checkCondition(ownProperty(record, conditionName), stored !== undefined, stored)?.within(name, at),
    readMissing: (defaulted) => {
      if (readDefault === undefined && required) return new Violation('required', undefined, 'an attribute');
      if (readDefault !== undefined || isSupplied) defaulted.push(escapeSegment(name));
      return readDefault === undefined ? undefined : structuredClone(readDefault);
    },
    leaveOut: (record) => {
      const value = Object.hasOwn(record, name) ? record[name] : undefined;
      const isLacked = value === undefined && (readDefault !== undefined || isSupplied);
      if (isLacked || (readDefault !== undefined && firstDifference(readDefault, value as Json) === undefined))
        return undefined;
      return new Violation(
        'default-changed',
        value,
        `the default of "${name}", or no mention of it in "defaulted"`,
      ).within(name, at);
    },
  };
}

/** What a condition compares with: the text or truth of a stored value, `null` for NULL. */
function textOf(value: AttributeValue | undefined): unknown {
  if (value === undefined) return undefined;
  return 'NULL' in value ? null : Object.values(value)[0];
}
