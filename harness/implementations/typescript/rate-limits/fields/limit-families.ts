import { mapAt } from '../values/collections.ts';
import { InvalidValue } from '../values/invalid-value.ts';
import type { TextCodec } from '../values/text.ts';
import type { ValueCodec } from '../values/value-codec.ts';
import type { Field } from './field.ts';

/** How limits are spread over attributes: `<prefix>_<limit>_<suffix>` for each quantity of each limit. */
export interface LimitLayout<Quantity extends string> {
  readonly prefix: string;
  /** What stands for the limit's name in the members of a record. */
  readonly variable: string;
  readonly limitName: TextCodec;
  readonly amount: ValueCodec<bigint>;
  readonly suffixes: Readonly<Record<Quantity, string>>;
  /** Limits that must be among them. */
  readonly required: readonly string[];
}

/** Limits by name. */
export type Limits<Quantity extends string> = ReadonlyMap<string, Readonly<Record<Quantity, bigint>>>;

/** Limits, each of which has all its quantities. */
export function limitFamilies<Quantity extends string>(layout: LimitLayout<Quantity>): Field<Limits<Quantity>> {
  const { prefix, limitName, amount } = layout;
  const families = Object.entries<string>(layout.suffixes).map(([quantity, suffix]) => ({
    quantity: quantity as Quantity,
    suffix,
    member: `${prefix}_{${layout.variable}}_${suffix}`,
  }));
  const quantityOfSuffix = new Map(families.map(({ suffix, quantity }) => [suffix, quantity]));
  const newCollection = (): LimitCollection<Quantity> =>
    new LimitCollection(
      families.map(({ quantity }) => quantity),
      layout.required,
    );

  return {
    members: families.map(({ member }) => member),
    attributes: [],
    fromRecord(record) {
      const limits = newCollection();
      for (const { quantity, member } of families) {
        if (!Object.hasOwn(record, member)) continue;
        for (const [limit, value] of mapAt(record[member], member, amount.fromRecord)) {
          limits.add(limitName.fromRecord(limit, member), quantity, value);
        }
      }
      return limits.complete();
    },
    toRecord(limits, record) {
      if (limits.size === 0) return;
      for (const { quantity, member } of families) {
        record[member] = Object.fromEntries(
          [...limits].map(([limit, quantities]) => [limit, amount.toRecord(quantities[quantity])]),
        );
      }
    },
    fromItem(item) {
      const limits = newCollection();
      for (const [attribute, value] of Object.entries(item)) {
        if (!attribute.startsWith(`${prefix}_`)) continue;
        const end = attribute.lastIndexOf('_');
        const limit = attribute.slice(prefix.length + 1, end);
        const quantity = quantityOfSuffix.get(attribute.slice(end + 1));
        // Any other name belongs to an attribute that this reader does not know.
        if (quantity === undefined || !limitName.accepts(limit)) continue;
        limits.add(limit, quantity, amount.fromAttribute(value, attribute));
      }
      return limits.complete();
    },
    toItem(limits, item) {
      for (const [limit, quantities] of limits) {
        for (const { quantity, suffix } of families) {
          item[`${prefix}_${limit}_${suffix}`] = amount.toAttribute(quantities[quantity]);
        }
      }
    },
  };
}

/** Limits whose quantities come in one by one. */
class LimitCollection<Quantity extends string> {
  readonly #limits = new Map<string, Partial<Record<Quantity, bigint>>>();
  readonly #quantities: readonly Quantity[];
  readonly #required: readonly string[];

  constructor(quantities: readonly Quantity[], required: readonly string[]) {
    this.#quantities = quantities;
    this.#required = required;
  }

  add(limit: string, quantity: Quantity, value: bigint): void {
    const quantities: Partial<Record<Quantity, bigint>> = this.#limits.get(limit) ?? {};
    quantities[quantity] = value;
    this.#limits.set(limit, quantities);
  }

  complete(): Limits<Quantity> {
    for (const name of this.#required) {
      if (!this.#limits.has(name)) throw new InvalidValue('limits', `${name} must be among them`);
    }
    const limits = new Map<string, Record<Quantity, bigint>>();
    for (const [limit, quantities] of this.#limits) {
      if (!this.#isComplete(quantities)) throw new InvalidValue('limits', `${limit} must have all its quantities`);
      limits.set(limit, quantities);
    }
    return limits;
  }

  #isComplete(quantities: Partial<Record<Quantity, bigint>>): quantities is Record<Quantity, bigint> {
    return this.#quantities.every((quantity) => quantities[quantity] !== undefined);
  }
}
