import { expect, it } from 'vitest';
import { LineSplitter, maximumLineLength } from '../../harness/drivers/line-splitter.ts';

/** All lines of a stream that arrives in these chunks. */
function split(chunks: readonly Uint8Array[]): readonly unknown[] {
  const splitter = new LineSplitter();
  return [...chunks.flatMap((chunk) => splitter.push(chunk)), splitter.rest()];
}

it('the lines do not depend on where the chunks end', () => {
  const text = 'a\n\nbé€😀\r\nlast \u2028 line\n{"x":"\\n"}\nrest';
  const bytes = Buffer.from(text);
  const expected = text.split('\n');
  expect(split([bytes])).toEqual(expected);
  for (let size = 1; size <= 7; size++) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
    expect(split(chunks)).toEqual(expected);
  }
});

it('a stream without a line feed is one line, and an empty one none', () => {
  expect(split([])).toEqual(['']);
  expect(split([Buffer.from('x'), Buffer.from('y')])).toEqual(['xy']);
  expect(split([Buffer.from('x\n')])).toEqual(['x', '']);
});

it('a line that is not UTF-8 is said to be none, and the others are read', () => {
  const notUtf8 = { problem: 'a line that is not UTF-8' };
  const bytes = Buffer.concat([Buffer.from('a\n'), Buffer.from([0xe9, 0x0a]), Buffer.from('é\nb\n\xff', 'utf8')]);
  expect(split([bytes])).toEqual(['a', notUtf8, 'é', 'b', 'ÿ']);
  expect(split([Buffer.from([0xc3]), Buffer.from([0x0a, 0x62])])).toEqual([notUtf8, 'b']);
  expect(split([Buffer.from([0x61, 0x0a, 0xed, 0xa0, 0x80])])).toEqual(['a', notUtf8]);
});

it('a line that is too long is reported once, as soon as it is, and nothing of it is kept', () => {
  const tooLong = { problem: 'a line of more than 32 MiB' };
  const splitter = new LineSplitter();
  const half = Buffer.alloc(maximumLineLength / 2, 'x');
  expect(splitter.push(half)).toEqual([]);
  expect(splitter.push(half)).toEqual([]);
  expect(splitter.push(Buffer.from('x'))).toEqual([tooLong]);
  for (let more = 0; more < 20; more++) expect(splitter.push(half)).toEqual([]);
  expect(splitter.push(Buffer.from('x\nnext\n'))).toEqual(['next']);
  expect(splitter.rest()).toBe('');
});

it('a line of exactly the greatest length is a line', () => {
  const bytes = Buffer.alloc(maximumLineLength + 1, 'x');
  bytes[maximumLineLength] = 0x0a;
  const [line] = new LineSplitter().push(bytes);
  expect(typeof line === 'string' && line.length).toBe(maximumLineLength);
});
