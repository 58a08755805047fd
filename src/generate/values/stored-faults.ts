import type { ValueType } from '../../model/model.ts';
import { isEpochFormat } from '../../value/timestamp.ts';
import type { RefusedScenario } from '../coverage/scenarios.ts';
import { firstOfEach } from '../repeated-types.ts';
import { refusedValues } from './samples.ts';
import type { RefusedSample } from './value.ts';

/**
 * Scenarios of values that a store takes and a reader does not. Of the others some cannot be stored, such as a set with a
 * member twice, and some are read, such as a number in another spelling.
 */
const storedScenarios: ReadonlySet<RefusedScenario> = new Set([
  'below-minimum',
  'above-maximum',
  'unlisted-number',
  'unlisted-value',
  'listed-value-in-capitals',
  'fraction-of-integer',
  'too-fine',
  'not-a-multiple',
  'empty-text-refused',
  'text-too-short',
  'text-too-long',
  'too-many-bytes-of-text',
  'trailing-line-feed',
  'pattern-miss',
  'reserved-value',
  'other-time-format',
  'no-such-date',
  'misspelt-time',
  'bytes-too-short',
  'bytes-too-long',
  'too-few-members',
  'too-many-members',
  'empty-collection-refused',
] as const);

/**
 * Values of a type as they might be stored that a reader must refuse, one of each scenario. Each is of the DynamoDB type in
 * which values of the type are stored.
 */
export function storedFaults(type: ValueType): readonly RefusedSample[] {
  return firstOfEach(refusedValues(type).filter((each) => storedScenarios.has(each.scenario))).flatMap((each) => {
    const { value, description } = storedSpelling(each);
    const stored = storedForm(type, value);
    return stored === undefined ? [] : [{ ...each, value: stored, description }];
  });
}

/** A fraction of zero is another spelling of a whole number, which readers take. */
function storedSpelling(each: RefusedSample): RefusedSample {
  return each.scenario === 'fraction-of-integer'
    ? { ...each, value: '1.5', description: 'a number with a fraction' }
    : each;
}

/** How a value in a record would be stored, whether it may be or not; `undefined` where its text is not what is stored. */
function storedForm(type: ValueType, value: unknown): object | undefined {
  switch (type.kind) {
    case 'string':
      return { S: value };
    case 'integer':
    case 'decimal':
      return { [type.storedAs]: value };
    case 'timestamp':
      return isEpochFormat(type.format) ? undefined : { S: value };
    case 'binary':
      return { B: value };
    case 'list': {
      const items = Array.isArray(value) ? value.map((item) => storedForm(type.items.type, item)) : undefined;
      return items === undefined || items.includes(undefined) ? undefined : { L: items };
    }
    case 'map':
      return { M: value };
    default:
      return undefined;
  }
}
