import { isOnPath } from '../../harness/engine/participants.ts';
import { inCi } from '../../harness/host/wishes.ts';

/** Whether tests that need a program are run: where it is, and in CI, where every one has to be. */
export function isNeeded(program: string): boolean {
  return inCi(process.env) || isOnPath(program, process.env);
}
