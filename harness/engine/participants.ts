import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import type { Config, ImplementationConfig } from '../../src/config/config.ts';
import type { HelloRequest } from '../../src/protocol/messages.ts';
import type { Driver } from '../drivers/driver.ts';
import { type AdapterFailure, startAdapter } from '../drivers/process-driver.ts';
import { HarnessError } from '../host/harness-error.ts';
import { findUnusable } from './command-files.ts';

/** What became of an implementation at the start: it answers, its toolchain is not here, or it failed. */
export type Started =
  | { readonly kind: 'ready'; readonly config: ImplementationConfig; readonly driver: Driver }
  | {
      readonly kind: 'absent';
      readonly config: ImplementationConfig;
      readonly reason: string;
      readonly install: string;
    }
  | {
      readonly kind: 'failed';
      readonly config: ImplementationConfig;
      readonly problem: string;
      readonly stderr: string;
    };

export type StartContext = {
  readonly config: Config;
  /** The folder of the configuration; commands run there. */
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  /** What an implementation is greeted with. */
  readonly helloFor: (implementation: string) => Promise<HelloRequest>;
};

/** The start of a program may include loading a virtual machine and an SDK. */
const startDeadline = 60_000;

/** Starts the adapters of the chosen implementations, all at once. */
export async function startAll(
  context: StartContext,
  chosen: readonly ImplementationConfig[],
): Promise<readonly Started[]> {
  const started = await Promise.allSettled(chosen.map((config) => start(context, config)));
  const failure = started.find((each) => each.status === 'rejected');
  if (failure === undefined) return started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  await Promise.all(
    started.map((each) =>
      each.status === 'fulfilled' && each.value.kind === 'ready' ? each.value.driver.close() : null,
    ),
  );
  throw failure.reason;
}

async function start(context: StartContext, config: ImplementationConfig): Promise<Started> {
  const missing = config.needs.find(({ program }) => !isOnPath(program, context.environment));
  if (missing !== undefined) {
    return { kind: 'absent', config, reason: `${missing.program} is not installed`, install: missing.install };
  }
  requireFiles(context, config);
  const hello = context.helloFor(config.name);
  // Its failure is that of the input or the store, which whoever starts all sees itself.
  hello.catch(() => {});
  const driver = await startAdapter({
    name: config.name,
    command: commandOf(context, config),
    directory: context.directory,
    environment: { ...context.environment, ...config.environment },
    deadline: config.deadline,
    startDeadline: Math.max(startDeadline, config.deadline),
    hello,
  });
  if ('failure' in driver) return { kind: 'failed', config, problem: describe(driver), stderr: driver.stderr };
  const { schema_digest: digest } = driver.hello;
  const { schema } = await hello;
  if (digest === undefined || digest === schema.digest) return { kind: 'ready', config, driver };
  await driver.close();
  return {
    kind: 'failed',
    config,
    problem: `was made from another schema: ${digest}, and this run is about ${schema.digest}`,
    stderr: '',
  };
}

/** A program with a path is one of the user's own, relative to the configuration; a bare name is looked up by the system. */
function commandOf({ directory }: StartContext, config: ImplementationConfig): readonly string[] {
  const [program = '', ...args] = config.command;
  return [program.includes('/') ? resolve(directory, program) : program, ...args];
}

/** Says what to build, before the system says that something does not exist. */
function requireFiles(context: StartContext, config: ImplementationConfig): void {
  const { directory, environment } = context;
  const { file } = context.config;
  const [program = ''] = config.command;
  if (!program.includes('/') && !isOnPath(program, { ...environment, ...config.environment })) {
    throw new HarnessError(
      'toolchain-missing',
      `${config.name} cannot start: there is no program ${program} on the PATH (${file}:${config.at.line})`,
      {
        hint: `${whatToInstall(context, config, program)}; with ${program} under "needs" a run without it says so and goes on`,
      },
    );
  }
  const unusable = findUnusable(directory, config.command);
  if (unusable === undefined) return;
  const { problem, advice } = unusable;
  throw new HarnessError('not-built', `${config.name} cannot start: ${problem} (${file}:${config.at.line})`, {
    hint: config.build === '' ? advice : `run: ${config.build}; or: ${advice}`,
  });
}

/** What is known about getting a program: the configuration says it of others, or of its own build. */
function whatToInstall({ config }: StartContext, { build }: ImplementationConfig, program: string): string {
  const told = config.implementations.flatMap((each) => each.needs).find((need) => need.program === program);
  if (told !== undefined) return told.install;
  return build === '' ? `install ${program}, or correct "command"` : `install ${program}, or run: ${build}`;
}

/** Whether a program can be found, as a shell would find it. */
export function isOnPath(program: string, environment: NodeJS.ProcessEnv): boolean {
  return (environment['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return statSync(join(folder, program)).isFile();
    } catch {
      return false;
    }
  });
}

function describe({ failure }: AdapterFailure): string {
  switch (failure.kind) {
    case 'error':
      return `refused "hello": ${failure.message}`;
    case 'unsupported':
      return `refused "hello": ${failure.reason}`;
    case 'protocol-violation':
      // What a program prints while it starts is the usual reason.
      return `${failure.kind} at the start: ${failure.detail}${failure.detail.startsWith('no JSON') ? '; standard output belongs to the protocol, so print to standard error' : ''}`;
    default:
      return `${failure.kind} at the start: ${failure.detail}`;
  }
}
