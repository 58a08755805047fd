import type { ValueType } from '../../model/model.ts';
import { constantsOf, type Shape, shapeOf, variantName } from '../../model/union.ts';

/** Reads a member of the map that was found. */
type TextOf = (member: string) => unknown;

/** What a value of no variant should have been, as the end of a sentence that starts with "expected". */
export type NoVariant = {
  /** @param textOf given for an object */
  readonly inRecord: (textOf: TextOf | undefined) => string;
  /** @param textOf given for a value of type M */
  readonly inItem: (textOf: TextOf | undefined) => string;
};

const written: { readonly [json in Shape['json']]: string } = {
  string: 'text',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
};

/** Names all variants, or for a map what is nearest: the one with its constant, or the constants that there are. */
export function compileNoVariant(variants: readonly ValueType[]): NoVariant {
  const named = (shown: (shape: Shape) => string): string => {
    const names = variants.map((type) => `${shown(shapeOf(type))} (${variantName(variants, type).type})`);
    return either([...new Set(names)]);
  };
  const inRecord = named(({ json }) => written[json]);
  const inItem = named(({ tags }) => `type ${tags.join(' or ')}`);
  const maps = variants.filter((type) => shapeOf(type).json === 'object');
  return {
    inRecord: (textOf) => (textOf === undefined || maps.length === 0 ? inRecord : `an object ${among(maps, textOf)}`),
    inItem: (textOf) => (textOf === undefined || maps.length === 0 ? inItem : `type M ${among(maps, textOf)}`),
  };
}

/** Of several maps, the constants with which a value would be one of them. */
function among(maps: readonly ValueType[], textOf: TextOf): string {
  const variants = maps.map((type) => ({ tag: variantName(maps, type).tag, constants: constantsOf(type) }));
  const nearest = variants.find(({ tag }) => tag !== undefined && textOf(tag.name) === tag.value);
  if (nearest !== undefined) {
    return `in which ${nearest.constants.map(({ name, value }) => `"${name}" is "${value}"`).join(' and ')}`;
  }
  const name = variants[0]?.tag?.name ?? '';
  const values = variants.flatMap(({ constants }) => constants.filter((each) => each.name === name));
  return `in which "${name}" is ${either(values.map(({ value }) => `"${value}"`))}`;
}

function either(choices: readonly string[]): string {
  return choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}`;
}
