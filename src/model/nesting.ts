import type { Diagnostic } from '../diagnostics/diagnostic.ts';
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
        },
      ];
    }),
  );
}

function levelsOf(type: ValueType): number {
  switch (type.kind) {
    case 'list':
      return 1 + levelsOf(type.items.type);
    case 'map':
      return 1 + levelsOf(type.values.type);
    case 'struct':
      return 1 + Math.max(0, ...type.members.map((member) => levelsOf(member.type)));
    case 'document':
      return 1;
    default:
      return 0;
  }
}
