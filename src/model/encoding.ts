import { didYouMean } from '../diagnostics/suggest.ts';
import type { ComponentToken, Encoding, HashName, TimeUnit } from './model.ts';

/** What a timestamp can be cut to, as a schema writes it. */
export const timeUnits = [
  'date',
  'month',
  'year',
  'hour',
  'iso-seconds',
  'iso-milliseconds',
  'iso-microseconds',
  'epoch-seconds',
  'epoch-milliseconds',
] as const satisfies readonly TimeUnit[];

/** The names of encodings as a schema writes them. */
const encodingNames = [
  '02',
  'lower',
  'upper',
  'trim',
  'strip(-)',
  'percent',
  ...timeUnits,
  'shard(crc32,16)',
  'sha256',
  'or(-)',
];

/** What `trim` takes away at both ends: spaces, tabs and ends of lines of ASCII alone, because languages trim others differently. */
export const trimmedCharacters = ' \t\n\r';

const hashes: ReadonlySet<string> = new Set<HashName>(['crc32', 'fnv1a32', 'sha256']);

export type EncodingProblem = { readonly message: string; readonly help: string };

/**
 * Reads the encodings of one component, as they stand after its name.
 *
 * @param literals the literal text of the whole pattern, whose characters `percent` protects
 */
export function encodingsFrom(texts: readonly string[], literals: string): readonly Encoding[] | EncodingProblem {
  const encodings: Encoding[] = [];
  for (const text of texts) {
    const encoding = encodingFrom(text, literals);
    if ('message' in encoding) return encoding;
    if (encodings.some((each) => each.kind === 'or'))
      return { message: '"or" stands for a value that is not there', help: 'write it last' };
    encodings.push(encoding);
  }
  return encodings;
}

function encodingFrom(text: string, literals: string): Encoding | EncodingProblem {
  const pad = /^0([1-9][0-9]?)$/.exec(text);
  if (pad !== null) {
    const width = Number(pad[1]);
    return width <= 38
      ? { kind: 'pad', width }
      : { message: `"${text}" pads to more than 38 digits`, help: 'a number has at most 38' };
  }
  if (text === 'lower' || text === 'upper' || text === 'trim' || text === 'sha256') return { kind: text };
  // Printable ASCII but letters, digits and what a pattern itself is written with.
  const strip = /^strip\(([ !-'*-/;-@[-`|~]+)\)$/.exec(text);
  if (strip !== null) return { kind: 'strip', characters: [...new Set(strip[1])].sort().join('') };
  if (text.startsWith('strip('))
    return {
      message: `"${text}" names no characters that can be left out`,
      help: 'write "strip(-)": ASCII, and no letters, digits, parentheses, braces or colons',
    };
  if (text === 'percent') {
    return { kind: 'percent', characters: [...new Set(`#/|${literals}`)].sort().join('') };
  }
  const unit = timeUnits.find((each) => each === text);
  if (unit !== undefined) return { kind: 'time', format: unit };
  const shard = /^shard\(([a-z0-9]+), ?([1-9][0-9]{0,5})\)$/.exec(text);
  if (shard !== null) {
    const [, hash = '', count = ''] = shard;
    return hashes.has(hash)
      ? { kind: 'shard', hash: hash as HashName, count: Number(count) }
      : { message: `there is no hash "${hash}"`, help: didYouMean(hash, [...hashes]) };
  }
  if (/^shard\([^,()]+, ?[0-9]+\)$/.test(text))
    return {
      message: `"${text}" has no number of shards from 1 to 999999`,
      help: 'write "shard(crc32,16)", for 16 of them',
    };
  const otherwise = /^or\(([^()]+)\)$/.exec(text);
  if (otherwise !== null) return { kind: 'or', text: otherwise[1] ?? '' };
  return { message: `there is no encoding "${text}"`, help: didYouMean(text, encodingNames, encodingNames.length) };
}

/** Whether a component has a text for a value that is absent, so that a key can do without the value. */
export function isOptional({ encodings }: ComponentToken): boolean {
  return encodings.at(-1)?.kind === 'or';
}

/** Whether a value can be had back from its text in a key. */
export function isInvertible(encoding: Encoding): boolean {
  return encoding.kind === 'pad' || encoding.kind === 'percent' || encoding.kind === 'or';
}

/** Characters that encodings take away. Those that `trim` removes at the ends are all that is left of a text of nothing else. */
export function removedCharacters(encodings: readonly Encoding[]): string {
  return encodings
    .map((each) => (each.kind === 'strip' ? each.characters : each.kind === 'trim' ? trimmedCharacters : ''))
    .join('');
}
