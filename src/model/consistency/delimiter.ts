import { canContain } from '../../regex/explore.ts';
import { intersect, languageOfPattern, textsWithout, witness } from '../../regex/language.ts';
import type { TimestampFormat } from '../../value/timestamp.ts';
import { typeOfComponent } from '../component-types.ts';
import { type Context, placeOf, report } from '../context.ts';
import type { Encoding, RecordType, TimeUnit, ValueType } from '../model.ts';

/** Characters that every time of a format has. */
const always: { readonly [format in TimestampFormat | TimeUnit]?: string } = {
  'iso-seconds': '-:TZ',
  'iso-milliseconds': '-:.TZ',
  'iso-microseconds': '-:.TZ',
  date: '-',
  month: '-',
  hour: '-T',
  rfc3339: '-:T',
};

/** A component whose values contain the character that ends it: none of them could be written. */
export function checkDelimiters(context: Context, recordType: RecordType): void {
  const parts = [...recordType.keys.flatMap((key) => key.parts), ...recordType.computed.map((each) => each.part)];
  for (const part of parts) {
    for (const token of part.pattern.tokens) {
      if (token.kind !== 'component' || token.until === null) continue;
      const type = typeOfComponent(recordType, token.name);
      const found = conflictOf(token.encodings, type, token.until);
      if (found === undefined) continue;
      report(
        context,
        'value-conflict',
        placeOf(part),
        `"{${token.label}}" ends at the first "${token.until}", and ${found} has one, so it can never be written`,
        { help: 'put another character after the component' },
      );
    }
  }
}

function conflictOf(encodings: readonly Encoding[], type: ValueType | undefined, until: string): string | undefined {
  const [only, second] = encodings;
  if (only?.kind === 'time' && second === undefined) return everyTime(only.format, until);
  return type === undefined || !keeps(encodings, until) ? undefined : conflict(type, until);
}

function everyTime(format: TimestampFormat | TimeUnit, until: string): string | undefined {
  return always[format]?.includes(until) === true ? `every timestamp of the format ${format}` : undefined;
}

/** Whether a character is in what encodings write if it is in the value. Most write another text altogether. */
function keeps(encodings: readonly Encoding[], character: string): boolean {
  return encodings.every(
    ({ kind }) => kind === 'or' || ((kind === 'lower' || kind === 'upper') && !/[A-Za-z]/.test(character)),
  );
}

function conflict(type: ValueType, until: string): string | undefined {
  if (type.kind === 'timestamp') return everyTime(type.format, until);
  if (type.kind !== 'string') return undefined;
  const value = type.enum?.find((each) => each.includes(until));
  if (value !== undefined) return `its value "${value}"`;
  if (type.enum !== null || type.pattern === null || !canContain(type.pattern.automaton, until.codePointAt(0) ?? 0))
    return undefined;
  const free = witness(intersect(languageOfPattern(type.pattern.source), textsWithout(until)));
  return free === undefined ? 'every text that matches its pattern' : undefined;
}
