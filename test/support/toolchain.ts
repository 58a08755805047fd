import { isOnPath } from '../../harness/engine/participants.ts';

const strict = !['', '0', 'false'].includes(process.env['CI'] ?? '');

/** Whether tests that need a program are run: where it is, and in CI, where every one has to be. */
export function isNeeded(program: string): boolean {
  return strict || isOnPath(program, process.env);
}
