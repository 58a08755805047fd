import { expect, it } from 'vitest';
import { readAnswer } from '../../../src/protocol/messages.ts';

const nested = (levels: number): string => `{"id":1,"ok":{"item":${'{"M":'.repeat(levels)}1${'}'.repeat(levels)}}}`;

it('reads an answer that is nested as deep as an item may be', () => {
  expect(readAnswer(nested(64)).answer.kind).toBe('ok');
});

it('refuses an answer that is nested so deep that comparing it would exhaust the stack', () => {
  const { id, answer } = readAnswer(nested(20_000));
  expect(id).toBeUndefined();
  expect(answer).toMatchObject({
    kind: 'protocol-violation',
    detail: expect.stringMatching(/^an answer nested deeper than 200 levels/),
  });
});
