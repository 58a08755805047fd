import { HarnessError } from '../host/harness-error.ts';
import type { ManagedProcess } from '../process/managed-process.ts';
import { describeExit, type ProcessExit } from '../process/process-exit.ts';
import { probeStore } from './probe-store.ts';
import type { RunningStore, StoreConnection, StoreDied, StoreInfo } from './store.ts';
import { openWire } from './store-wire.ts';
import { openTableClient } from './table-client.ts';

/** Local stores want well-formed credentials and check nothing about them; DynamoDB Local wants letters and digits only. */
const credentials = { region: 'us-east-1', accessKeyId: 'itemproof', secretAccessKey: 'itemproof' };

export type StoreServer = Pick<StoreInfo, 'kind' | 'engine' | 'version' | 'notes'> & {
  readonly process: ManagedProcess;
  readonly port: number;
};

/** Probes a server that is ready and hands it over. Ends it when it cannot be used. */
export async function openStore(server: StoreServer, tablePrefix: string): Promise<RunningStore> {
  const { kind, engine, version, notes } = server;
  const connection: StoreConnection = { endpoint: `http://127.0.0.1:${server.port}`, ...credentials };
  const wire = openWire(connection);
  try {
    const tables = openTableClient(wire, tablePrefix);
    const probed = await Promise.race([
      probeStore(wire, tables, tablePrefix),
      server.process.exited.then((exit): never => {
        throw new HarnessError('store-died', describeExit(server.process.name, exit));
      }),
    ]);
    return {
      info: { kind, engine, version, ...probed, notes },
      connection,
      tables,
      pid: server.process.pid,
      died: unexpectedEnd(server.process),
      async stop() {
        wire.close();
        // It lives in memory: there is nothing to save, so no reason to wait.
        await server.process.stop({ graceMs: 0 });
      },
    };
  } catch (error) {
    wire.close();
    await server.process.stop({ graceMs: 0 });
    throw error;
  }
}

function unexpectedEnd({ exited, name }: ManagedProcess): Promise<StoreDied> {
  return new Promise((resolve) => {
    exited.then((exit: ProcessExit) => {
      if (!exit.expected) resolve({ message: describeExit(name, exit), exit });
    });
  });
}
