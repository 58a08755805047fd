import { isObject, type Json } from '../../src/value/json.ts';
import type { Fault } from './fault.ts';
import { readingRecords } from './support/decorate.ts';
import { mapMembers } from './support/walk.ts';

export const familyValuesExchanged: Fault = {
  id: 'family-values-exchanged',
  summary: 'Values of two members of a family change places.',
  hazard: 'family-name-parse',
  seenIn: 'Names and values in two lists that are sorted apart, and zip() of them.',
  killedBy: 'item-decode',

  apply: (codec) =>
    readingRecords(codec, (record, { families }) =>
      mapMembers(record, (value, name): Json => {
        if (!isObject(value) || !families.some((each) => each.name === name)) return value;
        const members = Object.entries(value);
        return Object.fromEntries(
          members.map(([member], index) => [member, members.at(index - 1)?.[1] ?? null] as const),
        ) as Json;
      }),
    ),
};
