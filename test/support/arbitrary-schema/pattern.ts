import { timeUnits } from '../../../src/model/encoding.ts';
import { type Declared, typeNameOf } from './declared.ts';
import type { Tape } from './tape.ts';

/** What a pattern can be made of: attributes, members of maps, parameters. */
export type Ingredient = {
  readonly name: string;
  readonly declared: Declared;
  /** An item may lack it. */
  readonly optional: boolean;
  /** A parameter: nothing but the key holds its value. */
  readonly parameter: boolean;
};

/** A pattern, and the components that an item may lack. */
export type Pattern = { readonly text: string; readonly optional: readonly string[] };

const separators = ['#', '/', '|', '#V#'] as const;

/** Encodings after which all texts are equally long, so that another component may follow at once. */
const fixedWidth = /^(?:0[1-9][0-9]?|sha256|date|month|year|hour|iso-.*)$/;

/** A pattern of text: literals and up to three components, with their encodings. */
export function textPattern(tape: Tape, prefix: string, ingredients: readonly Ingredient[]): Pattern {
  const optional: string[] = [];
  let text = tape.chance(92) ? prefix : '';
  const count = tape.pick([1, 1, 2, 3]);
  let fixed = false;
  for (let index = 0; index < count; index++) {
    const ingredient = tape.pick(ingredients as [Ingredient, ...Ingredient[]]);
    const encodings = encodingsOf(tape, ingredient);
    if (ingredient.optional && !encodings.at(-1)?.startsWith('or(')) optional.push(ingredient.name);
    const touches = index === 0 || (fixed && tape.chance(50));
    text += `${touches ? '' : tape.pick(separators)}{${[ingredient.name, ...encodings].join(':')}}`;
    fixed = fixedWidth.test(encodings.at(-1) ?? '');
  }
  return { text: tape.chance(25) ? `${text}${tape.pick(['#END', '}}', '/'])}` : text, optional };
}

/** A pattern whose text is a number. */
export function numberPattern(tape: Tape, ingredients: readonly Ingredient[]): Pattern {
  const own = ingredients.filter((each) => !each.optional && !each.parameter);
  const ingredient = tape.pick(own as [Ingredient, ...Ingredient[]]);
  const { name, declared } = ingredient;
  const kind = typeNameOf(declared);
  const plain = kind === 'integer' && declared.declaration['stored_as'] === undefined;
  const encoding =
    plain && tape.chance(70) ? '' : kind === 'timestamp' && tape.chance(70) ? ':epoch-seconds' : shard(tape);
  return { text: `{${name}${encoding}}`, optional: [] };
}

function shard(tape: Tape): string {
  return `:shard(${tape.pick(['crc32', 'fnv1a32', 'sha256'])},${tape.pick([16, 1, 1000])})`;
}

function encodingsOf(tape: Tape, { declared, optional, parameter }: Ingredient): readonly string[] {
  const encodings = tape.chance(55) ? encodingOf(tape, declared, parameter) : [];
  const otherwise = optional ? tape.chance(60) : !parameter && tape.chance(8);
  return otherwise ? [...encodings, `or(${tape.pick(['none', '~', '-'])})`] : encodings;
}

function encodingOf(tape: Tape, { declaration }: Declared, parameter: boolean): readonly string[] {
  const lossy = parameter ? [] : [shard(tape).slice(1)];
  switch (declaration['type']) {
    case 'integer': {
      const { minimum, maximum } = declaration;
      const digits = typeof maximum === 'number' ? String(maximum).length : 38;
      const pads = typeof minimum === 'number' && minimum >= 0 && declaration['enum'] === undefined;
      return pads ? [`0${Math.min(38, digits + tape.pick([0, 1, 5]))}`] : lossy;
    }
    case 'timestamp':
      return parameter ? [] : [tape.pick([...timeUnits, ...lossy] as [string, ...string[]])];
    default: {
      const change = tape.pick<readonly string[]>([
        ['percent'],
        ['lower'],
        ['upper'],
        ['sha256'],
        ['trim', 'lower'],
        ['strip(-# )'],
        lossy,
        ['lower', 'percent'],
        ['upper', 'shard(crc32,7)'],
        ['shard(sha256,100)', '03'],
      ]);
      return parameter && change[0] !== 'percent' ? ['percent'] : change;
    }
  }
}
