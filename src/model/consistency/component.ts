import { typeOfComponent } from '../component-types.ts';
import { type Context, placeOf, report } from '../context.ts';
import type { ComponentToken, RecordType, ValueType } from '../model.ts';

/** Components that no value can be: the only ones are empty, or the word that stands for their absence. */
export function checkComponents(context: Context, recordType: RecordType): void {
  const parts = [...recordType.keys.flatMap((key) => key.parts), ...recordType.computed.map((each) => each.part)];
  for (const part of parts) {
    for (const token of part.pattern.tokens) {
      const type = token.kind === 'component' ? typeOfComponent(recordType, token.name) : undefined;
      const problem = token.kind === 'component' && type !== undefined ? neverIn(type, token) : undefined;
      if (problem === undefined) continue;
      report(context, 'value-conflict', placeOf(part), problem, {
        help: 'give the component a value that can be there',
      });
    }
  }
}

function neverIn(type: ValueType, { label, name, encodings }: ComponentToken): string | undefined {
  if (type.kind !== 'string') return undefined;
  if (type.maxLength === 0 || type.enum?.every((value) => value === '') === true)
    return `"${name}" is always empty, and a component of a key never is`;
  const last = encodings.at(-1);
  if (last?.kind !== 'or' || encodings.length > 1 || type.enum?.every((value) => value === last.text) !== true)
    return undefined;
  return `"{${label}}" stands for a missing value, so "${name}" cannot be "${last.text}", its only value`;
}
