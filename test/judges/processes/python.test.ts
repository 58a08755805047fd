import { expect, it } from 'vitest';
import { packagePath } from '../../../harness/stores/package-root.ts';
import { compareItems } from '../../../src/check/compare.ts';
import type { Item } from '../../../src/value/attribute-value.ts';
import { command } from '../../e2e/support/command.ts';
import { type Exception, unexcused, type Verdict } from '../support/exceptions.ts';
import { itemsOf, type JudgedItem } from '../support/suites.ts';

// boto3 reads every committed item, and writes the same one again: one process for all of them.

/** boto3 1.43 holds all of them. What it cannot hold, as 1E+40, no contract has. */
const exceptions: readonly Exception<JudgedItem>[] = [];

type Answer = { readonly id: string; readonly item?: Item; readonly error?: string };

async function judgeAll(items: readonly JudgedItem[]): Promise<readonly Verdict<JudgedItem>[]> {
  const { code, stdout, stderr } = await command(
    packagePath('.itemproof', 'venv', 'bin', 'python'),
    [packagePath('test', 'judges', 'support', 'round_trip.py')],
    { input: items.map(({ id, item }) => `${JSON.stringify({ id, item })}\n`).join('') },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const answers = stdout.trimEnd().split('\n');
  expect(answers).toHaveLength(items.length);
  return items.map((each, index) => {
    const answer = JSON.parse(answers[index] ?? '') as Answer;
    return { of: each, id: `${each.suite} ${each.id}`, objection: objectionTo(each, answer) };
  });
}

function objectionTo({ id, item }: JudgedItem, answer: Answer): string | undefined {
  if (answer.id !== id) return `the answer is about ${answer.id}`;
  if (answer.error !== undefined) return answer.error;
  const judgement = compareItems(item, answer.item);
  return judgement.passed ? undefined : judgement.problem.message;
}

it('every committed item passes boto3', async () => {
  expect(unexcused(await judgeAll(itemsOf()), exceptions)).toEqual([]);
});

it('finds an item that boto3 cannot read, and one that it writes as another', async () => {
  const like = { suite: 'none', recordType: 'none' };
  const items: readonly JudgedItem[] = [
    { ...like, id: 'rounded', item: { PK: { S: 'x' }, n: { N: `1${'0'.repeat(40)}` } } },
    { ...like, id: 'typed', item: { PK: { S: 'x' }, n: { X: 'y' } } as unknown as Item },
  ];
  expect(unexcused(await judgeAll(items), [])).toEqual([
    expect.stringMatching(/^none rounded: Rounded: /),
    expect.stringMatching(/^none typed: /),
  ]);
});
