import { maximumKeyBytes } from '../key/limits.ts';
import type { ComponentToken, KeyPart, Model, ScalarType, StringType } from '../model/model.ts';
import { utf8Length } from '../value/text.ts';
import type { Implication } from './implication.ts';
import { textTypes } from './types.ts';

/** A key that can become longer than DynamoDB accepts makes some records impossible to write, found out one by one. */
export function findKeySize(model: Model): readonly Implication[] {
  return model.recordTypes.flatMap((recordType) => {
    const typeOf = textTypes(recordType);
    return recordType.keys.flatMap((key) =>
      key.parts.flatMap((part) => {
        const limit = maximumKeyBytes[part.place];
        const { bytes, unbounded } = worstCase(part, typeOf);
        if (unbounded === undefined && bytes <= limit) return [];
        const size =
          unbounded === undefined ? `can take ${bytes} bytes` : `has no limit, because "{${unbounded}}" has none`;
        return [
          {
            code: 'key-size' as const,
            at: part.at,
            message: `the ${part.place} key "${part.pattern.text}" ${size}, and DynamoDB accepts ${limit} bytes`,
            help: 'set max_length, in code points of up to four bytes, or a pattern that allows ASCII only',
          },
        ];
      }),
    );
  });
}

function worstCase(
  part: KeyPart,
  typeOf: (token: ComponentToken) => ScalarType,
): { readonly bytes: number; readonly unbounded: string | undefined } {
  let bytes = 0;
  let unbounded: string | undefined;
  for (const token of part.pattern.tokens) {
    const size = token.kind === 'literal' ? utf8Length(token.text) : longest(typeOf(token));
    if (size === undefined && token.kind === 'component') unbounded ??= token.name;
    bytes += size ?? 0;
  }
  return { bytes, unbounded };
}

/** The bytes of the longest value of a type; `undefined` when there is no longest. */
function longest(type: ScalarType): number | undefined {
  if (type.kind === 'timestamp') return type.format === 'rfc3339' ? 35 : 27;
  if (type.kind === 'binary') return type.maxLength ?? undefined;
  if (type.kind !== 'string')
    return Math.max(
      ...[...(type.enum ?? [type.minimum ?? '-'.padEnd(40, '9'), type.maximum ?? ''.padEnd(40, '9')])].map(
        (each) => each.length,
      ),
    );
  if (type.enum !== null) return Math.max(...type.enum.map(utf8Length));
  const length = type.maxLength ?? longestMatch(type);
  return length === undefined ? undefined : length * bytesPerCharacter(type);
}

function bytesPerCharacter({ pattern }: StringType): number {
  const highest =
    pattern === null ? 0x10ffff : Math.max(...pattern.automaton.transitions.flat().map((transition) => transition.max));
  if (highest < 0x80) return 1;
  if (highest < 0x800) return 2;
  return highest < 0x10000 ? 3 : 4;
}

/** The number of characters of the longest text of a pattern; `undefined` when it has a loop. */
function longestMatch({ pattern }: StringType): number | undefined {
  if (pattern === null) return undefined;
  const { automaton } = pattern;
  const depth: (number | undefined | 'open')[] = [];
  const visit = (state: number): number | undefined => {
    const known = depth[state];
    if (known === 'open') return undefined;
    if (known !== undefined) return known;
    depth[state] = 'open';
    let most = 0;
    for (const { to } of automaton.transitions[state] ?? []) {
      const rest = visit(to);
      if (rest === undefined) return undefined;
      most = Math.max(most, rest + 1);
    }
    depth[state] = most;
    return most;
  };
  return visit(0);
}
