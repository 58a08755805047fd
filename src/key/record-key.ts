import { isOptional } from '../model/encoding.ts';
import { componentsOf } from '../model/key-pattern.ts';
import type { KeyAttribute, KeyPart, KeyPattern, Presence, ScalarType } from '../model/model.ts';
import { Violation } from '../scalar/violation.ts';
import { type AttributeValue, type Item, tagsOf } from '../value/attribute-value.ts';
import { normalizeDecimal } from '../value/decimal.ts';
import { isObject, setProperty } from '../value/json.ts';
import { type BuildKey, type ComponentTexts, compileBuild } from './build.ts';
import { compileParse, type ParseKey } from './parse.ts';

/** The attributes that are built together: those of a key, or one computed attribute. */
export type RecordKeyCodec = {
  readonly attributes: readonly string[];
  /** The components without which there is no key, as places in the texts. */
  readonly needed: readonly number[];
  /** Whether an item with these components has the attributes. */
  readonly applies: (texts: ComponentTexts) => boolean;
  /** Adds the attributes to `target`. */
  readonly build: (texts: ComponentTexts, target: { [attribute: string]: AttributeValue }) => Violation | undefined;
  /** Whether `item` has exactly the attributes that `build` makes; false also when only building can tell. */
  readonly surelyBuilt: (texts: ComponentTexts, item: Item) => boolean;
  /** Whether the literals of the patterns are where they must be; false only for an item that `parse` refuses. */
  readonly resembles: (item: Item) => boolean;
  /** Reads the components of the attributes of `item`, which may have other attributes too. */
  readonly parse: (item: Item, components: Map<string, string>) => Violation | undefined;
};

type Part = {
  readonly attribute: KeyAttribute;
  readonly part: KeyPart;
  readonly builder: BuildKey;
  readonly parse: ParseKey;
  readonly resembles: (text: string) => boolean;
};

/**
 * Compiles the patterns of attributes that are built together, and the conditions under which they are.
 *
 * @param names every component of the record type, in the order in which their texts will come
 */
export function compileRecordKey(
  key: { readonly parts: readonly KeyPart[]; readonly when: readonly Presence[] },
  typeOf: (name: string) => ScalarType,
  names: readonly string[],
): RecordKeyCodec {
  const parts: readonly Part[] = key.parts.map((part) => ({
    attribute: part.attribute,
    part,
    builder: compileBuild(part, typeOf, names),
    parse: compileParse(part, typeOf),
    resembles: compileResembles(part.pattern),
  }));
  return {
    attributes: parts.map((part) => part.attribute.name),
    needed: [
      ...new Set(key.parts.flatMap((part) => componentsOf(part.pattern)).filter((token) => !isOptional(token))),
    ].map((token) => names.indexOf(token.name)),
    applies: compileApplies(key.when, names),
    build: (texts, target) => {
      for (const { attribute, builder } of parts) {
        const text = builder.build(texts);
        if (text instanceof Violation) return text;
        setProperty(target, attribute.name, toKeyValue(text, attribute.type));
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
    resembles: (item) =>
      parts.every(({ attribute, resembles }) => {
        const value = Object.hasOwn(item, attribute.name) ? item[attribute.name] : undefined;
        const text = attribute.type === 'S' && isObject(value) ? tagsOf(value).S : undefined;
        return typeof text !== 'string' || resembles(text);
      }),
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

/** A look at the literals alone, which decides nearly always that a key is not of a pattern. */
function compileResembles({ tokens }: KeyPattern): (text: string) => boolean {
  const literals = tokens.flatMap((token) => (token.kind === 'literal' ? [token.text] : []));
  const first = tokens[0]?.kind === 'literal' ? tokens[0].text : '';
  const last = tokens.at(-1);
  const end = last?.kind === 'literal' ? last.text : '';
  const inner = literals.filter((literal) => literal !== first && literal !== end);
  return (text) => text.startsWith(first) && text.endsWith(end) && inner.every((literal) => text.includes(literal));
}

function compileApplies(when: readonly Presence[], names: readonly string[]): (texts: ComponentTexts) => boolean {
  if (when.length === 0) return () => true;
  const conditions = when.map(({ component, values }) => ({ slot: names.indexOf(component), values }));
  return (texts) =>
    conditions.every(({ slot, values }) => {
      const text = texts[slot];
      return text !== undefined && (values === null || values.includes(text));
    });
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
