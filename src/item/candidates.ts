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
  readonly others: readonly Candidate[];
};

const none: readonly Candidate[] = [];

/**
 * Finds the few record types whose primary key an item may have, in the order of the schema. A look at the literals
 * alone decides nearly always, and is far cheaper than to parse the key as one of each record type.
 */
export function compileCandidates(codecs: readonly RecordCodec[]): (item: Item) => readonly RecordCodec[] {
  const groups = groupsOf(codecs.map(candidateOf));
  return (item) => {
    const found: Candidate[] = [];
    for (const { attributes, constant, others } of groups) {
      const texts = attributes.map((name) => textOf(item, name));
      const last = texts.at(-1);
      // A value that is no text is left to the parser, which says what is wrong with it.
      const sure = last === undefined ? none : (constant.get(last) ?? none);
      for (const candidate of sure) if (mayBe(candidate, texts)) found.push(candidate);
      for (const candidate of others) if (mayBe(candidate, texts)) found.push(candidate);
    }
    if (found.length > 1) found.sort((left, right) => left.order - right.order);
    return found.map(({ codec }) => codec);
  };
}

function mayBe({ resembles }: Candidate, texts: readonly (string | undefined)[]): boolean {
  for (const [place, resemblesPart] of resembles.entries()) {
    const text = texts[place];
    if (text !== undefined && !resemblesPart(text)) return false;
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
  for (const candidate of candidates) {
    const attributes = JSON.stringify(candidate.parts.map(({ attribute }) => attribute.name));
    const members = groups.get(attributes);
    if (members === undefined) groups.set(attributes, [candidate]);
    else members.push(candidate);
  }
  return [...groups.values()].map((members) => {
    const constant = new Map<string, Candidate[]>();
    for (const candidate of members) {
      const text = constantText(candidate.parts.at(-1));
      const alike = text === undefined ? undefined : constant.get(text);
      if (alike !== undefined) alike.push(candidate);
      else if (text !== undefined) constant.set(text, [candidate]);
    }
    return {
      attributes: members[0]?.parts.map(({ attribute }) => attribute.name) ?? [],
      constant,
      others: members.filter(({ parts }) => constantText(parts.at(-1)) === undefined),
    };
  });
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
  return (text) => text.startsWith(first) && text.endsWith(end) && inner.every((literal) => text.includes(literal));
}
