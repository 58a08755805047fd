import type { ComponentTexts } from '../key/build.ts';
import type { Attribute } from '../model/model.ts';
import { Violation } from '../scalar/violation.ts';
import type { Found } from './members.ts';

/**
 * Compiles the check that attributes which are part of the primary key have the values that the key has. Members of maps
 * are not among them: a key with one of them is built again and compared as a whole.
 *
 * @param parsed the names of the texts that the key tells
 */
export function compileKeyAttributes(
  attributes: readonly Attribute[],
  parsed: readonly string[],
  placeOf: (name: string) => number,
): (texts: ComponentTexts, read: Found) => Violation | undefined {
  const plain = attributes.map(({ name, at }) => ({ name, slot: parsed.indexOf(name), place: placeOf(name), at }));
  return (texts, read) => {
    for (const { name, slot, place, at } of plain) {
      const text = texts[slot];
      const found = read[place];
      if (text === undefined || found === text) continue;
      return new Violation('key-mismatch', found, `"${text}", as in the primary key`).within(name, at);
    }
    return undefined;
  };
}
