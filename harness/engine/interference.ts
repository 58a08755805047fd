/** What was noticed of items that change while somebody else works with them. Nobody knows whose doing it was. */
export type Interference = {
  /** @param what which item it was, whose, and what became of it */
  readonly note: (item: object, what: string) => void;
  /** How often it was noticed of an item. */
  readonly noticed: (item: object) => number;
  /** Does what puts an item back. */
  readonly repair: (item: object, putBack: () => Promise<void>) => Promise<void>;
  /** Whether an item is being put back: who reads it meanwhile may still be given what was there before. */
  readonly isUnderRepair: (item: object) => boolean;
  /** One sentence for all of it, if there was any. It makes a run red: no verdict can be relied on. */
  readonly complaints: () => readonly string[];
};

export function createInterference(): Interference {
  let first: string | undefined;
  let count = 0;
  const times = new WeakMap<object, number>();
  const repairs = new Map<object, number>();
  const underRepair = (item: object): number => repairs.get(item) ?? 0;
  return {
    note: (item, what) => {
      first ??= what;
      count++;
      times.set(item, (times.get(item) ?? 0) + 1);
    },
    noticed: (item) => times.get(item) ?? 0,
    repair: async (item, putBack) => {
      repairs.set(item, underRepair(item) + 1);
      try {
        await putBack();
      } finally {
        if (underRepair(item) === 1) repairs.delete(item);
        else repairs.set(item, underRepair(item) - 1);
      }
    },
    isUnderRepair: (item) => underRepair(item) > 0,
    complaints: () =>
      first === undefined
        ? []
        : [
            `${first}${count === 1 ? '' : `, and ${count - 1} more like that`}: some writer changes items that it was not asked for, or writes after it has answered; give it "isolate: true", or run the implementations one at a time to find it`,
          ],
  };
}
