import { setTimeout as sleep } from 'node:timers/promises';
import { HarnessError } from '../host/harness-error.ts';
import type { RunningStore } from '../stores/store.ts';

/** How long the end of a store may take to become known after it answers no more. */
const deathNoticeMilliseconds = 2000;

/** Waits for the death of a store, and fails with what is known about it. */
export async function storeDeath(store: RunningStore): Promise<never> {
  const { message } = await store.died;
  throw new HarnessError('store-died', message, { hint: 'what was not compared any more is not run; start it again' });
}

/**
 * Why a run cannot go on. Whoever asks a dead store notices before its end is reported, and knows less about it.
 *
 * @param error that of whoever noticed first
 */
export async function reasonBehind(error: unknown, store: RunningStore | undefined): Promise<unknown> {
  if (store === undefined || !(error instanceof HarnessError) || error.code !== 'store-unreachable') return error;
  const death = storeDeath(store).catch((reason: unknown) => reason);
  return (await Promise.race([death, sleep(deathNoticeMilliseconds, undefined, { ref: false })])) ?? error;
}

/** Why a case is not run that was still to come when the store was lost. */
export function notReached({ code }: HarnessError): string {
  return code === 'store-died' ? 'the store died before' : 'the store could not be used any more';
}
