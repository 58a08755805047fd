import { expect, it } from 'vitest';
import type { FindingMade } from '../../../src/report/events.ts';
import { renderFinding } from '../../../src/report/finding.ts';
import { createStyle } from '../../../src/report/style.ts';

const finding: FindingMade = {
  type: 'finding',
  status: 'failed',
  check: 'raw-put',
  implementation: 'bob',
  record_type: 'user',
  problem: 'wrong',
  path: ['name', 'S'],
  message: '"name.S" differs',
  vector: 'user/one',
  vectors: ['user/one'],
  cases: 1,
  hazards: [],
  at: { file: 'schema.yaml', line: 12, column: 7, path: 'record_types.user.attributes.name' },
  replay: 'itemproof run',
};

/** The lines of a finding, without those that are always the same. */
function lines(change: Partial<FindingMade>): readonly string[] {
  return renderFinding({ ...finding, ...change }, createStyle(false)).filter(
    (line) => !/^ {4}(?:vector|schema|again) /.test(line),
  );
}

const long = 'x'.repeat(300);

it('shows where a long text that is stored differs', () => {
  const stored = { S: `${long}B${long}` };
  expect(lines({ expected: `${long}A${long}`, actual: stored.S, sent: { S: `${long}A${long}` }, stored })).toEqual([
    '  ✗ bob raw-put at name.S: "name.S" differs',
    `    expected ...${'x'.repeat(40)}A${'x'.repeat(69)}...`,
    `    sent     ...${'x'.repeat(40)}A${'x'.repeat(69)}...`,
    `    stored   ...${'x'.repeat(40)}B${'x'.repeat(69)}...`,
    '    differs  character 301: "B" (U+0042) instead of "A" (U+0041)',
  ]);
});

it('says that nothing is expected only where something is there that should not be', () => {
  const read = { check: 'item-decode', path: ['note'] } as const;
  expect(lines({ ...read, message: '"note" is there', actual: 'x' }).slice(1)).toEqual([
    '    expected nothing',
    '    read     "x"',
  ]);
  expect(lines({ ...read, message: '"note" is missing', expected: 'x' }).slice(1)).toEqual([
    '    expected "x"',
    '    read     nothing',
  ]);
  // An answer that is taken back, and a generated value that is invalid, have no right one to show.
  for (const problem of ['protocol-violation', 'crashed', 'wrong'] as const)
    expect(lines({ ...read, problem, message: 'two answers' }).slice(1)).toEqual([]);
});

it('shows of a large attribute the part that differs, and the attribute where it has no such part', () => {
  const map = (inner: object) => ({ M: { filler: { S: long }, inner } }) as never;
  expect(
    lines({
      path: ['name', 'M', 'inner', 'N'],
      expected: '7',
      actual: '8',
      sent: map({ S: '7' }),
      stored: map({ N: '8' }),
    }).slice(1),
  ).toEqual([
    '    expected "7"',
    expect.stringMatching(/^ {4}sent {5}\{"M":\{"filler":\{"S":"x+\.\.\.$/),
    '    stored   "8"',
  ]);
});

it('shows accents that look alike by their code points', () => {
  expect(lines({ expected: 'caf\u00e9', actual: 'cafe\u0301', stored: { S: 'cafe\u0301' } }).slice(1)).toEqual([
    '    expected "caf\\u{e9}"',
    '    stored   "cafe\\u{301}"',
    '    differs  character 4: "e" (U+0065) instead of "\u00e9" (U+00E9)',
  ]);
});

it('shows a reader the same part of what is stored as of what it read', () => {
  const text = `${long}A${long}`;
  expect(
    lines({
      check: 'cross-read',
      writer: 'ada',
      path: ['name'],
      expected: text,
      actual: `${long}B${long}`,
      stored: { S: text },
    }).slice(1, 4),
  ).toEqual([
    `    expected ...${'x'.repeat(40)}A${'x'.repeat(69)}...`,
    `    stored   ...${'x'.repeat(40)}A${'x'.repeat(69)}...`,
    `    read     ...${'x'.repeat(40)}B${'x'.repeat(69)}...`,
  ]);
  expect(
    lines({ check: 'read-back', path: ['name'], expected: 'A', actual: 'B', stored: { S: 'A' } }).slice(1),
  ).toEqual(['    expected "A"', '    stored   {"S":"A"}', '    read     "B"']);
});

it('says that an attribute is not there, and shows JSON null as such', () => {
  expect(lines({ expected: { S: 'x' }, path: ['name'], sent: null, stored: null }).slice(1)).toEqual([
    '    expected {"S":"x"}',
    '    sent     nothing',
    '    stored   nothing',
  ]);
  expect(lines({ check: 'item-decode', path: ['name'], expected: null }).slice(1)).toEqual([
    '    expected null',
    '    read     nothing',
  ]);
});

it('shows the key where no item was found', () => {
  const key = { PK: { S: `USER#${long}` }, SK: { S: '\u0007' } };
  expect(lines({ path: [], expected: { PK: { S: 'x' } }, key })).toContain(
    `    key      {"PK":{"S":"USER#${long}"},"SK":{"S":"\\u0007"}}`,
  );
});

it('keeps its layout whatever an adapter says', () => {
  const message = `refused with internal: ${Array.from({ length: 9 }, (_, line) => `\u001b[31mline ${line}`).join('\n')}\n`;
  const shown = lines({
    problem: 'refused',
    path: ['a\nb\u0007'],
    message,
    expected: 1,
    stderr: '\u001b[2Jone\r\ntwo\n',
  });
  expect(shown).toEqual([
    '  ✗ bob raw-put at a\\nb\\u{7}: refused with internal: \\u{1b}[31mline 0',
    ...[1, 2, 3, 4, 5].map((line) => `      \\u{1b}[31mline ${line}`),
    '      (and 3 more lines; --json shows all)',
    '    expected 1',
    '    stderr   \\u{1b}[2Jone',
    '    stderr   two',
  ]);
});

it('says that what was written last need not belong to an answer', () => {
  const notes = (finding: Parameters<typeof lines>[0]) => lines(finding).filter((line) => line.startsWith('    note'));
  expect(notes({ problem: 'internal', stderr: 'oops' })).toEqual([
    '    note     stderr is what was written last, maybe about another request',
  ]);
  expect(notes({ problem: 'internal' })).toEqual([]);
  expect(notes({ problem: 'crashed', stderr: 'oops' })).toEqual([]);
});

it('says what speaks for a mistake of somebody else', () => {
  expect(
    lines({
      expected: 'a',
      actual: 'b',
      agreeing: ['ada', 'bob'],
      reference_fails: true,
      stale: { vector: 'user/two', writer: 'ada' },
    }).filter((line) => line.startsWith('    note')),
  ).toEqual([
    '    note     this is user/two, which ada wrote under the same key before; suspect a cache of the reader',
    '    note     ada, bob all answer the same; suspect the schema or the reference',
    '    note     the reference fails this too; suspect the schema, the store or the reference',
  ]);
});
