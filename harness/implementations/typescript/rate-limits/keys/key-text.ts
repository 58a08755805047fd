import { InvalidValue } from '../values/invalid-value.ts';
import type { ValueCodec } from '../values/value-codec.ts';

/** A property of a record type where it occurs in the text of a key. */
export interface Component<Property extends string, Value> {
  readonly property: Property;
  readonly value: ValueCodec<Value>;
}

/** The properties that components stand for. */
export type Parts<C extends Component<string, unknown>> = {
  readonly [Each in C as Each['property']]: Each extends Component<string, infer Value> ? Value : never;
};

/** What was found in a key, by property. */
export type KeyParts = { readonly [property: string]: unknown };

/** The text of one key attribute, in both directions. */
export interface KeyText<P> {
  readonly properties: readonly string[];
  readonly build: (parts: P) => string;
  readonly parse: (text: string, path: string) => KeyParts;
}

export function component<Property extends string, Value>(
  property: Property,
  value: ValueCodec<Value>,
): Component<Property, Value> {
  return { property, value };
}

/**
 * The text of a key as a template: `` key`${namespaceId}/ENTITY#${entityId}` ``. When it is parsed, a component ends
 * at the first character that equals the one after it in the template.
 */
export function key<C extends readonly Component<string, unknown>[]>(
  literals: TemplateStringsArray,
  ...components: C
): KeyText<Parts<C[number]>> {
  const [prefix = '', ...followers] = literals;
  return {
    properties: components.map(({ property }) => property),
    build(parts) {
      const values: { readonly [property: string]: unknown } = parts;
      return components.reduce((text, { property, value }, at) => {
        const written = value.toRecord(values[property]);
        const follower = followers[at] ?? '';
        if (follower !== '' && String(written).includes(follower.charAt(0))) {
          throw new InvalidValue(property, `must not contain ${follower.charAt(0)}`);
        }
        return `${text}${written}${follower}`;
      }, prefix);
    },
    parse(text, path) {
      if (!text.startsWith(prefix)) throw new InvalidValue(path, `must begin with ${prefix}`);
      const parts: { [property: string]: unknown } = {};
      let start = prefix.length;
      for (const [at, { property, value }] of components.entries()) {
        const follower = followers[at] ?? '';
        const end = follower === '' ? text.length : text.indexOf(follower.charAt(0), start);
        if (end < 0 || !text.startsWith(follower, end)) throw new InvalidValue(path, `${property} has no end`);
        parts[property] = value.fromRecord(text.slice(start, end), `${path}: ${property}`);
        start = end + follower.length;
      }
      if (start < text.length) throw new InvalidValue(path, 'has something after its end');
      return parts;
    },
  };
}
