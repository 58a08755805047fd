import type { Model, ScalarType } from '../model/model.ts';
import { compareDecimals } from '../value/decimal.ts';
import { compareUtf8 } from '../value/text.ts';
import type { Implication } from './implication.ts';
import { textTypes } from './types.ts';

/** Sort keys are ordered as text; a component whose values have another order sorts, and is cut into ranges, wrongly. */
export function findKeyOrder(model: Model): readonly Implication[] {
  return model.recordTypes.flatMap((recordType) => {
    const typeOf = textTypes(recordType);
    return recordType.keys.flatMap((key) =>
      key.parts
        .filter((part) => part.place === 'sort' && part.attribute.type === 'S')
        .flatMap((part) =>
          part.pattern.tokens.flatMap((token) => {
            const pair = token.kind === 'component' ? disorderedPair(typeOf(token)) : undefined;
            if (token.kind !== 'component' || pair === undefined) return [];
            const [smaller, larger] = pair;
            return [
              {
                code: 'key-order' as const,
                at: part.at,
                message: `"{${token.name}}" in the sort key "${part.pattern.text}" does not sort by value: as text, ${larger} comes before ${smaller}`,
                help: 'write numbers with a fixed number of digits, and times in a format without offsets; or waive this where nothing depends on the order',
              },
            ];
          }),
        ),
    );
  });
}

/** Two values of a type, the smaller first, whose texts sort the other way round. */
function disorderedPair(type: ScalarType): readonly [string, string] | undefined {
  if (type.kind === 'string' || type.kind === 'binary') return undefined;
  if (type.kind === 'timestamp') {
    if (type.format === 'rfc3339') return ['2024-01-01T09:00:00+09:00', '2024-01-01T01:00:00Z'];
    return type.format.startsWith('epoch') ? ['9', '10'] : undefined;
  }
  const candidates = [
    ...(type.enum ?? ['9', '10', '-1', '-2', '99', '100', '999', '1000', type.minimum, type.maximum]),
  ].filter((each): each is string => each !== null && isWithin(each, type.minimum, type.maximum));
  for (const smaller of candidates) {
    const larger = candidates.find((each) => compareDecimals(smaller, each) < 0 && compareUtf8(smaller, each) > 0);
    if (larger !== undefined) return [smaller, larger];
  }
  return undefined;
}

function isWithin(value: string, minimum: string | null, maximum: string | null): boolean {
  return (
    (minimum === null || compareDecimals(value, minimum) >= 0) &&
    (maximum === null || compareDecimals(value, maximum) <= 0)
  );
}
