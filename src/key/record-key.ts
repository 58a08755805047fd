import { isOptional } from '../model/encoding.ts';
import { componentsOf } from '../model/key-pattern.ts';
import type { Attribute, KeyAttribute, KeyPart, Presence, ScalarType, SourceReference } from '../model/model.ts';
import { Violation } from '../scalar/violation.ts';
import { type AttributeValue, solePropertyAt } from '../value/attribute-value.ts';
import { normalizeDecimal } from '../value/decimal.ts';
import { setProperty } from '../value/json.ts';
import { type BuildKey, type ComponentTexts, compileBuild } from './build.ts';
import { compileContradiction } from './contradiction.ts';
import { compileParseInto, type ParseKeyInto } from './parse.ts';

/** The attributes that are built together: those of a key, or one computed attribute. */
export type RecordKeyCodec = {
  readonly attributes: readonly string[];
  /** The components without which there is no key, as places in the texts. */
  readonly needed: readonly number[];
  /** Whether an item with these components has the attributes. */
  readonly applies: (texts: ComponentTexts) => boolean;
  /** Adds the attributes to `target`. */
  readonly build: (texts: ComponentTexts, target: { [attribute: string]: AttributeValue }) => Violation | undefined;
  /** Whether an item has exactly the attributes that `build` makes; false also when only building can tell. */
  readonly surelyBuilt: (texts: ComponentTexts, values: PlacedValues) => boolean;
  /** Reads the components of the attributes of an item into `texts`. Refuses a key that no record can have. */
  readonly parse: (values: PlacedValues, texts: (string | undefined)[]) => Violation | undefined;
};

/** What an item has under the names that a codec was compiled with, each at its place. */
export type PlacedValues = readonly (AttributeValue | undefined)[];

type Part = {
  readonly name: string;
  readonly type: KeyAttribute['type'];
  readonly place: number;
  readonly at: SourceReference;
  readonly builder: BuildKey;
  readonly parse: ParseKeyInto;
};

/**
 * Compiles the patterns of attributes that are built together, and the conditions under which they are.
 *
 * @param attributes those of the record type
 * @param names every component of the record type, in the order in which their texts will come; then what else parsers report
 * @param placeOf the place of an attribute in the values of an item
 */
export function compileRecordKey(
  key: { readonly parts: readonly KeyPart[]; readonly when: readonly Presence[] },
  attributes: readonly Attribute[],
  typeOf: (name: string) => ScalarType,
  names: readonly string[],
  placeOf: (attribute: string) => number,
): RecordKeyCodec {
  const parts: readonly Part[] = key.parts.map((part) => ({
    name: part.attribute.name,
    type: part.attribute.type,
    place: placeOf(part.attribute.name),
    at: part.at,
    builder: compileBuild(part, typeOf, names),
    parse: compileParseInto(part, typeOf, names),
  }));
  const contradiction = compileContradiction(key, attributes, typeOf);
  return {
    attributes: parts.map((part) => part.name),
    needed: [
      ...new Set(key.parts.flatMap((part) => componentsOf(part.pattern)).filter((token) => !isOptional(token))),
    ].map((token) => names.indexOf(token.name)),
    applies: compileApplies(key.when, names),
    build: (texts, target) => {
      for (const { name, type, builder } of parts) {
        const text = builder.build(texts);
        if (text instanceof Violation) return text;
        setProperty(target, name, toKeyValue(text, type));
      }
      return undefined;
    },
    surelyBuilt: (texts, values) => {
      for (const { type, place, builder } of parts) {
        const value = values[place];
        const text = type === 'S' && value !== undefined ? fromKeyValue(value, 'S') : undefined;
        if (text === undefined || !builder.surelyBuilds(texts, text)) return false;
      }
      return true;
    },
    parse: (values, texts) => {
      for (const { name, type, place, at, parse } of parts) {
        const value = values[place];
        if (value === undefined) return new Violation('required', undefined, 'a key attribute').within(name, at);
        const text = fromKeyValue(value, type);
        if (text === undefined) return new Violation('type', value, `a key attribute of type ${type}`).within(name, at);
        const violation = parse(text, texts);
        if (violation !== undefined) return violation;
      }
      return contradiction?.(parts.map(({ type, place }) => fromKeyValue(values[place], type) ?? ''));
    },
  };
}

function compileApplies(when: readonly Presence[], names: readonly string[]): (texts: ComponentTexts) => boolean {
  if (when.length === 0) return () => true;
  const conditions = when.map(({ component, values }) => ({ slot: names.indexOf(component), values }));
  return (texts) => {
    for (const { slot, values } of conditions) {
      const text = texts[slot];
      if (text === undefined || (values !== null && !values.includes(text))) return false;
    }
    return true;
  };
}

function toKeyValue(text: string, type: KeyAttribute['type']): AttributeValue {
  if (type === 'S') return { S: text };
  return type === 'N' ? { N: text } : { B: text };
}

function fromKeyValue(value: unknown, type: KeyAttribute['type']): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const text = solePropertyAt(value, type);
  if (typeof text !== 'string') return undefined;
  return type === 'N' ? normalizeDecimal(text) : text;
}
