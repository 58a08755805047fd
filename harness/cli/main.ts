import { type Command, CommanderError } from 'commander';
import { printableLines } from '../../src/report/printable.ts';
import { HarnessError } from '../host/harness-error.ts';
import type { Host } from '../host/host.ts';
import { type ExitCode, InputError, UsageError } from './outcome.ts';
import { createProgram } from './program.ts';

/** Runs a command line. Whatever happens, the answer is an exit code and a message says why. */
export async function main(host: Host, args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0;
  try {
    const program = createProgram(host, (result) => {
      code = result;
    });
    refuseEmpty(program, args);
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return explain(host, error);
  }
}

/** No argument may be empty; one that is comes from a variable that is not set, and as a path it would mean this folder. */
function refuseEmpty(program: Command, args: readonly string[]): void {
  for (const [index, argument] of args.entries()) {
    const before = args[index - 1];
    const named =
      argument === '' ? (before?.startsWith('--') === true ? before : undefined) : /^(--[a-z-]+)=$/.exec(argument)?.[1];
    if (argument !== '' && named === undefined) continue;
    const otherwise = named !== undefined && isMandatory(program, args, named) ? '' : ', or leave it out';
    throw new UsageError(`${named ?? `argument ${index + 1}`} is empty; say what it is${otherwise}`);
  }
}

/** Whether the command that a command line names cannot do without an option. */
function isMandatory(program: Command, args: readonly string[], option: string): boolean {
  let command = program;
  for (const name of args) command = command.commands.find((each) => each.name() === name) ?? command;
  return command.options.some((each) => each.long === option && each.mandatory);
}

function explain(host: Host, error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    host.note(`itemproof: ${error.message}\n`);
    return 2;
  }
  if (error instanceof InputError) {
    host.note(`${error.render()}\n`);
    return 2;
  }
  if (error instanceof HarnessError) {
    host.note(
      `itemproof: ${printableLines(error.message).join('\n')} [${error.code}]\n${error.hint === undefined ? '' : `  help: ${error.hint}\n`}`,
    );
    // A file that was named and cannot be read is the user's to change, like one that is not there.
    return error.code === 'file-unreadable' ? 2 : 3;
  }
  host.note(
    `itemproof: a mistake of ours: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return 3;
}
