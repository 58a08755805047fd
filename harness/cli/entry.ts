import { writeSync } from 'node:fs';
import { reasonOf } from '../host/file-errors.ts';
import type { HarnessCode } from '../host/harness-codes.ts';
import { nodeHost } from '../host/node-host.ts';
import { optimiseLater } from '../host/optimise-later.ts';
import { killAll } from '../process/child-registry.ts';
import { main } from './main.ts';

const outputUnwritable: HarnessCode = 'output-unwritable';

/** What a shell reports of a process that ended by a signal: 128 and the signal's number. */
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Runs the command line of this process: the only place that ends it. */
export async function runProcess(): Promise<void> {
  optimiseLater();
  process.on('exit', killAll);
  for (const [signal, code] of Object.entries(signals)) process.on(signal, () => process.exit(code));
  // That its reader has gone is for the host to know; any other trouble with standard output is the environment's.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    writeSync(
      process.stderr.fd,
      `itemproof: standard output cannot be written: ${reasonOf(error)} [${outputUnwritable}]\n`,
    );
    process.exit(3);
  });
  // The YAML parser asks the environment at each of its tokens whether to print them on standard output. It never should,
  // and the environment of the process itself takes fifteen times as long to answer as a copy.
  const { LOG_TOKENS, LOG_STREAM, ...environment } = process.env;
  process.env = environment;
  // The SDK announces on standard error which Node versions it will drop; that is not about the user's run.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  process.exitCode = await main(nodeHost(), process.argv.slice(2));
}
