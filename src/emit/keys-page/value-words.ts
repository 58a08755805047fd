import { type LanguageShape, resolved } from './mappings.ts';

/**
 * What a key takes, in words.
 *
 * @param sectionOf the heading under which the keys of a mapping are listed
 */
export function valueWords(
  root: LanguageShape,
  written: LanguageShape,
  sectionOf: (shape: LanguageShape) => string | undefined,
): string {
  const words = (each: LanguageShape): string => valueWords(root, each, sectionOf);
  const shape = resolved(root, written);
  if (shape.const !== undefined) return code(shape.const);
  if (shape.enum !== undefined) return shape.enum.map(code).join(', ');
  if (shape.oneOf !== undefined) return [...new Set(shape.oneOf.map(words))].join('; or ');
  const types = shape.type === undefined ? [] : [shape.type].flat();
  return types.map((type) => typeWords(type, shape, words, sectionOf)).join(', or ') || 'anything';
}

function typeWords(
  type: string,
  shape: LanguageShape,
  words: (shape: LanguageShape) => string,
  sectionOf: (shape: LanguageShape) => string | undefined,
): string {
  switch (type) {
    case 'string':
      return 'text';
    case 'boolean':
      return '`true` or `false`';
    case 'null':
      return '`null`';
    case 'integer':
      return `a whole number${rangeOf(shape)}`;
    case 'number':
      return `a number${rangeOf(shape)}`;
    case 'array':
      return shape.items === undefined ? 'a list' : `a list of ${together(words(shape.items))}`;
    default:
      return mappingWords(shape, words, sectionOf);
  }
}

function mappingWords(
  shape: LanguageShape,
  words: (shape: LanguageShape) => string,
  sectionOf: (shape: LanguageShape) => string | undefined,
): string {
  const section = sectionOf(shape);
  const own = section === undefined ? [] : [`[these keys](#${section})`];
  const { additionalProperties } = shape;
  const chosen =
    typeof additionalProperties === 'object'
      ? [`names of your choice, each with ${together(words(additionalProperties))}`]
      : [];
  return [...own, ...chosen].join(', and ') || 'a mapping';
}

/** Several things as one: what follows is no part of them. */
function together(words: string): string {
  return words.includes(' or ') ? `(${words})` : words;
}

/** Limits of a number; what no contract comes near is not worth a word. */
function rangeOf({ minimum, maximum }: LanguageShape): string {
  const far = 1_000_000_000;
  const least = minimum === undefined || Math.abs(minimum) >= far ? '' : ` from ${minimum}`;
  return maximum === undefined || Math.abs(maximum) >= far ? least : `${least} to ${maximum}`;
}

/** A value as it stands in a file. */
export function code(value: unknown): string {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}
