import { compileParse, type ParseKey } from '../key/parse.ts';
import { componentTypes } from '../model/component-types.ts';
import type { KeyPart, Model, RecordType } from '../model/model.ts';
import { intersect, type Language, witness } from '../regex/language.ts';
import type { Implication } from './implication.ts';
import { languageOfKey } from './pattern-language.ts';

type Entry = { readonly recordType: RecordType; readonly parts: readonly KeyPart[] };

/**
 * Two record types that can build the same primary key overwrite each other's items. For each attribute of the key the
 * languages of both patterns are intersected; a text from the intersection is parsed by both patterns, and what they find
 * is fixed for the next attribute, because a component that occurs twice has one value.
 */
export function findKeyCollisions(model: Model): readonly Implication[] {
  const languages = new Map<KeyPart, Language>();
  const found: Implication[] = [];
  for (const table of model.tables) {
    const entries = model.recordTypes
      .filter((each) => each.table === table)
      .map(toEntry)
      .filter((each) => each !== undefined);
    for (const [index, left] of entries.entries()) {
      for (const right of entries.slice(index + 1)) {
        const key = sharedKey(left, right, languages);
        if (key === undefined) continue;
        found.push({
          code: 'key-collision',
          at: right.recordType.at,
          message: `"${left.recordType.name}" and "${right.recordType.name}" can both have the key ${JSON.stringify(key)}`,
          help: 'give one of them a literal that the other cannot have in its place',
        });
      }
    }
  }
  return found;
}

function toEntry(recordType: RecordType): Entry | undefined {
  const [primary] = recordType.keys;
  return primary === undefined ? undefined : { recordType, parts: primary.parts };
}

/** A key that both record types can build, by attribute, or `undefined`. */
function sharedKey(left: Entry, right: Entry, languages: Map<KeyPart, Language>): Texts | undefined {
  // Literals that differ from the first character decide most pairs without any automaton.
  if (left.parts.some((part, index) => startsApart(part, right.parts[index]))) return undefined;
  const places = left.parts.map((_, index) => index);
  // A component that stands in both keys must have one value, which the first key decides; so each is tried as the first.
  return solve(left, right, places, languages) ?? solve(left, right, places.toReversed(), languages);
}

type Texts = { readonly [attribute: string]: string };

function solve(
  left: Entry,
  right: Entry,
  places: readonly number[],
  languages: Map<KeyPart, Language>,
): Texts | undefined {
  const key: { [attribute: string]: string } = {};
  const [ofLeft, ofRight] = [new Map<string, string>(), new Map<string, string>()];
  for (const place of places) {
    const [leftPart, rightPart] = [left.parts[place], right.parts[place]];
    if (leftPart === undefined || rightPart === undefined) return undefined;
    const text = witness(
      intersect(languageFor(left, leftPart, ofLeft, languages), languageFor(right, rightPart, ofRight, languages)),
    );
    if (text === undefined) return undefined;
    key[leftPart.attribute.name] = text;
    if (parsePart(left, leftPart)(text, ofLeft) !== undefined) return undefined;
    if (parsePart(right, rightPart)(text, ofRight) !== undefined) return undefined;
  }
  return key;
}

function parsePart({ recordType }: Entry, part: KeyPart): ParseKey {
  return compileParse(part, componentTypes(recordType));
}

function startsApart(left: KeyPart, right: KeyPart | undefined): boolean {
  const [a, b] = [left.pattern.tokens[0], right?.pattern.tokens[0]];
  if (a?.kind !== 'literal' || b?.kind !== 'literal') return false;
  return !a.text.startsWith(b.text) && !b.text.startsWith(a.text);
}

function languageFor(
  { recordType }: Entry,
  part: KeyPart,
  known: ReadonlyMap<string, string>,
  languages: Map<KeyPart, Language>,
): Language {
  const typeOf = componentTypes(recordType);
  const depends = part.pattern.tokens.some((token) => token.kind === 'component' && known.has(token.name));
  if (depends) return languageOfKey(part.pattern, typeOf, known);
  const language = languages.get(part) ?? languageOfKey(part.pattern, typeOf);
  languages.set(part, language);
  return language;
}
