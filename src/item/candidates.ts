import type { KeyPart, KeyPattern } from '../model/model.ts';
import { type Item, tagsOf } from '../value/attribute-value.ts';
import { isObject, ownProperty } from '../value/json.ts';
import type { RecordCodec } from './record-codec.ts';

type Candidate = {
  readonly codec: RecordCodec;
  readonly order: number;
  readonly parts: readonly KeyPart[];
  /** For each attribute of the key, whether a text has the literals that it must have. */
  readonly resembles: readonly ((text: string) => boolean)[];
};

/** Record types whose primary keys are of the same attributes. */
type Group = {
  readonly attributes: readonly string[];
  /** Those for which the last attribute has one text only, by that text. */
  readonly constant: ReadonlyMap<string, readonly Candidate[]>;
  /** Those for which it begins with a literal, by the start of that literal. */
  readonly starting: ReadonlyMap<string, readonly Candidate[]>;
  readonly others: readonly Candidate[];
};

/** So many UTF-16 units at the start of a sort key tell most record types apart. */
const startLength = 2;

/**
 * Finds the few record types whose primary key an item may have, in the order of the schema. A look at the literals
 * alone decides nearly always, and is far cheaper than to parse the key as one of each record type.
 */
export function compileCandidates(codecs: readonly RecordCodec[]): (item: Item) => readonly RecordCodec[] {
  const groups = groupsOf(codecs.map(candidateOf));
  return (item) => {
    const found: Candidate[] = [];
    for (const { attributes, constant, starting, others } of groups) {
      const texts = attributes.map((name) => textOf(item, name));
      const last = texts.at(-1);
      if (last !== undefined) {
        addAlike(found, constant.get(last), texts);
        addAlike(found, starting.get(last.slice(0, startLength)), texts);
      } else {
        // A value that is no text is left to the parser, which says what is wrong with it.
        for (const alike of starting.values()) addAlike(found, alike, texts);
      }
      addAlike(found, others, texts);
    }
    if (found.length > 1) found.sort((left, right) => left.order - right.order);
    return found.map(({ codec }) => codec);
  };
}

function addAlike(
  found: Candidate[],
  candidates: readonly Candidate[] | undefined,
  texts: readonly (string | undefined)[],
): void {
  if (candidates === undefined) return;
  for (const candidate of candidates) if (mayBe(candidate, texts)) found.push(candidate);
}

function mayBe({ resembles }: Candidate, texts: readonly (string | undefined)[]): boolean {
  // From the end, because sort keys differ more than partition keys do.
  for (let place = resembles.length - 1; place >= 0; place--) {
    const text = texts[place];
    if (text !== undefined && resembles[place]?.(text) === false) return false;
  }
  return true;
}

function textOf(item: Item, name: string): string | undefined {
  const value = ownProperty(item, name);
  const text: unknown = isObject(value) ? tagsOf(value).S : undefined;
  return typeof text === 'string' ? text : undefined;
}

function candidateOf(codec: RecordCodec, order: number): Candidate {
  const parts = codec.recordType.keys[0]?.parts ?? [];
  const resembles = parts.map(({ attribute, pattern }) =>
    attribute.type === 'S' ? compileResembles(pattern) : () => true,
  );
  return { codec, order, parts, resembles };
}

function groupsOf(candidates: readonly Candidate[]): readonly Group[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates)
    addTo(groups, JSON.stringify(candidate.parts.map(({ attribute }) => attribute.name)), candidate);
  return [...groups.values()].map((members) => {
    const constant = new Map<string, Candidate[]>();
    const starting = new Map<string, Candidate[]>();
    const others: Candidate[] = [];
    for (const candidate of members) {
      const last = candidate.parts.at(-1);
      const [text, start] = [constantText(last), startOf(last)];
      if (text !== undefined) addTo(constant, text, candidate);
      else if (start !== undefined) addTo(starting, start, candidate);
      else others.push(candidate);
    }
    return {
      attributes: members[0]?.parts.map(({ attribute }) => attribute.name) ?? [],
      constant,
      starting,
      others,
    };
  });
}

function addTo(candidates: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const alike = candidates.get(key);
  if (alike !== undefined) alike.push(candidate);
  else candidates.set(key, [candidate]);
}

/** The start of every text of a key attribute whose pattern begins with a literal; `undefined` for a shorter literal. */
function startOf(part: KeyPart | undefined): string | undefined {
  if (part?.attribute.type !== 'S') return undefined;
  const [first] = part.pattern.tokens;
  return first?.kind === 'literal' && first.text.length >= startLength ? first.text.slice(0, startLength) : undefined;
}

/** The only text of a key attribute whose pattern has no components. */
function constantText(part: KeyPart | undefined): string | undefined {
  if (part?.attribute.type !== 'S') return undefined;
  const [only, second] = part.pattern.tokens;
  return only?.kind === 'literal' && second === undefined ? only.text : undefined;
}

function compileResembles({ tokens }: KeyPattern): (text: string) => boolean {
  const literals = tokens.flatMap((token) => (token.kind === 'literal' ? [token.text] : []));
  const first = tokens[0]?.kind === 'literal' ? tokens[0].text : '';
  const last = tokens.at(-1);
  const end = last?.kind === 'literal' ? last.text : '';
  const inner = literals.filter((literal) => literal !== first && literal !== end);
  return (text) => {
    if (!text.startsWith(first) || !text.endsWith(end)) return false;
    for (const literal of inner) if (!text.includes(literal)) return false;
    return true;
  };
}
