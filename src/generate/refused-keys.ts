import type { Keys } from '../item/keys-of-item.ts';
import { compileParse } from '../key/parse.ts';
import { componentTypes } from '../model/component-types.ts';
import { endOf } from '../model/component-width.ts';
import type { RecordType } from '../model/model.ts';
import type { Item } from '../value/attribute-value.ts';
import type { JsonObject } from '../value/json.ts';
import { type ContradictoryKey, contradictoryKeys } from './contradictory-keys.ts';
import type { RefusedScenario } from './coverage/scenarios.ts';
import { type RefusalDraft, subjectOf } from './draft.ts';
import { brokenComponents } from './refused-key-components.ts';
import { refusedKeyValues } from './refused-key-values.ts';

/** Keys that no parser may accept, one fault each, for every index of a record type. */
export function refusedKeys(recordType: RecordType, keys: Keys): readonly RefusalDraft[] {
  const typeOf = componentTypes(recordType);
  return recordType.keys.flatMap((recordKey) => {
    const key = keys[recordKey.index.name];
    if (key === undefined) return [];
    const refuse = (
      scenario: RefusedScenario,
      attribute: string | undefined,
      slug: string,
      description: string,
      changed: Item,
      ...hazards: string[]
    ): RefusalDraft => ({
      scenario,
      subject: subjectOf(recordKey.index.name, ...(attribute === undefined ? [] : [attribute])),
      slug: `parse-${recordKey.index.name}-${slug}`,
      description: `${recordKey.index.name}: ${description}`,
      hazards,
      op: 'key.parse',
      index: recordKey.index.name,
      base: key as JsonObject,
      key: changed as JsonObject,
    });
    const further = withFurther(key, keys);
    const ofWhole = refuse(
      'further-key-attribute',
      undefined,
      'further',
      `with ${further.what}`,
      further.key,
      'key-part-surplus',
    );
    const ofParts = recordKey.parts.flatMap((part) => {
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
      const parse = compileParse(part, typeOf);
      const isRefused = (changed: string): boolean => parse(changed, new Map()) !== undefined;
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
      // A component at the end may be any text, and then what follows belongs to it.
      if (isRefused(`${text}#x`)) {
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
          isRefused,
          (scenario, component, componentSlug, description, changed, ...hazards) => ({
            ...refuse(scenario, name, `${slug}-${componentSlug}`, description, replaced(changed), ...hazards),
            subject: subjectOf(recordKey.index.name, name, component),
          }),
        ),
      ];
    });
    const together = contradictoryKeys(recordType, recordKey, key).map(
      ({ attribute, component, value, rule, path, key: changed }) => ({
        ...refuse(
          rule === 'present-when' ? 'condition-broken' : 'contradictory-key',
          attribute,
          `${attribute.toLowerCase()}-${component}-contradiction`,
          `${attribute} with ${component} as ${JSON.stringify(value)}, ${why[rule]}`,
          changed,
          rule === 'present-when' ? 'attr-conditional-presence' : 'key-parts-disagree',
        ),
        subject: subjectOf(recordKey.index.name) + path,
      }),
    );
    return [ofWhole, ...ofParts, ...together];
  });
}

/** What a component says of the rest of the key, by the rule that it breaks. */
const why: { readonly [rule in ContradictoryKey['rule']]: string } = {
  'key-mismatch': 'and another value elsewhere',
  'index-key': 'with which no item is in this index',
  'present-when': 'with which another component of it must not be there, or must be',
};

/** A key with more than belongs to it: that of an index as a query answers it as its last one, and else with any attribute. */
function withFurther(key: Item, { primary = {} }: Keys): { readonly what: string; readonly key: Item } {
  const others = Object.keys(primary).filter((name) => !Object.hasOwn(key, name));
  return others.length > 0
    ? { what: `${others.join(' and ')} of the primary key`, key: { ...key, ...primary } }
    : { what: 'an attribute that is in no key', key: { ...key, 'no key attribute': { S: 'x' } } };
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
