import type { BinaryType, KeyPart, Model, RecordType, ScalarType, StringType } from '../model/model.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import { compareUtf8 } from '../value/text.ts';
import type { Implication } from './implication.ts';
import type { Pair } from './mixture.ts';
import { timestampFacts } from './timestamps.ts';
import { type ComponentToken, componentTypes, tokenWriter, typeDigest } from './types.ts';
import { disorderedNumbers, writtenNumbers } from './written-numbers.ts';

const help =
  'write numbers with a fixed number of digits, and times in a format without offsets; or waive this where nothing depends on the order';

/** Sort keys are ordered as text; a component whose values have another order sorts, and is cut into ranges, wrongly. */
export function findKeyOrder(model: Model): readonly Implication[] {
  const pairOf = createPairs();
  return model.recordTypes.flatMap((recordType) =>
    recordType.keys.flatMap((key) =>
      key.parts.filter(isText).flatMap((part) => withinPattern(recordType, part, pairOf)),
    ),
  );
}

function isText(part: KeyPart): boolean {
  return part.place === 'sort' && part.attribute.type === 'S';
}

/** Remembers the answers for types, because many keys have components of the same type. */
function createPairs(): (token: ComponentToken, type: ScalarType) => Pair | undefined {
  const known = new Map<string, Pair | undefined>();
  return (token, type) => {
    if (type.kind === 'string' || type.kind === 'binary') return undefined;
    const digest = JSON.stringify([token.encodings, typeDigest(type)]);
    if (!known.has(digest)) known.set(digest, disorderedPair(type, tokenWriter(token, type)));
    return known.get(digest);
  };
}

function withinPattern(
  recordType: RecordType,
  part: KeyPart,
  pairOf: ReturnType<typeof createPairs>,
): readonly Implication[] {
  const typeOf = componentTypes(recordType);
  return part.pattern.tokens.flatMap((token): readonly Implication[] => {
    if (token.kind === 'literal') return [];
    const [smaller, larger] = pairOf(token, typeOf(token.name)) ?? [];
    if (smaller === undefined || larger === undefined) return [];
    return [
      {
        code: 'key-order',
        at: part.at,
        message: `"{${token.name}}" in the sort key "${part.pattern.text}" does not sort by value: as text, ${larger} comes before ${smaller}`,
        help,
      },
    ];
  });
}

/** Times in each format whose numbers of seconds differ in length: an encoding may write a time as such a number. */
const secondsWithMoreDigits: readonly Pair[] = [
  ['1970-01-01T00:00:09Z', '1970-01-01T00:00:10Z'],
  ['1970-01-01T00:00:09.000Z', '1970-01-01T00:00:10.000Z'],
  ['1970-01-01T00:00:09.000000Z', '1970-01-01T00:00:10.000000Z'],
  ['1970-01-02', '1970-01-13'],
  ['1970-02', '1970-05'],
  ['9', '10'],
  ['9000', '10000'],
];

/** Two values of a type as they are written, that of the smaller first, which sort the other way round. */
function disorderedPair(
  type: Exclude<ScalarType, StringType | BinaryType>,
  write: (value: string) => string | undefined,
): Pair | undefined {
  const check = scalarCheck(type);
  const disordered = (smaller: string, larger: string): Pair | undefined => {
    if (check(smaller) !== undefined || check(larger) !== undefined) return undefined;
    const [first, second] = [write(smaller), write(larger)];
    return first !== undefined && second !== undefined && compareUtf8(first, second) > 0 ? [first, second] : undefined;
  };
  if (type.kind === 'timestamp') {
    const pairs = [timestampFacts(type.format).disordered, ...secondsWithMoreDigits];
    return pairs
      .map((pair) => (pair === undefined ? undefined : disordered(...pair)))
      .find((pair) => pair !== undefined);
  }
  return disorderedNumbers(writtenNumbers(type, write), writtenNumbers(type, write));
}
