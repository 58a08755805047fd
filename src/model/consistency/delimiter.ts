import type { TimestampFormat } from '../../value/timestamp.ts';
import { type Context, report } from '../context.ts';
import type { KeyPart, RecordType, ValueType } from '../model.ts';

/** Characters that every timestamp of a format has. */
const always: { readonly [format in TimestampFormat]?: string } = {
  'iso-seconds': '-:TZ',
  'iso-milliseconds': '-:.TZ',
  'iso-microseconds': '-:.TZ',
  date: '-',
  month: '-',
  rfc3339: '-:T',
};

/** A component whose values contain the character that ends it: none of them could be written. */
export function checkDelimiters(context: Context, recordType: RecordType): void {
  const typeOf = (name: string): ValueType | undefined =>
    [...recordType.attributes, ...recordType.components].find((each) => each.name === name)?.type;
  for (const part of recordType.keys.flatMap((key) => key.parts)) {
    for (const token of part.pattern.tokens) {
      // What an encoding makes of a value is another text.
      if (token.kind !== 'component' || token.until === null || token.encodings.length > 0) continue;
      const type = typeOf(token.name);
      const found = type === undefined ? undefined : conflict(type, token.until);
      if (found === undefined) continue;
      report(
        context,
        'value-conflict',
        placeOf(part),
        `"{${token.name}}" ends at the first "${token.until}", and ${found} has one, so it can never be written`,
        { help: 'put another character after the component' },
      );
    }
  }
}

function conflict(type: ValueType, until: string): string | undefined {
  if (type.kind === 'timestamp')
    return always[type.format]?.includes(until) === true ? `every timestamp of the format ${type.format}` : undefined;
  if (type.kind !== 'string') return undefined;
  const value = type.enum?.find((each) => each.includes(until));
  return value === undefined ? undefined : `its value "${value}"`;
}

function placeOf({ at, pattern }: KeyPart): Parameters<typeof report>[2] {
  return { at: { line: at.line, column: at.column, length: pattern.text.length + 2 }, path: at.path };
}
