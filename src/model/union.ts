import { isEpochFormat } from '../value/timestamp.ts';
import type { ValueType } from './model.ts';

/** What a type's values look like: in a record, and by their type tags in an item. */
export type Shape = {
  readonly json: 'string' | 'boolean' | 'array' | 'object';
  readonly tags: readonly string[];
};

/** The shape of a type. `any` and `union` have none of their own, and are no variants. */
export function shapeOf(type: ValueType): Shape {
  switch (type.kind) {
    case 'string':
      return { json: 'string', tags: ['S'] };
    case 'timestamp':
      return { json: 'string', tags: isEpochFormat(type.format) ? ['N'] : ['S'] };
    case 'integer':
    case 'decimal':
      return { json: 'string', tags: [type.storedAs] };
    case 'binary':
      return { json: 'string', tags: ['B'] };
    case 'boolean':
      return { json: 'boolean', tags: ['BOOL'] };
    case 'list':
      return { json: 'array', tags: ['L'] };
    case 'string_set':
      return { json: 'array', tags: ['SS'] };
    case 'number_set':
      return { json: 'array', tags: ['NS'] };
    case 'binary_set':
      return { json: 'array', tags: ['BS'] };
    case 'map':
    case 'struct':
    case 'document':
      return { json: 'object', tags: ['M'] };
    case 'union':
    case 'any':
      throw new TypeError(`a variant cannot be of type ${type.kind}`);
  }
}

/** Why a record could not tell the variants apart, as the end of a sentence; `undefined` when it can. */
export function ambiguityOf(variants: readonly ValueType[]): string | undefined {
  if (variants.some((type) => type.kind === 'any' || type.kind === 'union'))
    return 'a variant of type "any" or "union" looks like all the others';
  const seen = new Map<string, ValueType[]>();
  for (const type of variants) {
    const { json } = shapeOf(type);
    seen.set(json, [...(seen.get(json) ?? []), type]);
  }
  for (const [json, types] of seen) {
    if (types.length === 1) continue;
    if (json !== 'object' || !areTold(types)) {
      const what =
        json === 'string'
          ? 'text'
          : json === 'object'
            ? 'maps without constants of their own'
            : json === 'array'
              ? 'lists'
              : 'booleans';
      return `two variants are ${what} in a record`;
    }
  }
  return undefined;
}

/** Whether maps differ by a required constant member of one name. */
function areTold(types: readonly ValueType[]): boolean {
  return types[0] !== undefined && tagAmong(types, types[0]) !== undefined;
}

/** The constant of one of several maps that has another value in each of the others. */
function tagAmong(types: readonly ValueType[], type: ValueType): Constant | undefined {
  const constants = types.map(constantsOf);
  return constantsOf(type).find(({ name }) => {
    const values = constants.map((each) => each.find((constant) => constant.name === name)?.value);
    return values.every((value) => value !== undefined) && new Set(values).size === values.length;
  });
}

/** The members of a map that have one value, and are in every record and item: no default may stand in for them. */
export function constantsOf(type: ValueType): readonly Constant[] {
  if (type.kind !== 'struct') return [];
  return type.members.flatMap(({ name, type: inner, required, nullable, default: value, defaultFrom }) => {
    const [only, second] = inner.kind === 'string' ? (inner.enum ?? []) : [];
    const always = required && !nullable && value === undefined && defaultFrom === null;
    return always && only !== undefined && second === undefined ? [{ name, value: only }] : [];
  });
}

/** A variant in the words of the schema: its type, and for one of several maps the constant that tells it from the others. */
export type VariantName = {
  readonly type: string;
  readonly tag: Constant | undefined;
};

/** A member of a map that has one value. */
export type Constant = { readonly name: string; readonly value: string };

/** What to call a variant of a union. */
export function variantName(variants: readonly ValueType[], type: ValueType): VariantName {
  const { json } = shapeOf(type);
  const maps = variants.filter((each) => shapeOf(each).json === 'object');
  return {
    type: json === 'object' ? 'map' : type.kind,
    tag: json === 'object' && maps.length > 1 ? tagAmong(maps, type) : undefined,
  };
}
