import { type ProcessCommand, startProcess } from './managed-process.ts';
import type { ProcessExit } from './process-exit.ts';
import { TextTail } from './text-tail.ts';

export type FinishedProcess = ProcessExit & { readonly stdoutTail: string; readonly timedOut: boolean };

/** Runs a command that ends by itself, and kills it when it does not in time. */
export async function runToEnd(command: Omit<ProcessCommand, 'stdin'>, deadlineMs: number): Promise<FinishedProcess> {
  const running = await startProcess({ ...command, stdin: 'ignore' });
  const stdout = new TextTail().follow(running.stdout);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    void running.stop();
  }, deadlineMs);
  const exit = await running.exited;
  clearTimeout(timer);
  return { ...exit, stdoutTail: stdout.text(), timedOut };
}
