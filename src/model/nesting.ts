import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { innerAttributes, innerTypes } from './inner-types.ts';
import type { Model, ValueType } from './model.ts';

/**
 * Levels of maps and lists that DynamoDB accepts in an attribute.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
export const maximumNesting = 32;

/** A type that is nested deeper than DynamoDB allows has values that nobody can store. */
export function checkNesting(model: Model): readonly Diagnostic[] {
  return model.recordTypes.flatMap(({ attributes, families }) =>
    [...attributes, ...families].flatMap(({ name, type, at: { file, line, column, path } }): readonly Diagnostic[] => {
      const levels = levelsOf(type);
      if (levels <= maximumNesting) return [];
      return [
        {
          code: 'value-invalid',
          severity: 'error',
          message: `"${name}" has ${levels} levels of maps and lists, and DynamoDB accepts ${maximumNesting}`,
          file,
          position: { line, column, length: name.length },
          path,
          help: 'make it flatter, or store the inner part as text or in items of its own',
        },
      ];
    }),
  );
}

function levelsOf(type: ValueType): number {
  let deepest = 0;
  for (const inner of innerTypes(type)) deepest = Math.max(deepest, levelsOf(inner));
  for (const member of innerAttributes(type)) deepest = Math.max(deepest, levelsOf(member.type));
  const own = type.kind === 'list' || type.kind === 'map' || type.kind === 'struct' || type.kind === 'document' ? 1 : 0;
  return own + deepest;
}
