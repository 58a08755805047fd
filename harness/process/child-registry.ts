/** Kills one child process with everything it started, synchronously and without failing. */
type Kill = () => void;

const live = new Set<Kill>();

/** Adds a child; the answer takes it out again, once it is known to be gone. */
export function registerChild(kill: Kill): () => void {
  live.add(kill);
  return () => live.delete(kill);
}

/**
 * Kills every child still alive. Synchronous, so that it may be called from an `exit` or a signal handler, where nothing
 * that waits would ever be resumed.
 */
export function killAll(): void {
  for (const kill of live) kill();
  live.clear();
}

export function liveChildren(): number {
  return live.size;
}
