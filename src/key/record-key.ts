import { componentNames } from '../model/key-pattern.ts';
import type { KeyAttribute, KeyPart, RecordKey, ScalarType } from '../model/model.ts';
import { Violation } from '../scalar/violation.ts';
import type { AttributeValue, Item } from '../value/attribute-value.ts';
import { normalizeDecimal } from '../value/decimal.ts';
import { type BuildKey, type ComponentTexts, compileBuild } from './build.ts';
import { compileParse, type ParseKey } from './parse.ts';

/** How items of one record type fill the primary key or one index. */
export type RecordKeyCodec = {
  readonly key: RecordKey;
  readonly attributes: readonly string[];
  /** The names of everything that the patterns are made of. */
  readonly components: readonly string[];
  /** Adds the key attributes to `target`. */
  readonly build: (texts: ComponentTexts, target: { [attribute: string]: AttributeValue }) => Violation | undefined;
  /** Whether `item` has exactly the key attributes that `build` makes; false also when only building can tell. */
  readonly surelyBuilt: (texts: ComponentTexts, item: Item) => boolean;
  /** Reads the components of the key attributes of `item`, which may have other attributes too. */
  readonly parse: (item: Item, components: Map<string, string>) => Violation | undefined;
};

type Part = {
  readonly attribute: KeyAttribute;
  readonly part: KeyPart;
  readonly builder: BuildKey;
  readonly parse: ParseKey;
};

/** @param names every component of the record type, in the order in which `build` is given their texts */
export function compileRecordKey(
  key: RecordKey,
  typeOf: (name: string) => ScalarType,
  names: readonly string[],
): RecordKeyCodec {
  const parts: readonly Part[] = key.parts.map((part) => ({
    attribute: part.attribute,
    part,
    builder: compileBuild(part, typeOf, names),
    parse: compileParse(part, typeOf),
  }));
  return {
    key,
    attributes: parts.map((part) => part.attribute.name),
    components: [...new Set(key.parts.flatMap((part) => componentNames(part.pattern)))],
    build: (texts, target) => {
      for (const { attribute, builder } of parts) {
        const text = builder.build(texts);
        if (text instanceof Violation) return text;
        target[attribute.name] = toKeyValue(text, attribute.type);
      }
      return undefined;
    },
    surelyBuilt: (texts, item) => {
      for (const { attribute, builder } of parts) {
        const value = Object.hasOwn(item, attribute.name) ? item[attribute.name] : undefined;
        const text = attribute.type === 'S' && value !== undefined ? fromKeyValue(value, 'S') : undefined;
        if (text === undefined || !builder.surelyBuilds(texts, text)) return false;
      }
      return true;
    },
    parse: (item, components) => {
      for (const { attribute, part, parse } of parts) {
        const value = Object.hasOwn(item, attribute.name) ? item[attribute.name] : undefined;
        if (value === undefined)
          return new Violation('required', undefined, 'a key attribute').within(attribute.name, part.at);
        const text = fromKeyValue(value, attribute.type);
        if (text === undefined)
          return new Violation('type', value, `a key attribute of type ${attribute.type}`).within(
            attribute.name,
            part.at,
          );
        const violation = parse(text, components);
        if (violation !== undefined) return violation;
      }
      return undefined;
    },
  };
}

/** Whether the value is there and not NULL, as `when` demands it of an attribute. */
export function isPresent(value: AttributeValue | undefined): boolean {
  return value !== undefined && !('NULL' in value);
}

function toKeyValue(text: string, type: KeyAttribute['type']): AttributeValue {
  if (type === 'S') return { S: text };
  return type === 'N' ? { N: text } : { B: text };
}

function fromKeyValue(value: unknown, type: KeyAttribute['type']): string | undefined {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return undefined;
  const text: unknown = (value as { readonly [tag: string]: unknown })[type];
  if (typeof text !== 'string') return undefined;
  return type === 'N' ? normalizeDecimal(text) : text;
}
