import { componentNames } from '../model/key-pattern.ts';
import type { KeyPart, KeyToken } from '../model/model.ts';
import { isPartition, type Keyed } from './keyed.ts';

/** The sort key of a record type, if it is text: only of text is there a beginning to ask for. */
export function sortPart(entry: Keyed): KeyPart | undefined {
  const part = entry.parts.find((each) => !isPartition(each));
  return part?.attribute.type === 'S' ? part : undefined;
}

/**
 * What asks for all items of a record type in one partition: everything before the first component that the partition
 * key leaves open. `undefined` where that is nothing, or all there is.
 */
export function typePrefix(entry: Keyed): readonly KeyToken[] | undefined {
  const tokens = sortPart(entry)?.pattern.tokens ?? [];
  const known = knownComponents(entry);
  const end = tokens.findIndex((token) => token.kind === 'component' && !known.has(token.name));
  const prefix = tokens.slice(0, Math.max(end, 0));
  return prefix.at(-1)?.kind === 'literal' ? prefix : undefined;
}

/** What asks for one item together with everything below it: its whole sort key, if it ends in an open component. */
export function itemPrefix(entry: Keyed): readonly KeyToken[] | undefined {
  const tokens = sortPart(entry)?.pattern.tokens ?? [];
  const last = tokens.at(-1);
  return last?.kind === 'component' && !knownComponents(entry).has(last.name) ? tokens : undefined;
}

function knownComponents(entry: Keyed): ReadonlySet<string> {
  return new Set(entry.parts.filter(isPartition).flatMap((part) => componentNames(part.pattern)));
}

/** Whether the sort key of `below` is that of `above`, and goes on with a literal. */
export function continues(above: readonly KeyToken[], below: readonly KeyToken[]): boolean {
  return (
    below.length > above.length &&
    above.every((token, index) => {
      const other = below[index];
      return token.kind === 'literal'
        ? other?.kind === 'literal' && other.text === token.text
        : other?.kind === 'component' && other.name === token.name;
    })
  );
}

/**
 * The start that a query asks for, in the words of a record type: a query may call a component by the name of its own
 * parameter. Text alone means itself, also where the sort key has a component. `undefined` where the sort key of the record
 * type is another one.
 */
export function inWordsOf(entry: Keyed, tokens: readonly KeyToken[]): readonly KeyToken[] | undefined {
  if (tokens.every(({ kind }) => kind === 'literal')) return tokens;
  const own = sortPart(entry)?.pattern.tokens ?? [];
  const words = tokens.map((token, index) => {
    const other = own[index];
    return token.kind === 'component' && other?.kind === 'component' ? other : token;
  });
  return words.some((token, index) => token.kind !== own[index]?.kind) ? undefined : words;
}
