import type { Item } from '../../../src/value/attribute-value.ts';
import { shortJson } from '../../../src/value/json.ts';
import {
  expectPutRefused,
  expectRefusal,
  holds,
  lacks,
  type Probe,
  type ProbeContext,
  type ProbeResult,
  roundTrip,
} from './probe.ts';

const spellings = [
  ['1.0', '1'],
  ['01', '1'],
  ['1e2', '100'],
  ['-0', '0'],
  ['.5', '0.5'],
] as const;

export const numberNormalisation: Probe = {
  id: 'number-normalisation',
  required: true,
  description: 'Numbers are stored by value: 1.0 comes back as 1.',
  run: (context) => compareSpellings(context, (numbers) => numbers),
};

export const nestedNumberNormalisation: Probe = {
  id: 'nested-number-normalisation',
  description: 'Numbers in maps and lists are stored by value, too.',
  run: (context) => compareSpellings(context, (numbers) => ({ map: { M: numbers } })),
};

async function compareSpellings(context: ProbeContext, place: (numbers: Item) => Item): Promise<ProbeResult> {
  const written = Object.fromEntries(spellings.map(([text], position) => [`n${position}`, { N: text }]));
  const item = await roundTrip(context, place(written));
  const { map } = item;
  const found = map !== undefined && 'M' in map ? map.M : item;
  for (const [position, [text, normal]] of spellings.entries()) {
    const number = found[`n${position}`];
    if (number === undefined || !('N' in number)) return lacks(`the number ${text} came back as ${shortJson(number)}`);
    if (number.N !== normal) return lacks(`the number ${text} came back as ${number.N} instead of ${normal}`);
  }
  return holds;
}

export const positiveSign: Probe = {
  id: 'positive-sign',
  description: 'A number may be written with a plus sign: +1 is stored as 1.',
  async run(context) {
    const { number } = await roundTrip(context, { number: { N: '+1' } });
    const normal = number !== undefined && 'N' in number && number.N === '1';
    return normal ? holds : lacks(`+1 came back as ${shortJson(number)}`);
  },
};

export const numberPrecision: Probe = {
  id: 'number-precision',
  description: 'A number with more than 38 significant digits is refused.',
  run: (context) => expectPutRefused(context, { number: { N: '1'.repeat(39) } }),
};

export const numberSetDuplicates: Probe = {
  id: 'number-set-duplicates',
  description: 'A number set that holds one value twice, written as 1 and as 1.0, is refused.',
  run: (context) => expectPutRefused(context, { numbers: { NS: ['1', '1.0'] } }),
};

export const arithmeticPrecision: Probe = {
  id: 'arithmetic-precision',
  description: 'An addition whose result has more than 38 significant digits is refused.',
  async run(context) {
    await roundTrip(context, { number: { N: `1${'0'.repeat(38)}` } });
    return expectRefusal(context.wire, 'UpdateItem', {
      TableName: context.tableName,
      Key: context.key,
      UpdateExpression: 'ADD #number :one',
      ExpressionAttributeNames: { '#number': 'number' },
      ExpressionAttributeValues: { ':one': { N: '1' } },
    });
  },
};
