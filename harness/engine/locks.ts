/** Does one thing after the other for each name, in the order in which they are asked for. */
export type Locks = <Value>(name: string, work: () => Promise<Value>) => Promise<Value>;

export function createLocks(): Locks {
  const last = new Map<string, Promise<void>>();
  return async (name, work) => {
    const before = last.get(name);
    let release = (): void => {};
    const done = new Promise<void>((resolve) => {
      release = resolve;
    });
    last.set(name, done);
    await before;
    try {
      return await work();
    } finally {
      release();
      if (last.get(name) === done) last.delete(name);
    }
  };
}
