import { isObject } from '../../src/value/json.ts';
import type { Fault } from './fault.ts';
import { recordTypeOf } from './support/decorate.ts';

export const keyParseSurplus: Fault = {
  id: 'key-parse-surplus',
  summary: 'A parser picks its attributes out of whatever it is given.',
  hazard: 'key-part-surplus',
  seenIn: 'Parsers of one text each, which are called with key["PK"] and key["SK"].',
  killedBy: 'key-parse-refusal',
  apply: (codec) => ({
    ...codec,
    parseKey: (name, index, key) => {
      const recordKey = recordTypeOf(codec, name)?.keys.find((each) => each.index.name === index);
      if (recordKey === undefined || !isObject(key)) return codec.parseKey(name, index, key);
      const names = recordKey.parts.map(({ attribute }) => attribute.name);
      return codec.parseKey(name, index, Object.fromEntries(names.flatMap((each) => entryOf(key, each))));
    },
  }),
};

function entryOf(key: { readonly [name: string]: unknown }, name: string): readonly (readonly [string, unknown])[] {
  return Object.hasOwn(key, name) ? [[name, key[name]]] : [];
}
