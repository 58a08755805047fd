import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

export type Item = Record<string, AttributeValue>;
export type Keys = Record<string, Item>;
export type ErrorClass = 'invalid-record' | 'invalid-item';

/** What the table may not hold: a record is wrong, or an item. */
export class Refused extends Error {
  readonly errorClass: ErrorClass;

  constructor(errorClass: ErrorClass, message: string) {
    super(message);
    this.errorClass = errorClass;
  }
}

export const namespacePattern = /^(?:[A-Za-z0-9_][A-Za-z0-9_-]{10}|default|_)$/;
export const entityPattern = /^[a-zA-Z0-9][a-zA-Z0-9_.\-:@]*$/;
export const resourcePattern = /^[a-zA-Z][a-zA-Z0-9_.\-/:]*$/;

/** The members of a record, or the attributes of an item, each taken once and checked. */
export class Values {
  readonly errorClass: ErrorClass;
  readonly rest: Map<string, unknown>;

  constructor(errorClass: ErrorClass, values: Readonly<Record<string, unknown>>) {
    this.errorClass = errorClass;
    this.rest = new Map(Object.entries(values));
  }

  static ofItem(item: Item): Values {
    const values = new Values('invalid-item', {});
    for (const [name, value] of Object.entries(item)) values.rest.set(name, plain(value));
    return values;
  }

  require(condition: boolean, what: string): asserts condition {
    if (!condition) throw new Refused(this.errorClass, what);
  }

  take(name: string, otherwise?: unknown): unknown {
    const value = this.rest.has(name) ? this.rest.get(name) : otherwise;
    this.rest.delete(name);
    return value;
  }

  text(name: string, pattern = /^(?!$)/, longest = 256): string {
    return this.matching(name, this.take(name), pattern, longest);
  }

  /** Lengths are counted in code points; `length` counts UTF-16 units. */
  matching(name: string, value: unknown, pattern: RegExp, longest: number): string {
    this.require(typeof value === 'string' && pattern.test(value) && [...value].length <= longest, `${name}: ${value}`);
    return value;
  }

  timestamp(name: string): string {
    const text = this.text(name, /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const date = new Date(text);
    // A date that rolls over is another one afterwards, and hour 24 is another day.
    const same = !Number.isNaN(date.getTime()) && date.toISOString() === text.replace('Z', '.000Z');
    this.require(same, `${name}: ${text}`);
    return text;
  }

  integer64(name: string, value: unknown): bigint {
    const text = this.matching(name, value, /^(?:0|-?[1-9]\d*)$/, 20);
    this.require(BigInt.asIntN(64, BigInt(text)) === BigInt(text), `${name}: ${text}`);
    return BigInt(text);
  }

  /** A map of an item is one already; that of a record is an object. */
  map(name: string): ReadonlyMap<string, unknown> {
    const value = this.take(name, {});
    this.require(typeof value === 'object' && value !== null && !Array.isArray(value), `${name}: no map`);
    return value instanceof Map ? value : new Map(Object.entries(value));
  }

  /** The namespace, and what follows it, of the partition key of an item. */
  key(partition: RegExp, sort: string): readonly [string, string | undefined] {
    const [, namespaceId, rest] = partition.exec(this.text('PK', /^/, 2048)) ?? [];
    this.require(this.take('SK') === sort, `SK is not ${sort}`);
    return [this.matching('PK', namespaceId, namespacePattern, 11), rest];
  }

  nothingElse(): void {
    this.require(this.rest.size === 0, `unknown: ${[...this.rest.keys()]}`);
  }
}

/** A number of an item, as the text that it is: a JavaScript number holds no more than 53 bits of it. */
export class NumberText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** unmarshall loses a name like "__proto__", so maps are converted here. */
function plain(value: AttributeValue): unknown {
  if (value.M !== undefined) return new Map(Object.entries(value.M).map(([name, member]) => [name, plain(member)]));
  if (value.N !== undefined) return new NumberText(value.N);
  return unmarshall({ value })['value'];
}

export function write(keys: Keys, attributes: Readonly<Record<string, unknown>>): Item {
  return { ...Object.assign({}, ...Object.values(keys)), ...marshall(attributes) };
}

export function keyOf(attributes: Readonly<Record<string, string>>): Item {
  return marshall(attributes);
}
