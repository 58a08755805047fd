import type { Codec } from '../../item/codec.ts';
import { maximumKeyBytes } from '../../key/limits.ts';
import type { RecordType, StringType } from '../../model/model.ts';
import { lengthsOf, textOfLength } from '../../regex/explore.ts';
import { stringCheck } from '../../scalar/string-check.ts';
import type { JsonObject } from '../../value/json.ts';
import type { RecordDraft } from '../draft.ts';
import { subjectOf } from '../draft.ts';
import type { KeyBase } from './base-record.ts';
import { keyComponents, withComponent } from './components.ts';

/** Records whose keys are as long as they can be: with one component at its longest, and with as many as possible. */
export function longestDrafts(
  codec: Codec,
  recordType: RecordType,
  { record: base, indexes }: KeyBase,
): readonly RecordDraft[] {
  const fits = (record: JsonObject): boolean => codec.buildKeys(recordType.name, record).ok;
  let all: JsonObject = base;
  const alone: RecordDraft[] = [];
  for (const { name, type } of keyComponents(recordType, indexes)) {
    if (type.kind !== 'string' || type.enum !== null) continue;
    const longest = longestText(type, (text) => fits(withComponent(recordType, base, name, text)));
    if (longest === undefined) continue;
    const { text, full } = longest;
    alone.push({
      slug: full ? `keys-${name}-fills-key` : `keys-${name}-longest`,
      description: full ? `${name}: as long as its keys can hold it` : `${name}: the longest value`,
      scenario: full ? 'filled-key' : 'longest-text',
      subject: subjectOf(...name.split('.')),
      hazards: [full ? 'key-length-bytes' : 'str-length-unit'],
      record: withComponent(recordType, base, name, text),
    });
    const more = withComponent(recordType, all, name, text);
    if (fits(more)) all = more;
  }
  if (alone.length < 2) return alone;
  const description = 'as many components as possible at their longest';
  const hazards = ['key-length-bytes'];
  return [...alone, { slug: 'keys-longest', description, scenario: 'filled-key', subject: '', hazards, record: all }];
}

/**
 * The longest text of a type that is let through, and whether a longer one would be a value too. Where one is let through,
 * shorter ones are.
 */
function longestText(
  { pattern, minLength, maxLength, ...type }: StringType,
  fits: (text: string) => boolean,
): { readonly text: string; readonly full: boolean } | undefined {
  const check = stringCheck({ pattern, minLength, maxLength, ...type });
  const most = Math.min(maxLength ?? maximumKeyBytes.partition, maximumKeyBytes.partition);
  const lengths =
    pattern === null ? Array.from({ length: most + 1 }, (_, length) => length) : lengthsOf(pattern.automaton, most);
  const possible = lengths.filter((length) => length >= Math.max(minLength, 1));
  const textOf = (length: number): string =>
    (pattern === null ? 'x'.repeat(length) : textOfLength(pattern.automaton, length)) ?? '';
  let [low, high] = [0, possible.length - 1];
  let longest: string | undefined;
  while (low <= high) {
    // The longest of all fits most often, so it is tried first.
    const middle = longest === undefined && high === possible.length - 1 ? high : Math.ceil((low + high) / 2);
    const text = textOf(possible[middle] ?? 0);
    if (check(text) === undefined && fits(text)) {
      longest = text;
      low = middle + 1;
    } else high = middle - 1;
  }
  return longest === undefined ? undefined : { text: longest, full: low < possible.length };
}
