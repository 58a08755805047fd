import { HarnessError } from '../host/harness-error.ts';
import { startDynalite } from './dynalite.ts';
import { type DynoxideBinary, findDynoxide, startDynoxide } from './dynoxide.ts';
import { openStore, type StoreServer } from './open-store.ts';
import type { RunningStore, StoreOptions } from './store.ts';

export type EmbeddedStoreOptions = StoreOptions & {
  /** `auto` takes dynoxide, and dynalite where there is no dynoxide or it does not run. */
  readonly engine?: 'auto' | 'dynoxide' | 'dynalite';
  /** For tests; the binary from npm otherwise. */
  readonly dynoxide?: DynoxideBinary;
};

/** Starts a store that comes with the package: in memory, reachable from this machine only. */
export async function startEmbeddedStore(options: EmbeddedStoreOptions): Promise<RunningStore> {
  const { tablePrefix, startDeadlineMs = 10_000, engine = 'auto', dynoxide = findDynoxide() } = options;
  return openStore(await startServer(engine, dynoxide, startDeadlineMs), tablePrefix);
}

async function startServer(
  engine: 'auto' | 'dynoxide' | 'dynalite',
  dynoxide: DynoxideBinary | undefined,
  deadlineMs: number,
): Promise<StoreServer> {
  if (engine === 'dynalite') return startDynalite(deadlineMs);
  const platform = `${process.platform}-${process.arch}`;
  if (dynoxide === undefined) {
    const missing = `dynoxide is not installed for ${platform} (npm package @dynoxide/${platform})`;
    if (engine === 'auto') return insteadOf(missing, await startDynalite(deadlineMs));
    throw new HarnessError('toolchain-missing', missing, {
      hint: 'Install the package, or choose the engine dynalite.',
    });
  }
  try {
    return await startDynoxide(dynoxide, deadlineMs);
  } catch (error) {
    if (engine === 'dynoxide' || !(error instanceof HarnessError)) throw error;
    return insteadOf(error.message, await startDynalite(deadlineMs));
  }
}

function insteadOf(reason: string, server: StoreServer): StoreServer {
  return { ...server, notes: [...server.notes, `dynalite is used instead of dynoxide: ${reason}`] };
}
