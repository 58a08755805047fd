import { didYouMeanLonger, didYouMeanThese, suggest } from './suggest.ts';

/** Words of other schema languages, and of programming languages, for words of this one. */
const synonyms: ReadonlyMap<string, readonly string[]> = new Map([
  ['kind', ['type']],
  ['oneof', ['union', 'variants']],
  ['anyof', ['union', 'variants']],
  ['kinds', ['variants']],
  ['options', ['variants', 'enum']],
  ['values', ['enum']],
  ['global', ['gsi']],
  ['local', ['lsi']],
  ['properties', ['members']],
  ['fields', ['members', 'attributes']],
  ['text', ['string']],
  ['str', ['string']],
  ['int', ['integer']],
  ['long', ['integer']],
  ['number', ['integer', 'decimal']],
  ['float', ['decimal']],
  ['double', ['decimal']],
  ['bool', ['boolean']],
  ['bytes', ['binary']],
  ['datetime', ['timestamp']],
  ['date', ['timestamp']],
  ['time', ['timestamp']],
  ['array', ['list']],
  ['object', ['map']],
  ['struct', ['map']],
  ['dict', ['map']],
  ['set', ['string_set', 'number_set', 'binary_set']],
  ['attribute', ['name']],
  ['pk', ['partition_key']],
  ['sk', ['sort_key']],
]);

/** The words of the language that somebody most likely meant who wrote another one: a misspelt one, or what others call it. */
export function wordsMeant(name: string, candidates: readonly string[]): readonly string[] {
  const best = suggest(name, candidates);
  if (best !== undefined) return [best];
  return (synonyms.get(name.toLowerCase()) ?? []).filter((each) => candidates.includes(each));
}

/** The same as `didYouMean`, for a word of the language. */
export function didYouMeanWord(name: string, candidates: readonly string[]): string {
  const meant = wordsMeant(name, candidates);
  return meant.length === 0 ? didYouMeanLonger(name, candidates) : didYouMeanThese(meant);
}
