import type { Keys } from '../item/keys-of-item.ts';
import { typeOfComponent } from '../model/component-types.ts';
import { endOf } from '../model/component-width.ts';
import type { RecordType, StringType } from '../model/model.ts';
import { stringCheck } from '../scalar/string-check.ts';
import type { Item } from '../value/attribute-value.ts';
import type { JsonObject } from '../value/json.ts';
import type { RefusedScenario } from './coverage/scenarios.ts';
import { type RefusalDraft, subjectOf } from './draft.ts';
import { refusedKeyValues } from './refused-key-values.ts';
import { impossibleTimestamp } from './values/refused-timestamp.ts';

/** Keys that no parser may accept, one fault each, for every index of a record type. */
export function refusedKeys(recordType: RecordType, keys: Keys): readonly RefusalDraft[] {
  return recordType.keys.flatMap((recordKey) => {
    const key = keys[recordKey.index.name];
    if (key === undefined) return [];
    const refuse = (
      scenario: RefusedScenario,
      attribute: string,
      slug: string,
      description: string,
      changed: Item,
      ...hazards: string[]
    ): RefusalDraft => ({
      scenario,
      subject: subjectOf(recordKey.index.name, attribute),
      slug: `parse-${recordKey.index.name}-${slug}`,
      description: `${recordKey.index.name}: ${description}`,
      hazards,
      op: 'key.parse',
      index: recordKey.index.name,
      base: key as JsonObject,
      key: changed as JsonObject,
    });
    return recordKey.parts.flatMap((part) => {
      const { name } = part.attribute;
      const value = key[name];
      if (value === undefined) return [];
      const { [name]: _removed, ...others } = key;
      const slug = name.toLowerCase();
      const text = 'S' in value ? value.S : undefined;
      const missing = refuse(
        'missing-key-attribute',
        name,
        `${slug}-missing`,
        `without ${name}`,
        others,
        'key-part-missing',
      );
      if (text === undefined) {
        return [
          missing,
          ...refusedKeyValues(recordType, part, value).map((each) =>
            refuse(
              each.scenario,
              name,
              `${slug}-${each.slug}`,
              `${name} ${each.description}`,
              { ...key, [name]: each.value },
              each.hazard,
            ),
          ),
        ];
      }
      const replaced = (changed: string): Item => ({ ...key, [name]: { S: changed } });
      const drafts = [
        missing,
        refuse(
          'numeric-key-attribute',
          name,
          `${slug}-number`,
          `${name} as a number`,
          { ...key, [name]: { N: '1' } },
          'key-type-mismatch',
        ),
        refuse('empty-key', name, `${slug}-empty`, `${name} as an empty string`, replaced(''), 'key-empty-component'),
      ];
      const changed = withOtherLiteral(part.pattern.tokens, text);
      if (changed !== undefined) {
        drafts.push(
          refuse(
            'other-literal',
            name,
            `${slug}-literal`,
            `${name} with another literal in it`,
            replaced(changed),
            'key-entity-tag-case',
          ),
        );
      }
      if (part.pattern.tokens.every((token) => token.kind === 'literal')) {
        drafts.push(
          refuse(
            'longer-key',
            name,
            `${slug}-longer`,
            `${name} with more after it`,
            replaced(`${text}#x`),
            'key-prefix-overlap',
          ),
        );
      }
      return [
        ...drafts,
        ...brokenComponents(
          recordType,
          part.pattern.tokens,
          text,
          (scenario, component, componentSlug, description, changed, ...hazards) => ({
            ...refuse(scenario, name, `${slug}-${componentSlug}`, description, replaced(changed), ...hazards),
            subject: subjectOf(recordKey.index.name, name, component),
          }),
        ),
      ];
    });
  });
}

type Tokens = RecordType['keys'][number]['parts'][number]['pattern']['tokens'];

/** The key with the case of a literal changed, or something before it: no value of a component, wherever that ends. */
function withOtherLiteral(tokens: Tokens, text: string): string | undefined {
  let index = 0;
  for (const [position, token] of tokens.entries()) {
    if (token.kind === 'component') {
      index = endOf(token, text, index);
      continue;
    }
    const lower = token.text.toLowerCase();
    const rest = text.slice(index + token.text.length);
    // The first character of a literal ends the component before it, so only what follows may change.
    if (lower !== token.text && (position === 0 || lower.charAt(0) === token.text.charAt(0)))
      return text.slice(0, index) + lower + rest;
    if (position === 0) return `x${text}`;
    index += token.text.length;
  }
  return undefined;
}

/** Puts into the key, in the place of each component, what only a lenient parser takes. */
function brokenComponents(
  recordType: RecordType,
  tokens: Tokens,
  text: string,
  refuse: (
    scenario: RefusedScenario,
    component: string,
    slug: string,
    description: string,
    changed: string,
    ...hazards: readonly string[]
  ) => RefusalDraft,
): readonly RefusalDraft[] {
  const drafts: RefusalDraft[] = [];
  let index = 0;
  for (const token of tokens) {
    if (token.kind === 'literal') {
      index += token.text.length;
      continue;
    }
    const end = endOf(token, text, index);
    const place = (component: string): string => text.slice(0, index) + component + text.slice(end);
    if (token.width !== undefined) {
      // A text of another length would be cut elsewhere, and might be a key all the same.
      const foreign = 'é'.repeat(token.width);
      drafts.push(
        refuse(
          'invalid-component',
          token.name,
          `${token.name}-invalid`,
          `${token.name} as "${foreign}"`,
          place(foreign),
          'regex-class-unicode',
        ),
      );
      index = end;
      continue;
    }
    const type = token.encodings.length === 0 ? typeOfComponent(recordType, token.name) : undefined;
    const pad = token.encodings[0]?.kind === 'pad' ? token.encodings[0] : undefined;
    if (pad !== undefined) {
      const padded = text.slice(index, end);
      for (const [slug, component] of [
        ['unpadded', padded.replace(/^0+(?=[0-9])/, '')],
        ['over-padded', `0${padded}`],
      ] as const) {
        if (component === padded) continue;
        drafts.push(
          refuse(
            'other-padding',
            token.name,
            `${token.name}-${slug}`,
            `${token.name} as "${component}"`,
            place(component),
            'key-pad-width',
          ),
        );
      }
    }
    drafts.push(
      refuse(
        'empty-component',
        token.name,
        `${token.name}-empty`,
        `nothing in the place of ${token.name}`,
        place(''),
        'key-empty-component',
      ),
    );
    if (type?.kind === 'integer') {
      for (const [slug, component] of [
        ['leading-zero', '00'],
        ['space', ' 1'],
        ['underscore', '1_0'],
        ['minus-zero', '-0'],
        ['foreign-digit', '\u0663'],
        ['plus', '+1'],
      ] as const) {
        drafts.push(
          refuse(
            'invalid-component',
            token.name,
            `${token.name}-${slug}`,
            `${token.name} as "${component}"`,
            place(component),
            'num-lenient-parsers',
          ),
        );
      }
      if (type.minimum !== null)
        drafts.push(
          refuse(
            'invalid-component',
            token.name,
            `${token.name}-too-small`,
            `${token.name} below ${type.minimum}`,
            place((BigInt(type.minimum) - 1n).toString()),
            'num-int-width',
          ),
        );
      if (type.maximum !== null)
        drafts.push(
          refuse(
            'invalid-component',
            token.name,
            `${token.name}-too-large`,
            `${token.name} above ${type.maximum}`,
            place((BigInt(type.maximum) + 1n).toString()),
            'num-int-width',
          ),
        );
    } else if (type?.kind === 'timestamp') {
      const { value, description, hazards } = impossibleTimestamp(type);
      drafts.push(
        refuse(
          'invalid-component',
          token.name,
          `${token.name}-invalid`,
          `${token.name} as ${description}`,
          place(String(value)),
          ...hazards,
        ),
      );
    } else if (type?.kind === 'string') {
      const check = stringCheck(type);
      const foreign = ['é', ' ', '\n', '%'].find((each) => each !== token.until && check(each) !== undefined);
      if (foreign !== undefined)
        drafts.push(
          refuse(
            'invalid-component',
            token.name,
            `${token.name}-invalid`,
            `${token.name} as ${JSON.stringify(foreign)}, ${whyForeign(type)}`,
            place(foreign),
            type.enum === null ? 'regex-class-unicode' : 'enum-unknown',
          ),
        );
    }
    index = end;
  }
  return drafts;
}

/** What a text breaks that a type of text does not take. */
function whyForeign(type: StringType): string {
  if (type.enum !== null) return 'which is not listed';
  return type.pattern === null ? 'whose length it does not allow' : 'which its pattern does not match';
}
