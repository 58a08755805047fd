import type { AttributeValue, Item } from '../value/attribute-value.ts';
import { remember } from '../value/remember.ts';

/** The values of an item at the places of their names, so that nobody has to look for a name again. */
export type Placed<Note> = {
  /** By place; `undefined` for what the item lacks. */
  readonly values: readonly (AttributeValue | undefined)[];
  /** What has no place, in the order of the item. */
  readonly others: readonly Other<Note>[];
};

/** An attribute that has no place. */
export type Other<Note> = { readonly name: string; readonly note: Note; readonly value: AttributeValue };

type Entry<Note> = {
  readonly name: string | undefined;
  /** -1 for a name that has none. */
  readonly place: number;
  readonly note: Note;
  /** What followed this name the last time. A guess that saves a search, because most items of a type are alike. */
  next: Entry<Note>;
};

/**
 * Compiles the names that the attributes of an item, or the members of a map, may have. The place of a name is its index.
 *
 * @param noteOf what is known about a name without a place; its answers are kept
 */
export function compilePlaces<Note>(
  names: readonly string[],
  noteOf: (name: string) => Note,
): (item: Item) => Placed<Note> {
  const start: Entry<Note> = newEntry(undefined, -1, noteOf(''));
  const known = new Map(names.map((name, place) => [name, newEntry(name, place, start.note, start)]));
  const remembered = remember((name) => newEntry(name, -1, noteOf(name), start));
  const noValues = names.map(() => undefined);
  return (item) => {
    const values: (AttributeValue | undefined)[] = noValues.slice();
    let others: Other<Note>[] | undefined;
    let entry = start;
    // Of all loops over the attributes of an object, this one is by far the fastest; it needs to ask whose they are.
    for (const name in item) {
      if (!isOwn.call(item, name)) continue;
      let next = entry.next;
      if (next.name !== name) {
        next = known.get(name) ?? (remembered(name) as Entry<Note>);
        entry.next = next;
      }
      entry = next;
      const value = item[name] as AttributeValue;
      if (entry.place >= 0) values[entry.place] = value;
      else {
        others ??= [];
        others.push({ name, note: entry.note, value });
      }
    }
    return { values, others: others ?? none };
  };
}

const isOwn = Object.prototype.hasOwnProperty;
const none: readonly never[] = [];

/** @param next the entry itself where there is none yet */
function newEntry<Note>(name: string | undefined, place: number, note: Note, next?: Entry<Note>): Entry<Note> {
  const entry = { name, place, note } as Entry<Note>;
  entry.next = next ?? entry;
  return entry;
}
