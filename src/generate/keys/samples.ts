import { componentNames } from '../../model/key-pattern.ts';
import type { StringType } from '../../model/model.ts';
import { scalarCheck } from '../../scalar/scalar-check.ts';
import { samplesOf, typicalValue } from '../values/samples.ts';
import { type KeySample, sample } from '../values/value.ts';
import type { KeyComponent } from './components.ts';
import { numbersAtPads } from './pad-edges.ts';
import { yearEdges } from './year-edges.ts';

/** Texts that somebody takes for something else than text when a key is put together. */
const texts: readonly KeySample[] = [
  sample('absent-literal', 'undefined', 'undefined', 'the text "undefined"', 'key-null-interpolation'),
  sample('absent-literal', 'none', 'None', 'the text "None"', 'key-null-interpolation'),
  sample('absent-literal', 'null', 'null', 'the text "null"', 'key-null-interpolation'),
  sample('number-like-text', 'zero', '0', 'the text "0"', 'falsy-dropped'),
  sample('number-like-text', 'leading-zeros', '007', 'digits that begin with zeros', 'num-text-confusion'),
  sample('number-like-text', 'exponent', '1e3', 'text that looks like a number', 'num-text-confusion'),
  sample(
    'placeholder-as-value',
    'matched',
    '$&',
    'what stands for the matched text in a replacement',
    'key-template-replacement',
  ),
  sample(
    'escaped-already',
    'escape',
    '%23',
    'a delimiter that is percent-encoded already',
    'key-escape-function-divergence',
  ),
  sample('look-alike', 'composed', '\u00e9', 'an accented letter that is one character', 'key-unicode-normalisation'),
  sample(
    'look-alike',
    'full-width',
    'a\uff03b',
    'a character that compatibility makes "#"',
    'key-unicode-normalisation',
  ),
];

/** The values with which a component is tried in its keys: those of its type, and those at which keys go wrong. */
export function keySamples(component: KeyComponent): readonly KeySample[] {
  const { type } = component;
  const check = scalarCheck(type);
  const ofType = samplesOf(type, true).flatMap((each) =>
    typeof each.value === 'string' ? [{ ...each, value: each.value }] : [],
  );
  const seen = new Set<unknown>([typicalValue(type)]);
  return [...ofType, ...ofKeys(component)].filter(({ value }) => {
    if (seen.has(value) || check(value) !== undefined) return false;
    seen.add(value);
    return true;
  });
}

function ofKeys(component: KeyComponent): readonly KeySample[] {
  const { type } = component;
  switch (type.kind) {
    case 'string':
      return type.enum === null ? [...texts, ...caseVariants(type), ...literals(component)] : [];
    case 'integer':
    case 'decimal':
      return type.enum === null ? numbersAtPads(component) : [];
    case 'timestamp':
      return yearEdges(component);
    case 'binary':
      return [];
  }
}

/** The same letters in another case: two keys, unless the design says otherwise. */
function caseVariants(type: StringType): readonly KeySample[] {
  const check = scalarCheck(type);
  const bases = [typicalValue(type), ...samplesOf(type).map(({ value }) => value)].map(String);
  const variants = bases.map((base) =>
    [
      sample('case-variant', 'upper', base.toUpperCase(), `"${base}" in capitals`, 'key-library-lowercases'),
      sample('case-variant', 'lower', base.toLowerCase(), `"${base}" in small letters`, 'key-library-lowercases'),
    ].filter(({ value }) => value !== base && check(value) === undefined),
  );
  // One letter in two cases is enough, and the shown text of a long one is no help.
  return variants.find((each, index) => each.length > 0 && (bases[index]?.length ?? 0) <= 40) ?? [];
}

/** What surrounds the component in its keys, as part of its value: where does the component end? */
function literals(component: KeyComponent): readonly KeySample[] {
  const { places } = component;
  const around = places.flatMap(({ part }) => part.pattern.tokens.filter((token) => token.kind === 'literal'));
  const placeholder = sample(
    'placeholder-as-value',
    'placeholder',
    placeholderIn(component),
    'a placeholder of a template',
    'key-template-replacement',
  );
  return [
    placeholder,
    ...[...new Set(around.map(({ text }) => text))].map((text, index) =>
      sample(
        'literal-inside',
        `literal-${index + 1}`,
        `a${text}b`,
        `"${text}" of the pattern inside of it`,
        'key-delimiter-injection',
      ),
    ),
  ];
}

/** The placeholder of the component that is filled in next, which a program may replace again; its own where none follows. */
function placeholderIn({ name, type, places }: KeyComponent): string {
  const check = scalarCheck(type);
  const next = places.flatMap(({ part, token }) => {
    const names = componentNames(part.pattern);
    return names[names.indexOf(token.name) + 1] ?? [];
  });
  const texts = [...next, name].map((each) => `{${each}}`);
  return texts.find((text) => check(text) === undefined) ?? `{${name}}`;
}
