import { HarnessError } from '../host/harness-error.ts';
import { type DynaliteServer, findDynalite, startDynalite } from './dynalite.ts';
import { type DynoxideBinary, findDynoxide, startDynoxide } from './dynoxide.ts';
import { openStore, type StoreServer } from './open-store.ts';
import type { RunningStore, StoreOptions } from './store.ts';

export type EmbeddedStoreOptions = StoreOptions & {
  /** `auto` takes dynoxide, and dynalite where there is no dynoxide or it does not run. */
  readonly engine?: 'auto' | 'dynoxide' | 'dynalite';
  /** For tests; the binary from npm otherwise. */
  readonly dynoxide?: DynoxideBinary;
  /** For tests; the package from npm otherwise. */
  readonly dynalite?: DynaliteServer;
};

type Engines = { readonly dynoxide: DynoxideBinary | undefined; readonly dynalite: DynaliteServer | undefined };

/** Starts a store that comes with the package: in memory, reachable from this machine only. */
export async function startEmbeddedStore(options: EmbeddedStoreOptions): Promise<RunningStore> {
  const { tablePrefix, startDeadlineMs = 10_000, engine = 'auto' } = options;
  const { dynoxide = findDynoxide(), dynalite = findDynalite() } = options;
  return openStore(await startServer(engine, { dynoxide, dynalite }, startDeadlineMs), tablePrefix);
}

async function startServer(
  engine: 'auto' | 'dynoxide' | 'dynalite',
  { dynoxide, dynalite }: Engines,
  deadlineMs: number,
): Promise<StoreServer> {
  if (engine === 'dynalite') return startDynalite(dynalite, deadlineMs);
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  if (dynoxide === undefined) {
    const missing = `dynoxide is not installed for this platform (npm package ${name})`;
    if (engine === 'auto') return insteadOf(missing, name, await startDynalite(dynalite, deadlineMs));
    throw new HarnessError('toolchain-missing', missing, {
      hint: 'Install the package, or choose the engine dynalite.',
    });
  }
  try {
    return await startDynoxide(dynoxide, deadlineMs);
  } catch (error) {
    if (engine === 'dynoxide' || !(error instanceof HarnessError)) throw error;
    const [reason = ''] = error.message.split('\n');
    return insteadOf(reason, name, await startDynalite(dynalite, deadlineMs));
  }
}

/** dynalite lacks more of DynamoDB, so more is not run: whoever reads the report has to know why. */
function insteadOf(reason: string, name: string, server: StoreServer): StoreServer {
  const remedy = `to compare more, run: npm install ${name}, or use --store dynamodb-local`;
  return { ...server, notes: [...server.notes, `dynalite is used instead of dynoxide: ${reason}; ${remedy}`] };
}
