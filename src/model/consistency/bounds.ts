import { compareDecimals } from '../../value/decimal.ts';
import { type Context, report } from '../context.ts';
import type { NumberType, StringType } from '../model.ts';
import { child, entryOf, itemsOf, type SourceNode } from '../source.ts';
import { numberProblem, stringProblem } from './admits.ts';
import type { Declaration } from './declaration.ts';

/** Bounds that leave no value, and enumerated values that are outside of the bounds beside them. */
export function checkBounds(context: Context, { type, node }: Declaration): void {
  switch (type.kind) {
    case 'integer':
    case 'decimal':
      checkNumber(context, type, node);
      return;
    case 'string':
      checkSizes(context, node, 'length', type.maxLength, type.allowEmpty, 0);
      checkEnum(context, node, (index) => valueProblem(type, index));
      return;
    case 'binary':
      checkSizes(context, node, 'length', type.maxLength, type.allowEmpty, type.minLength);
      return;
    case 'list':
      checkSizes(context, node, 'items', type.maxItems, type.allowEmpty, type.minItems);
      return;
    case 'struct':
      checkMembers(context, node);
      return;
    default:
      return;
  }
}

function checkNumber(context: Context, type: NumberType, node: SourceNode): void {
  const { minimum, maximum } = type;
  if (minimum !== null && maximum !== null && compareDecimals(minimum, maximum) > 0) {
    const place = child(node, 'minimum') ?? child(node, 'maximum') ?? node;
    report(context, 'value-conflict', place, `the minimum ${minimum} is larger than the maximum ${maximum}`, {
      help: 'no number is both; exchange them, or correct one',
    });
    return;
  }
  const step = child(node, 'multiple_of') ?? child(node, 'scale');
  if (step !== undefined && isEmptyRange(type)) {
    const multiple = type.multipleOf === null ? undefined : `multiple of ${type.multipleOf}`;
    const what = multiple ?? numberOf(type.scale ?? 0);
    report(context, 'value-conflict', step, `no ${what} is from ${minimum} to ${maximum}`, {
      help: 'widen the bounds, or correct what stands between them',
    });
    return;
  }
  checkEnum(context, node, (index) => {
    const value = type.enum?.[index];
    const problem = value === undefined ? undefined : numberProblem(type, value);
    return problem === undefined ? undefined : `${value} ${problem}`;
  });
}

function numberOf(scale: number): string {
  return scale === 0 ? 'whole number' : `number with ${scale} ${scale === 1 ? 'digit' : 'digits'} after the point`;
}

/** Whether the first step from the minimum on is beyond the maximum: whole multiples, or the last digit of a scale. */
function isEmptyRange({ minimum, maximum, multipleOf, scale }: NumberType): boolean {
  if (minimum === null || maximum === null) return false;
  const places = Math.max(scale ?? 0, fractionOf(minimum).length, fractionOf(maximum).length);
  const step = BigInt(multipleOf ?? 1) * 10n ** BigInt(places - (multipleOf === null ? (scale ?? places) : 0));
  const [low, high] = [scaled(minimum, places), scaled(maximum, places)];
  const quotient = low / step;
  // Division of whole numbers goes towards zero, which is up only where the number is negative.
  const first = quotient * step < low ? (quotient + 1n) * step : quotient * step;
  return first > high;
}

function fractionOf(number: string): string {
  return number.split('.')[1] ?? '';
}

/** A number in normal form, as a count of its smallest places. */
function scaled(number: string, places: number): bigint {
  return BigInt(number.split('.')[0] + fractionOf(number).padEnd(places, '0'));
}

function valueProblem(type: StringType, index: number): string | undefined {
  const value = type.enum?.[index];
  const problem = value === undefined ? undefined : stringProblem(type, value);
  return problem === undefined ? undefined : `"${value}" ${problem}`;
}

/** @param problemOf says what is wrong with the value of that index */
function checkEnum(context: Context, node: SourceNode, problemOf: (index: number) => string | undefined): void {
  const constant = child(node, 'const');
  const items = constant === undefined ? itemsOf(child(node, 'enum')) : [constant];
  for (const [index, item] of items.entries()) {
    const problem = problemOf(index);
    if (problem !== undefined)
      report(context, 'value-conflict', item, `the value ${problem}`, {
        help: 'correct the value, or what excludes it',
      });
  }
}

/** @param smallest the lower bound, where it is not compared elsewhere */
function checkSizes(
  context: Context,
  node: SourceNode,
  what: 'length' | 'items',
  largest: number | null,
  allowEmpty: boolean,
  smallest: number,
): void {
  if (largest === null) return;
  const place = child(node, `max_${what}`) ?? node;
  if (smallest > largest) {
    report(
      context,
      'value-conflict',
      child(node, `min_${what}`) ?? place,
      `min_${what} ${smallest} is larger than max_${what} ${largest}`,
      { help: 'exchange them, or correct one' },
    );
  } else if (largest === 0 && !allowEmpty) {
    report(context, 'value-conflict', place, `max_${what} 0 leaves only what is empty, and that is not allowed`, {
      help: 'say "allow_empty: true", or a larger bound',
    });
  }
}

function checkMembers(context: Context, node: SourceNode): void {
  const entry = entryOf(node, 'allow_empty');
  if (entry === undefined || child(node, 'members') === undefined) return;
  report(context, 'value-conflict', entry, 'a map with "members" is empty when none of them is required', {
    help: 'remove "allow_empty", and say "required" in the members',
  });
}
