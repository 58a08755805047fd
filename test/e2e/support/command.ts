import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { packagePath } from '../../../harness/stores/package-root.ts';

/** How a command ended, and what it said. */
export type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

export type CommandOptions = {
  readonly directory?: string;
  /** Added to the environment; `undefined` takes a variable out of it. */
  readonly environment?: { readonly [name: string]: string | undefined };
  readonly input?: string | Uint8Array;
};

/** The command of this checkout, as `package.json` names it. */
export const binary = packagePath('harness', 'bin', 'itemproof.mjs');

/** Runs the command line in a process of its own. */
export function itemproof(args: readonly string[], options: CommandOptions = {}): Promise<Ended> {
  return command(process.execPath, [binary, ...args], options);
}

/** Runs any command to its end. */
export async function command(program: string, args: readonly string[], options: CommandOptions = {}): Promise<Ended> {
  const child = spawn(program, args, {
    cwd: options.directory ?? packagePath(),
    env: environmentWith(options.environment),
    stdio: 'pipe',
  });
  // Whoever fails early reads nothing.
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  const [[code, signal], stdout, stderr] = await Promise.all([
    once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>,
    buffer(child.stdout),
    buffer(child.stderr),
  ]);
  return { code, signal, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') };
}

/** This process' environment, without what its own runner put there for a terminal. */
export function environmentWith(changes: CommandOptions['environment'] = {}): NodeJS.ProcessEnv {
  return { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, ...changes };
}
