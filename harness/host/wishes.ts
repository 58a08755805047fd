/** What the environment of a process wishes: a variable that is empty, `0` or `false` is one that is not set. */
function isSet(environment: NodeJS.ProcessEnv, name: string): boolean {
  return !['', '0', 'false'].includes(environment[name] ?? '');
}

/** Whether nobody sits in front of it, and what is missing has to be noticed: `CI`, as every service sets it. */
export function inCi(environment: NodeJS.ProcessEnv): boolean {
  return isSet(environment, 'CI');
}

/** https://no-color.org: set and not empty means no colour. FORCE_COLOR is the opposite wish. */
export function wantsColour(environment: NodeJS.ProcessEnv, terminal: boolean): boolean {
  if ((environment['NO_COLOR'] ?? '') !== '') return false;
  if (isSet(environment, 'FORCE_COLOR')) return true;
  return movesCursor(environment, terminal);
}

/** Whether a person sees a line change: on a terminal that can take one back, and not in CI, which keeps every one of them. */
export function hasWatcher(environment: NodeJS.ProcessEnv, terminal: boolean): boolean {
  return movesCursor(environment, terminal) && !inCi(environment);
}

/** Whether a line that was written can be taken back: on a terminal that is not a dumb one. */
export function movesCursor(environment: NodeJS.ProcessEnv, terminal: boolean): boolean {
  return terminal && environment['TERM'] !== 'dumb';
}
