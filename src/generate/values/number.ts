import type { NumberType } from '../../model/model.ts';
import { numberCheck } from '../../scalar/number-check.ts';
import { addToInteger, compareDecimals, normalizeDecimal } from '../../value/decimal.ts';
import type { AcceptedScenario } from '../coverage/scenarios.ts';
import { numbersAround } from './around.ts';
import { fractionDigits, numberWithFraction } from './fraction.ts';
import { type RefusedSample, type Sample, sample } from './value.ts';

/** Integers at which some language changes its mind about a number. */
const landmarks: readonly (readonly [AcceptedScenario, string, string, ...string[]])[] = [
  ['zero', '0', 'zero', 'falsy-dropped'],
  ['negative-number', '-1', 'minus-one', 'num-sign'],
  ['more-than-31-bits', '2147483648', '2-to-31', 'num-int-width'],
  [
    'more-than-53-bits',
    '9007199254740993',
    '2-to-53-plus-1',
    'num-js-unsafe-integer',
    'num-js-read-type-by-magnitude',
    'num-go-interface-float64',
  ],
  ['more-than-64-bits', '100000000000000000000', '10-to-20', 'num-128bit'],
];

/** Where a number becomes one digit longer, which shows in keys. */
const digitBoundaries = ['9', '10', '99', '100'] as const;

/** Decimals at which decimal libraries and binary numbers part. */
const fractions: readonly Sample[] = [
  sample(
    'binary-fraction',
    'fraction',
    '0.1',
    'a fraction that no binary number is equal to',
    'num-binary-vs-decimal-arithmetic',
  ),
  sample(
    'all-digits',
    '38-digits',
    '1.2345678901234567890123456789012345678',
    'all 38 digits',
    'num-js-fraction-loss-on-read',
    'num-rust-decimal-read-precision',
  ),
  sample(
    'all-digits',
    '38-digits-below-1',
    '0.12345678901234567890123456789012345678',
    'all 38 digits behind the point',
    'num-js-fraction-loss-on-read',
    'num-rust-decimal-read-precision',
  ),
  sample(
    'smallest-magnitude',
    'smallest-magnitude',
    `0.${'0'.repeat(129)}1`,
    'the number nearest to zero, 1E-130',
    'num-rust-decimal-read-precision',
  ),
  sample(
    'largest-magnitude',
    'largest-magnitude',
    `999${'0'.repeat(123)}`,
    'a number of 126 digits, 9.99E125',
    'num-rust-decimal-read-precision',
  ),
  sample(
    'needless-zeros',
    'needless-zeros',
    '1.50',
    'a zero at the end, which the stored number has not',
    'num-decimal-type-not-n',
  ),
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
    edgesOf(type).minimum ?? '0',
  ];
  return candidates.find((text) => check(text) === undefined) ?? '0';
}

/** The smallest and the largest value, where there are such: bounds, or the next multiples within them. */
function edgesOf({ multipleOf, minimum, maximum }: NumberType): Pick<NumberType, 'minimum' | 'maximum'> {
  if (multipleOf === null) return { minimum, maximum };
  const step = BigInt(multipleOf);
  // Division of BigInt cuts towards zero, so which side of a bound that is depends on its sign.
  const over = (bound: bigint): bigint => ((bound % step) + step) % step;
  const upwards = (bound: bigint): bigint => (over(bound) === 0n ? bound : bound + step - over(bound));
  const downwards = (bound: bigint): bigint => bound - over(bound);
  return {
    minimum: minimum === null ? null : upwards(BigInt(minimum)).toString(),
    maximum: maximum === null ? null : downwards(BigInt(maximum)).toString(),
  };
}

/**
 * Values at the edges of a number type.
 *
 * @param partOfName whether keys are made of it, so that its number of digits counts
 */
export function numberSamples(type: NumberType, partOfName = false): readonly Sample[] {
  const { minimum, maximum } = edgesOf(type);
  if (type.enum !== null)
    return type.enum.map((value) =>
      sample('listed-number', `is-${value.replace('.', '-')}`, value, `the value ${value}`),
    );
  const [, , above] = minimum === null ? [] : numbersAround([minimum]);
  const [below] = maximum === null ? [] : numbersAround([maximum]);
  const candidates = [
    ...(minimum === null
      ? []
      : [sample('minimum', 'minimum', minimum, `the smallest value, ${minimum}`, 'num-int-width')]),
    ...(maximum === null
      ? []
      : [sample('maximum', 'maximum', maximum, `the largest value, ${maximum}`, 'num-int-width')]),
    ...landmarks.map(([scenario, value, slug, ...hazards]) =>
      sample(scenario, slug, value, `the value ${value}`, ...hazards),
    ),
    ...(type.kind === 'decimal' ? fractions : []),
    ...(above === undefined ? [] : [sample('one-above-minimum', 'above-minimum', above, `one more than ${minimum}`)]),
    ...(below === undefined ? [] : [sample('one-below-maximum', 'below-maximum', below, `one less than ${maximum}`)]),
    ...(partOfName
      ? digitBoundaries.map((value) =>
          sample('digit-boundary', `digits-${value}`, value, `the value ${value}`, 'key-pad-width'),
        )
      : []),
  ];
  const check = numberCheck(type);
  const valid = candidates.filter(({ value }) => {
    const normal = type.kind === 'decimal' ? normalizeDecimal(String(value)) : String(value);
    return normal !== undefined && check(normal) === undefined;
  });
  // One of the two shows it.
  const isShown = valid.some(({ slug }) => slug === '38-digits');
  return [
    ...valid.filter(({ slug }) => !(isShown && slug === '38-digits-below-1')),
    ...finest(
      type,
      valid.map(({ value }) => String(value)),
    ),
  ];
}

/** A number with all digits that there may be after the point, where none of the others has them. */
function finest(type: NumberType, others: readonly string[]): readonly Sample[] {
  const { scale } = type;
  if (scale === null || scale === 0 || others.some((text) => fractionOf(text) === scale)) return [];
  const value = numberWithFraction(type, scale);
  const hazard = 'num-binary-vs-decimal-arithmetic';
  return value === undefined
    ? []
    : [sample('finest-number', 'finest', value, `all ${scale} digits after the point`, hazard)];
}

/** How many digits after the point say something: of 1.50 one. */
function fractionOf(text: string): number {
  return fractionDigits(normalizeDecimal(text) ?? text);
}

/** Values that an integer type refuses, one fault each. */
export function refusedNumbers(type: NumberType): readonly RefusedSample[] {
  const typical = typicalNumber(type);
  const samples = [
    sample('native-number', 'json-number', 5, 'a JSON number instead of text', 'num-json-path-floats'),
    sample('misspelt-number', 'empty', '', 'an empty string', 'num-lenient-parsers'),
    sample('misspelt-number', 'text', 'abc', 'no number at all', 'num-lenient-parsers'),
    sample('not-a-number', 'nan', 'NaN', 'not a number', 'num-lenient-parsers'),
    sample('not-a-number', 'infinity', 'Infinity', 'infinity', 'num-lenient-parsers'),
    ...(type.kind === 'integer' ? misspelt(typical) : beyondDecimals),
  ];
  const check = numberCheck(type);
  if (type.enum !== null) {
    const largest = [...type.enum].sort(compareDecimals).at(-1) ?? '0';
    // The whole part of the largest value, and one: listed nowhere, and a value of either type.
    const other = addToInteger(largest.split('.')[0] ?? '0', 1n);
    return [
      ...samples,
      ...(check(other) === undefined
        ? []
        : [sample('unlisted-number', 'other', other, 'a value that is not listed', 'enum-unknown')]),
    ];
  }
  return [
    ...samples,
    ...beyondBounds(type).filter(({ value }) => typeof value === 'string' && check(value) !== undefined),
  ];
}

function beyondBounds(type: NumberType): readonly RefusedSample[] {
  const { scale, multipleOf } = type;
  const tooFine = scale === null ? undefined : numberWithFraction(type, scale + 1);
  const { below, above } = nextTo(type);
  return [
    ...(below === undefined ? [] : [sample('below-minimum', 'too-small', ...below, 'num-int-width')]),
    ...(above === undefined ? [] : [sample('above-maximum', 'too-large', ...above, 'num-int-width')]),
    ...(tooFine === undefined || scale === null
      ? []
      : [
          sample(
            'too-fine',
            'too-fine',
            tooFine,
            `${scale + 1} digits after the point`,
            'num-binary-vs-decimal-arithmetic',
          ),
        ]),
    ...(multipleOf === null || multipleOf === '1'
      ? []
      : [
          sample(
            'not-a-multiple',
            'between-multiples',
            addToInteger(edgesOf(type).minimum ?? '0', 1n),
            `one more than a multiple of ${multipleOf}`,
            'num-int-parse-of-nonint-text',
          ),
        ]),
  ] as const;
}

type ValueAndWhat = readonly [value: string, what: string];

/** The values that miss the bounds by least, and are multiples where values must be: nothing else is wrong with them. */
function nextTo(type: NumberType): {
  readonly below: ValueAndWhat | undefined;
  readonly above: ValueAndWhat | undefined;
} {
  const { minimum, maximum, multipleOf } = type;
  if (multipleOf !== null) {
    const edges = edgesOf(type);
    const beside = (edge: string | null, step: bigint, than: string): ValueAndWhat | undefined =>
      edge === null ? undefined : [addToInteger(edge, step), than];
    return {
      below: beside(edges.minimum, -BigInt(multipleOf), `a multiple of ${multipleOf} less than ${minimum}`),
      above: beside(edges.maximum, BigInt(multipleOf), `a multiple of ${multipleOf} more than ${maximum}`),
    };
  }
  const [below] = minimum === null ? [] : numbersAround([minimum]);
  const [, , above] = maximum === null ? [] : numbersAround([maximum]);
  return {
    below: below === undefined ? undefined : [below, `one less than ${minimum}`],
    above: above === undefined ? undefined : [above, `one more than ${maximum}`],
  };
}

const beyondDecimals: readonly RefusedSample[] = [
  sample(
    'too-many-digits',
    '39-digits',
    '1.23456789012345678901234567890123456789',
    'one digit too many',
    'num-rust-decimal-read-precision',
  ),
  sample('magnitude-beyond', 'too-large-a-power', `1${'0'.repeat(126)}`, 'the number 1E126', 'num-int-width'),
];

function misspelt(typical: string): readonly RefusedSample[] {
  const misspelt = 'misspelt-number';
  return [
    sample(misspelt, 'leading-zero', `0${typical}`, 'a zero in front', 'num-lenient-parsers'),
    sample(misspelt, 'plus', `+${typical}`, 'a plus sign', 'num-lenient-parsers'),
    sample('fraction-of-integer', 'fraction', `${typical}.0`, 'a fraction of zero', 'num-int-parse-of-nonint-text'),
    sample(misspelt, 'exponent', '1e3', 'an exponent', 'num-lenient-parsers'),
    sample(misspelt, 'space', ` ${typical}`, 'a space in front', 'num-lenient-parsers'),
    sample(misspelt, 'underscore', '1_0', 'an underscore, which Python takes', 'num-lenient-parsers'),
    sample(misspelt, 'foreign-digit', '\u0663', 'a digit that is not ASCII', 'num-lenient-parsers'),
    sample(misspelt, 'minus-zero', '-0', 'a minus before zero', 'num-negative-zero'),
  ];
}
