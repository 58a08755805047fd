import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createProgress } from '../../../harness/cli/progress.ts';

/** What is written to standard error while a run that takes longer than a moment goes on, and when it is done. */
async function written(interactive: boolean): Promise<readonly string[]> {
  const notes: string[] = [];
  const progress = createProgress({ interactive, note: (text) => notes.push(text) }, 'comparisons');
  progress.update(1, 4);
  await sleep(600);
  progress.update(2, 4);
  progress.update(3, 4);
  progress.done();
  return notes;
}

it('counts on one line where there is a terminal, and takes the line back', async () => {
  expect(await written(true)).toEqual(['\r50 %  2 of 4 comparisons', `\r${' '.repeat(24)}\r`]);
});

it('says nothing where no line can be taken back', async () => {
  expect(await written(false)).toEqual([]);
});

it('says nothing of a run that is over in a moment', () => {
  const notes: string[] = [];
  const progress = createProgress({ interactive: true, note: (text) => notes.push(text) }, 'comparisons');
  progress.update(1, 2);
  progress.update(2, 2);
  progress.done();
  expect(notes).toEqual([]);
});
