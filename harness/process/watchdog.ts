/**
 * A killed parent (SIGKILL, out of memory) can run no handler, so its children need someone else to end them. The shell
 * below leaves a second shell behind that reads from a pipe of which only the parent holds the other end, and then becomes
 * the command itself. When the parent is gone, for whatever reason, the read ends and the whole process group is killed.
 *
 * - `exec` keeps pid, exit code, signals and streams those of the command: nothing sits between the parent and the child.
 * - The second shell is not a child of the command (it is started twice removed), so a command that waits for its children
 *   never sees it; it holds none of its streams, so they close when the command ends.
 * - It ignores the signals with which the command is asked to end, so it still works while the command hesitates.
 * - As a member of the group it keeps the group's number from being given to anybody else.
 *
 * It costs about a millisecond, and needs only POSIX sh. A command that leaves its process group escapes it.
 */
const script = `
( ( trap "" TERM INT HUP QUIT; read -r _ <&3; kill -KILL 0 ) </dev/null >/dev/null 2>&1 & )
exec 3<&-
exec "$@"
`;

/** The file descriptor on which the script expects the pipe. */
export const watchdogDescriptor = 3;

/** Windows has neither process groups nor sh: children are started plainly there. */
export const watchdogAvailable = process.platform !== 'win32';

export function underWatchdog(command: string, args: readonly string[]): { file: string; args: string[] } {
  return { file: '/bin/sh', args: ['-c', script, 'itemproof-watchdog', command, ...args] };
}
