/** What was noticed of items that change while somebody else works with them. Nobody knows whose doing it was. */
export type Interference = {
  /** @param what which item it was, whose, and what became of it */
  readonly note: (item: object, what: string) => void;
  /** How often it was noticed of an item. */
  readonly noticed: (item: object) => number;
  /** One sentence for all of it, if there was any. It makes a run red: no verdict can be relied on. */
  readonly complaints: () => readonly string[];
};

export function createInterference(): Interference {
  let first: string | undefined;
  let count = 0;
  const times = new WeakMap<object, number>();
  return {
    note: (item, what) => {
      first ??= what;
      count++;
      times.set(item, (times.get(item) ?? 0) + 1);
    },
    noticed: (item) => times.get(item) ?? 0,
    complaints: () =>
      first === undefined
        ? []
        : [
            `${first}${count === 1 ? '' : `, and ${count - 1} more like that`}: some writer changes items that it was not asked for, or writes after it has answered; give it "isolate: true", or run the implementations one at a time to find it`,
          ],
  };
}
