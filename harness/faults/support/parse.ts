import type { Codec } from '../../../src/item/codec.ts';
import { compileParse } from '../../../src/key/parse.ts';
import { componentTypes } from '../../../src/model/component-types.ts';
import type { ComponentToken, KeyPart } from '../../../src/model/model.ts';
import { type Item, tagsOf } from '../../../src/value/attribute-value.ts';
import { isObject } from '../../../src/value/json.ts';
import { recordTypeOf } from './decorate.ts';
import { mapMembers } from './walk.ts';

function partsOf(codec: Codec, name: string, index: string): readonly KeyPart[] {
  return recordTypeOf(codec, name)?.keys.find((key) => key.index.name === index)?.parts ?? [];
}

/** Does something to a key before it is parsed. */
export function parsingKeys(codec: Codec, change: (key: Item, parts: readonly KeyPart[]) => Item): Codec {
  return {
    ...codec,
    parseKey: (name, index, key) =>
      codec.parseKey(name, index, isObject(key) ? change(key as Item, partsOf(codec, name, index)) : key),
  };
}

/** The same for the text of each key attribute. */
export function parsingTexts(codec: Codec, change: (text: string, part: KeyPart) => string): Codec {
  return parsingKeys(codec, (key, parts) =>
    mapMembers(key, (value, name) => {
      const part = parts.find((each) => each.attribute.name === name);
      const { S } = tagsOf(value);
      return part === undefined || S === undefined ? value : { S: change(S, part) };
    }),
  );
}

/** The same for everything between two delimiters. */
export function parsingSegments(codec: Codec, change: (segment: string) => string): Codec {
  return parsingTexts(codec, (text) =>
    text
      .split(/([#/])/)
      .map(change)
      .join(''),
  );
}

/** Does something to the components that were found in a key. */
export function parsingComponents(
  codec: Codec,
  change: (text: string, token: ComponentToken) => string | undefined,
): Codec {
  return {
    ...codec,
    parseKey: (name, index, key) => {
      const parsed = codec.parseKey(name, index, key);
      if (!parsed.ok) return parsed;
      const tokens = partsOf(codec, name, index).flatMap((part) => part.pattern.tokens);
      const changed = mapMembers(parsed.value, (text, component) => {
        const token = tokens.find((each) => each.kind === 'component' && each.name === component);
        return token?.kind === 'component' ? change(text, token) : text;
      });
      return { ok: true, value: changed };
    },
  };
}

/** The same for those with which a key attribute ends, and the character that stands before them. */
export function parsingLastComponents(codec: Codec, change: (text: string, delimiter: string) => string): Codec {
  const delimiters = new Map<ComponentToken, string>(
    codec.model.recordTypes
      .flatMap((recordType) => recordType.keys.flatMap((key) => key.parts))
      .flatMap(({ pattern: { tokens } }) => {
        const [before, last] = tokens.slice(-2);
        if (before?.kind !== 'literal' || last?.kind !== 'component') return [];
        return [[last, before.text.slice(-1)] as const];
      }),
  );
  return parsingComponents(codec, (text, token) => {
    const delimiter = delimiters.get(token);
    return delimiter === undefined ? text : change(text, delimiter);
  });
}

/** A parser that finds components by where they stand, and looks at nothing else. */
export function parseByPosition(codec: Codec): Codec['parseKey'] {
  return (name, index, key) => {
    const healthy = codec.parseKey(name, index, key);
    if (healthy.ok || !isObject(key)) return healthy;
    const found: { [component: string]: string } = {};
    for (const { attribute, pattern } of partsOf(codec, name, index)) {
      const { S: text } = tagsOf((key as Item)[attribute.name] ?? { NULL: true });
      const components = pattern.tokens.filter((token) => token.kind === 'component');
      const source = pattern.tokens
        .map((token) => {
          if (token.kind === 'literal') return `[^]{${token.text.length}}`;
          return token.until === null ? '([^]*)' : `([^\\${token.until}]*)`;
        })
        .join('');
      const match = text === undefined ? null : new RegExp(`^${source}`).exec(text);
      if (match === null) return healthy;
      for (const [position, component] of components.entries()) found[component.name] = match[position + 1] ?? '';
    }
    return { ok: true, value: found };
  };
}

/** A parser that reads each attribute of a key by itself. */
export function parsePartsApart(codec: Codec): Codec['parseKey'] {
  return (name, index, key) => {
    const healthy = codec.parseKey(name, index, key);
    const recordType = recordTypeOf(codec, name);
    if (healthy.ok || recordType === undefined || !isObject(key)) return healthy;
    const components = new Map<string, string>();
    for (const part of partsOf(codec, name, index)) {
      const { S, N } = tagsOf((key as Item)[part.attribute.name] ?? { NULL: true });
      const found = new Map<string, string>();
      if (compileParse(part, componentTypes(recordType))(S ?? N ?? '', found) !== undefined) return healthy;
      for (const [component, text] of found) components.set(component, text);
    }
    return { ok: true, value: Object.fromEntries(components) };
  };
}

/** A text with a part of it as a literal writes it, if it has that part in any case. */
export function replaceIgnoringCase(text: string, literal: string): string {
  const start = text.toLowerCase().indexOf(literal.toLowerCase());
  return start < 0 ? text : text.slice(0, start) + literal + text.slice(start + literal.length);
}
