import { tableKeyAttributes } from '../keys/table-keys.ts';
import { mapAt } from '../values/collections.ts';
import { InvalidValue } from '../values/invalid-value.ts';
import type { TextCodec } from '../values/text.ts';
import type { ValueCodec } from '../values/value-codec.ts';
import type { Field } from './field.ts';

export interface CounterLayout {
  /** What stands for the counter's name in a record. */
  readonly variable: string;
  readonly counterName: TextCodec;
  readonly count: ValueCodec<bigint>;
  /** Names that other attributes of the item have. */
  readonly fixedAttributes: readonly string[];
}

/** Counters whose whole attribute name is the name of what they count. */
export function counters(layout: CounterLayout): Field<ReadonlyMap<string, bigint>> {
  const { counterName, count } = layout;
  const member = `{${layout.variable}}`;
  const taken = new Set([...tableKeyAttributes, ...layout.fixedAttributes]);
  return {
    members: [member],
    attributes: [],
    fromRecord(record) {
      if (!Object.hasOwn(record, member)) return new Map();
      const counts = mapAt(record[member], member, count.fromRecord);
      for (const name of counts.keys()) {
        counterName.fromRecord(name, member);
        if (taken.has(name)) throw new InvalidValue(member, `${name} is the name of another attribute`);
      }
      return counts;
    },
    toRecord(counts, record) {
      if (counts.size === 0) return;
      record[member] = Object.fromEntries([...counts].map(([name, value]) => [name, count.toRecord(value)]));
    },
    fromItem(item) {
      const isCounter = (attribute: string): boolean => !taken.has(attribute) && counterName.accepts(attribute);
      const attributes = Object.entries(item).filter(([attribute]) => isCounter(attribute));
      return new Map(attributes.map(([attribute, value]) => [attribute, count.fromAttribute(value, attribute)]));
    },
    toItem(counts, item) {
      for (const [name, value] of counts) item[name] = count.toAttribute(value);
    },
  };
}
