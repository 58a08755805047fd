import type { NumberType } from '../../model/model.ts';
import { numberCheck } from '../../scalar/number-check.ts';
import { addToInteger, compareDecimals } from '../../value/decimal.ts';
import { type Sample, sample } from './value.ts';

/** Integers at which some language changes its mind about a number. */
const landmarks: readonly (readonly [string, string, ...string[]])[] = [
  ['0', 'zero', 'falsy-dropped'],
  ['-1', 'minus-one', 'num-sign'],
  ['2147483648', '2-to-31', 'num-int-width'],
  [
    '9007199254740993',
    '2-to-53-plus-1',
    'num-js-unsafe-integer',
    'num-js-read-type-by-magnitude',
    'num-go-interface-float64',
  ],
  ['100000000000000000000', '10-to-20', 'num-128bit'],
];

/** The value that stands for a number type wherever it is not the subject. */
export function typicalNumber(type: NumberType): string {
  const check = numberCheck(type);
  const candidates = [
    ...type.examples,
    ...(type.enum ?? []),
    '1000',
    '7',
    type.multipleOf ?? '0',
    type.minimum ?? '0',
    type.maximum ?? '0',
    ...multiples(type),
  ];
  return candidates.find((text) => check(text) === undefined) ?? '0';
}

/** The first multiples at or above the minimum, where values must be multiples. */
function multiples({ multipleOf, minimum }: NumberType): readonly string[] {
  if (multipleOf === null) return [];
  const step = BigInt(multipleOf);
  const low = BigInt(minimum ?? '0');
  return [(((low + step - 1n) / step) * step).toString()];
}

/** Values at the edges of a number type, each once. */
export function numberSamples(type: NumberType): readonly Sample[] {
  if (type.enum !== null)
    return type.enum.map((value) => sample(`is-${value.replace('.', '-')}`, value, `the value ${value}`));
  const bounds = [
    ...(type.minimum === null
      ? []
      : [sample('minimum', type.minimum, `the smallest value, ${type.minimum}`, 'num-int-width')]),
    ...(type.maximum === null
      ? []
      : [sample('maximum', type.maximum, `the largest value, ${type.maximum}`, 'num-int-width')]),
  ];
  const fractions =
    type.kind === 'decimal'
      ? [
          sample('fraction', '0.1', 'a fraction that no binary number is equal to', 'num-binary-vs-decimal-arithmetic'),
          sample(
            '38-digits',
            '1.2345678901234567890123456789012345678',
            'all 38 digits',
            'num-js-fraction-loss-on-read',
            'num-rust-decimal-read-precision',
          ),
        ]
      : [];
  const check = numberCheck(type);
  const seen = new Set([typicalNumber(type)]);
  return [
    ...bounds,
    ...landmarks.map(([value, slug, ...hazards]) => sample(slug, value, `the value ${value}`, ...hazards)),
    ...fractions,
  ].filter(({ value }) => {
    if (typeof value !== 'string' || seen.has(value) || check(value) !== undefined) return false;
    seen.add(value);
    return true;
  });
}

/** Values that an integer type refuses, one fault each. */
export function refusedNumbers(type: NumberType): readonly Sample[] {
  const typical = typicalNumber(type);
  const samples = [
    sample('json-number', 5, 'a JSON number instead of text', 'num-json-path-floats'),
    sample('empty', '', 'an empty string', 'num-lenient-parsers'),
    sample('text', 'abc', 'no number at all', 'num-lenient-parsers'),
    ...(type.kind === 'integer' ? misspelt(typical) : []),
  ];
  const check = numberCheck(type);
  if (type.enum !== null) {
    const largest = [...type.enum].sort(compareDecimals).at(-1) ?? '0';
    // The whole part of the largest value, and one: listed nowhere, and a value of either type.
    const other = addToInteger(largest.split('.')[0] ?? '0', 1n);
    return [
      ...samples,
      ...(check(other) === undefined ? [] : [sample('other', other, 'a value that is not listed', 'enum-unknown')]),
    ];
  }
  const beyond = [
    ...(type.minimum === null || type.kind === 'decimal'
      ? []
      : [sample('too-small', addToInteger(type.minimum, -1n), `one less than ${type.minimum}`, 'num-int-width')]),
    ...(type.maximum === null || type.kind === 'decimal'
      ? []
      : [sample('too-large', addToInteger(type.maximum, 1n), `one more than ${type.maximum}`, 'num-int-width')]),
  ];
  return [...samples, ...beyond.filter(({ value }) => typeof value === 'string' && check(value) !== undefined)];
}

function misspelt(typical: string): readonly Sample[] {
  return [
    sample('leading-zero', `0${typical}`, 'a zero in front', 'num-lenient-parsers'),
    sample('plus', `+${typical}`, 'a plus sign', 'num-lenient-parsers'),
    sample('fraction', `${typical}.0`, 'a fraction of zero', 'num-int-parse-of-nonint-text'),
    sample('exponent', '1e3', 'an exponent', 'num-lenient-parsers'),
    sample('space', ` ${typical}`, 'a space in front', 'num-lenient-parsers'),
    sample('underscore', '1_0', 'an underscore, which Python takes', 'num-lenient-parsers'),
    sample('foreign-digit', '\u0663', 'a digit that is not ASCII', 'num-lenient-parsers'),
    sample('minus-zero', '-0', 'a minus before zero', 'num-negative-zero'),
  ];
}
