/** How a child process ended. */
export type ProcessExit = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** False when nobody had asked it to end. */
  readonly expected: boolean;
  /** The end of what it wrote to stderr. */
  readonly stderrTail: string;
};

/** Whether the command was not there, or could not be executed: what sh answers then. */
export function commandNotFound({ code }: Pick<ProcessExit, 'code'>): boolean {
  return code === 126 || code === 127;
}

/** "x ended with exit code 3", followed by what it said. */
export function describeExit(name: string, exit: ProcessExit): string {
  const said = exit.stderrTail === '' ? ' It wrote nothing to stderr.' : ` It wrote to stderr:\n${exit.stderrTail}`;
  return `${name} ${howItEnded(exit)}.${said}`;
}

function howItEnded(exit: ProcessExit): string {
  if (exit.signal !== null) return `was ended by ${exit.signal}`;
  const code = `exit code ${exit.code}`;
  return commandNotFound(exit) ? `could not be started: there is no such program (${code})` : `ended with ${code}`;
}
