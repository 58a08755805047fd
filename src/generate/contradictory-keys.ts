import { compileContradiction } from '../key/contradiction.ts';
import { encodeComponent } from '../key/encoding/encode.ts';
import { compileParse } from '../key/parse.ts';
import { componentTypes } from '../model/component-types.ts';
import { endOf } from '../model/component-width.ts';
import type { ComponentToken, KeyPart, RecordKey, RecordType } from '../model/model.ts';
import type { Violation } from '../scalar/violation.ts';
import { type Item, tagsOf } from '../value/attribute-value.ts';
import { subjectOf } from './draft.ts';
import { distinctValues } from './order/distinct-values.ts';

/** What a key is refused for whose parts are right by themselves. */
const rules = ['key-mismatch', 'index-key', 'present-when'] as const;

/** A key whose parts, each of which some record has, tell of no record together. */
export type ContradictoryKey = {
  readonly attribute: string;
  readonly component: string;
  /** What the component says now. */
  readonly value: string;
  /** Why no record has the key. */
  readonly rule: (typeof rules)[number];
  /** The component that is refused: not the changed one, where that says that the other one must be absent. */
  readonly path: string;
  readonly key: Item;
};

/**
 * Puts another value into each place of a component that something else in the key depends on: the same component, the condition
 * of the index, or an attribute that is present only with some values.
 */
export function contradictoryKeys(
  recordType: RecordType,
  recordKey: RecordKey,
  key: Item,
): readonly ContradictoryKey[] {
  const typeOf = componentTypes(recordType);
  const parse = compileWhole(recordType, recordKey);
  return recordKey.parts.flatMap((part) => {
    const attribute = part.attribute.name;
    const text = textOf(key, attribute);
    return placesIn(part, text).flatMap(({ token, start, end }) => {
      const type = typeOf(token.name);
      for (const value of distinctValues(type)) {
        const written = encodeComponent(value, token.encodings, type);
        if (typeof written !== 'string') continue;
        const changed = { ...key, [attribute]: { S: text.slice(0, start) + written + text.slice(end) } };
        const violation = parse(changed);
        const rule = rules.find((each) => each === violation?.rule);
        if (violation === undefined || rule === undefined) continue;
        const { path } = violation;
        // Of two places that disagree the later one is refused, and is the one to change.
        if (rule === 'present-when' || path === subjectOf(attribute, token.name))
          return [{ attribute, component: token.name, value, rule, path, key: changed }];
      }
      return [];
    });
  });
}

function compileWhole(recordType: RecordType, { parts, when }: RecordKey): (key: Item) => Violation | undefined {
  const typeOf = componentTypes(recordType);
  const parsers = parts.map((part) => ({ name: part.attribute.name, parse: compileParse(part, typeOf) }));
  const contradiction = compileContradiction({ parts, when }, recordType.attributes, typeOf);
  return (key) => {
    const components = new Map<string, string>();
    for (const { name, parse } of parsers) {
      const violation = parse(textOf(key, name), components);
      if (violation !== undefined) return violation;
    }
    return contradiction?.(parts.map(({ attribute }) => textOf(key, attribute.name)));
  };
}

/** Where the components of a text key are in its text; none for a key of another type. */
function placesIn(
  { attribute, pattern }: KeyPart,
  text: string,
): readonly { readonly token: ComponentToken; readonly start: number; readonly end: number }[] {
  if (attribute.type !== 'S') return [];
  let start = 0;
  return pattern.tokens.flatMap((token) => {
    const place = { start, end: token.kind === 'literal' ? start + token.text.length : endOf(token, text, start) };
    start = place.end;
    return token.kind === 'literal' ? [] : [{ token, ...place }];
  });
}

/** The text of a key attribute, whatever its type is. */
function textOf(key: Item, name: string): string {
  const { S, N, B } = tagsOf(key[name] ?? { NULL: true });
  return S ?? N ?? B ?? '';
}
