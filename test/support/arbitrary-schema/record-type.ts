import { attributesFrom } from './attributes.ts';
import type { Declaration, Declared } from './declared.ts';
import { familiesFrom } from './family.ts';
import { type Ingredient, numberPattern, type Pattern, textPattern } from './pattern.ts';
import { rulesFrom } from './rules.ts';
import { stringFrom, textualFrom } from './scalar.ts';
import type { KeyColumn, TableIndex, TableShape } from './table.ts';
import { type Tape, tapeOf } from './tape.ts';

/** Parameters that stand in keys without being attributes. */
export const keyParameters = {
  slug: { type: 'string', pattern: '[a-z0-9-]+', max_length: 20, examples: ['a-b'] },
  part: { type: 'integer', minimum: 0, maximum: 99 },
  day: { type: 'timestamp', format: 'date' },
} as const;

/** The choices of one record type, by what they are about, so that one part shrinks without the others. */
export type RecordTypeChoices = {
  readonly components: readonly number[];
  readonly keys: readonly number[];
  readonly attributes: readonly number[];
  readonly others: readonly number[];
};

/** A record type of a table: attributes of every kind, and a pattern for every key that it fills. */
export function recordTypeFrom(choices: RecordTypeChoices, table: TableShape, prefix: string): Declaration {
  const ingredients = ingredientsFrom(tapeOf(choices.components));
  const keys = tapeOf(choices.keys);
  const others = tapeOf(choices.others);
  const [primary, ...indexes] = table.indexes;
  const filled = indexes.filter(() => keys.chance(75));
  const own = new Set(table.indexes.flatMap((each) => [...each.partition, ...each.sort]).map((each) => each.name));
  const derived = computedFrom(others, ingredients, prefix, own.has('computed'));
  const rules = rulesFrom(others);
  const attributes = {
    ...attributesOf(ingredients),
    ...(own.has('own') ? { own: { type: 'string', max_length: 30, required: true } } : {}),
    ...(own.has('label') ? { label: { type: 'string', max_length: 9, ...others.pick([{ required: true }, {}]) } } : {}),
    raw: { type: 'binary', min_length: 1, max_length: 12, required: true },
    ...attributesFrom(tapeOf(choices.attributes), 2, others.pick([1, 2, 3, 4])),
    ...rules.attributes,
    ...derived.attributes,
    ...familiesFrom(others),
  };
  const indexEntries = filled.map((index) => [
    index.name,
    indexFrom(keys, index, table, ingredients, prefix, derived.optional),
  ]);
  return {
    ...(primary === undefined ? {} : sidesFrom(keys, primary, table, mandatory(ingredients), prefix).document),
    ...(indexEntries.length > 0 ? { indexes: Object.fromEntries(indexEntries) } : {}),
    attributes,
    ...(rules.rules.length > 0 ? { rules: rules.rules } : {}),
    ...(own.has('type') || others.chance(20) ? { discriminator: { attribute: 'type', value: prefix } } : {}),
    ...(others.chance(40) ? { unknown_attributes: others.pick(['reject', 'preserve', 'ignore']) } : {}),
  };
}

function mandatory(ingredients: readonly Ingredient[]): readonly Ingredient[] {
  // What an item may lack stands in a primary key only with "or".
  return ingredients.filter((each) => !each.optional);
}

function ingredientsFrom(tape: Tape): readonly Ingredient[] {
  const attribute = (name: string, declared: Declared, optional = false): Ingredient => ({
    name,
    declared,
    optional,
    parameter: false,
  });
  const parameter = (name: keyof typeof keyParameters): Ingredient => ({
    name,
    declared: { declaration: keyParameters[name], samples: [] },
    optional: false,
    parameter: true,
  });
  return [
    attribute('id', stringFrom(tape)),
    attribute('k1', textualFrom(tape)),
    attribute('k2', textualFrom(tape)),
    attribute('meta.code', textualFrom(tape)),
    ...(tape.chance(50) ? [optionalFrom(tape)] : []),
    ...(tape.chance(50) ? [parameter(tape.pick(['slug', 'part', 'day']))] : []),
  ];
}

/** An attribute that an item may lack, or that has a default: of writers, of readers, or of both. */
function optionalFrom(tape: Tape): Ingredient {
  const { declaration, samples } = textualFrom(tape);
  const [sample = null] = samples;
  const presence = tape.pick<Declaration>([
    {},
    { nullable: true },
    { default: sample },
    { default: sample, default_on: 'read' },
    { default: sample, default_on: 'write' },
    { nullable: true, required: true },
  ]);
  return {
    name: 'o1',
    declared: { declaration: { ...declaration, ...presence }, samples },
    optional: true,
    parameter: false,
  };
}

function attributesOf(ingredients: readonly Ingredient[]): Declaration {
  const attributes: { [name: string]: Declaration } = {};
  for (const { name, declared, optional, parameter } of ingredients) {
    if (parameter) continue;
    const declaration = { ...declared.declaration, ...(optional ? {} : { required: true }) };
    const [outer = '', inner] = name.split('.');
    attributes[outer] =
      inner === undefined ? declaration : { type: 'map', required: true, members: { [inner]: declaration } };
  }
  return attributes;
}

type Sides = { readonly document: Declaration; readonly optional: readonly string[] };

function sidesFrom(
  tape: Tape,
  index: TableIndex,
  table: TableShape,
  ingredients: readonly Ingredient[],
  prefix: string,
  computedOptional: readonly string[] = [],
): Sides {
  const primaryColumns =
    index.kind === 'primary' ? [] : table.indexes.slice(0, 1).flatMap((each) => [...each.partition, ...each.sort]);
  const optional: string[] = [];
  const document: { [key: string]: unknown } = {};
  for (const [key, columns] of [
    ['pk', index.partition],
    ['sk', index.sort],
  ] as const) {
    const free = columns.filter((each) => !each.own && !primaryColumns.some((other) => other.name === each.name));
    const patterns = free.map((column) => patternFor(tape, column, ingredients, `${prefix}#`));
    for (const pattern of patterns) optional.push(...pattern.optional);
    if (columns.some((each) => each.name === 'label')) optional.push('label');
    // A computed attribute that may be left out takes the key with it, which only its components can say.
    if (columns.some((each) => each.name === 'computed')) optional.push(...computedOptional);
    // Own attributes fill themselves only when nothing is written for the side.
    if (free.length === 0) continue;
    const written = columns
      .filter((each) => !primaryColumns.some((other) => other.name === each.name))
      .map((each) => (each.own ? `{${each.name}}` : (patterns[free.indexOf(each)]?.text ?? '')));
    document[`${key}_pattern`] = written.length === 1 ? written[0] : written;
  }
  return { document, optional };
}

function patternFor(tape: Tape, { type }: KeyColumn, ingredients: readonly Ingredient[], prefix: string): Pattern {
  if (type === 'B') return { text: '{raw}', optional: [] };
  return type === 'N' ? numberPattern(tape, ingredients) : textPattern(tape, prefix, ingredients);
}

function indexFrom(
  tape: Tape,
  index: TableIndex,
  table: TableShape,
  ingredients: readonly Ingredient[],
  prefix: string,
  computedOptional: readonly string[],
): Declaration {
  const { document, optional } = sidesFrom(tape, index, table, ingredients, prefix, computedOptional);
  const names = [...new Set(optional)];
  if (names.length === 0) return document;
  const condition = tape.pick<Declaration>([{ on_missing: 'omit' }, { when: names }, { when: names }]);
  const [only] = names;
  return names.length === 1 && tape.chance(30) ? { ...document, when: only } : { ...document, ...condition };
}

function computedFrom(
  tape: Tape,
  ingredients: readonly Ingredient[],
  prefix: string,
  inKey: boolean,
): { readonly attributes: Declaration; readonly optional: readonly string[] } {
  if (!tape.chance(25) && !inKey) return { attributes: {}, optional: [] };
  const pattern = inKey || tape.chance(70) ? textPattern(tape, prefix, ingredients) : numberPattern(tape, ingredients);
  const type = !inKey && pattern.text.includes('shard') && pattern.text.startsWith('{') ? 'integer' : 'string';
  const text = type === 'integer' && !/^\{[^}]*\)\}$/.test(pattern.text) ? `${prefix}${pattern.text}` : pattern.text;
  const omits = pattern.optional.length > 0 ? { on_missing: 'omit' } : {};
  const computed = { type: text === pattern.text ? type : 'string', computed_from: text, ...omits };
  return { attributes: { computed }, optional: pattern.optional };
}
