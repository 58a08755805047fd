import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** What is wrong with a part of a command that names a file, and what else to do about it than to build the file. */
export type FileProblem = { readonly problem: string; readonly advice: string };

/**
 * The first part of a command with a `/` in it that cannot be used: a program that cannot be started, or an argument that
 * is no file.
 */
export function findUnusable(directory: string, [program = '', ...args]: readonly string[]): FileProblem | undefined {
  if (program.includes('/')) {
    const problem = whyNotStarted(resolve(directory, program), program);
    if (problem !== undefined) return problem;
  }
  const missing = args.find(
    (part) => part.includes('/') && !part.startsWith('-') && !existsSync(resolve(directory, part)),
  );
  if (missing === undefined) return undefined;
  return {
    problem: `there is no ${missing}`,
    advice: `an argument with a "/" is a path here; one that is none can be given as --name=value, or in "environment"`,
  };
}

function whyNotStarted(path: string, program: string): FileProblem | undefined {
  const notThere = { problem: `there is no ${program}`, advice: 'check "command" in the configuration' };
  if (!existsSync(path)) return notThere;
  if (!statSync(path).isFile()) return { ...notThere, problem: `${program} is no file` };
  try {
    accessSync(path, constants.X_OK);
    return undefined;
  } catch {
    return { problem: `${program} is not executable`, advice: `run: chmod +x ${program}` };
  }
}
