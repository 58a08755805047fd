import { delimiter, join } from 'node:path';
import { HarnessError } from '../host/harness-error.ts';
import { announcement } from '../process/announcement.ts';
import { startProcess } from '../process/managed-process.ts';
import { dynamoDbLocalVersion, isDynamoDbLocalInstalled } from './dynamodb-local/install.ts';
import { localJavaTools, toolMissing } from './dynamodb-local/java-tools.ts';
import { openStore } from './open-store.ts';
import { serverEnvironment } from './server-environment.ts';
import type { RunningStore, StoreOptions } from './store.ts';

export type DynamoDbLocalOptions = StoreOptions & {
  /** Where `installDynamoDbLocal` put it. */
  readonly directory: string;
  readonly java?: string;
};

// A run lasts seconds: starting soon is worth more than the last optimisation. It takes a third off the start.
const jvmFlags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];
// One database for all regions and credentials, as the other stores have it.
const serverFlags = ['-inMemory', '-sharedDb', '-disableTelemetry'];

export async function startDynamoDbLocal(options: DynamoDbLocalOptions): Promise<RunningStore> {
  const { tablePrefix, directory, startDeadlineMs = 60_000, java = localJavaTools().java } = options;
  if (!(await isDynamoDbLocalInstalled(directory))) {
    throw new HarnessError(
      'store-not-installed',
      `DynamoDB Local ${dynamoDbLocalVersion} is not installed in ${directory}`,
      {
        hint: 'Install it first; it needs a JDK, Maven and the network once.',
      },
    );
  }
  const lib = join(directory, 'lib');
  const classPath = [join(directory, 'classes'), join(lib, '*')].join(delimiter);
  const server = await startProcess({
    name: `DynamoDB Local ${dynamoDbLocalVersion}`,
    command: java,
    args: [...jvmFlags, `-Djava.library.path=${lib}`, '-cp', classPath, 'LoopbackServer', ...serverFlags],
    env: serverEnvironment(),
    stdin: 'ignore',
  });
  try {
    const [, port] = await announcement(server, 'stdout', /^port=(\d+)$/m, startDeadlineMs);
    return await openStore(
      {
        kind: 'dynamodb-local',
        engine: 'dynamodb-local',
        version: dynamoDbLocalVersion,
        notes: [],
        process: server,
        port: Number(port),
      },
      tablePrefix,
    );
  } catch (error) {
    await server.stop({ graceMs: 0 });
    if (error instanceof HarnessError && error.code === 'command-not-found')
      throw toolMissing(`Java was not found (${java})`);
    throw error;
  }
}
