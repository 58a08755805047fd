import { expect, it } from 'vitest';
import { writtenNumbers } from '../../../src/value/written-numbers.ts';

it.each(['1', '-7', '[1.5,0,-2,1e+21,1e-7]', '{"1.0":"9007199254740993"}', '"\\"1.0"', '[]', 'true'])(
  'leaves %s alone, whose numbers a program writes like that',
  (text) => {
    expect(writtenNumbers(text)).toBeUndefined();
  },
);

it.each(['9007199254740993', '1e999', '-0', '1.0', '1E2', '1e-400', '0.10', '123456789012345678901234567890'])(
  'keeps %s',
  (number) => {
    const kept = writtenNumbers(`{"a":[${number}, 1,${number}],"b\\"${number}":"${number}","c":{"d":${number}}}`);
    const value = JSON.parse(kept?.text ?? '') as unknown;
    expect(kept?.restore(JSON.stringify(value))).toBe(
      `{"a":[${number},1,${number}],"b\\"${number}":"${number}","c":{"d":${number}}}`,
    );
  },
);

it('takes for its own what is nowhere in the text', () => {
  const before = '[100000000000000,"100000000000000",1000000001,100000002000000,1.0]';
  const kept = writtenNumbers(before);
  expect(kept?.restore(JSON.stringify(JSON.parse(kept.text)))).toBe(before);
});
