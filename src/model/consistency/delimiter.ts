import { canContain } from '../../regex/explore.ts';
import { intersect, languageOfPattern, textsWithout, witness } from '../../regex/language.ts';
import type { TimestampFormat } from '../../value/timestamp.ts';
import { typeOfComponent } from '../component-types.ts';
import { type Context, placeOf, report } from '../context.ts';
import type { Encoding, RecordType, ValueType } from '../model.ts';

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
  const parts = [...recordType.keys.flatMap((key) => key.parts), ...recordType.computed.map((each) => each.part)];
  for (const part of parts) {
    for (const token of part.pattern.tokens) {
      if (token.kind !== 'component' || token.until === null || !keeps(token.encodings, token.until)) continue;
      const type = typeOfComponent(recordType, token.name);
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

/** Whether a character is in what encodings write if it is in the value. Most write another text altogether. */
function keeps(encodings: readonly Encoding[], character: string): boolean {
  return encodings.every(
    ({ kind }) => kind === 'or' || ((kind === 'lower' || kind === 'upper') && !/[A-Za-z]/.test(character)),
  );
}

function conflict(type: ValueType, until: string): string | undefined {
  if (type.kind === 'timestamp')
    return always[type.format]?.includes(until) === true ? `every timestamp of the format ${type.format}` : undefined;
  if (type.kind !== 'string') return undefined;
  const value = type.enum?.find((each) => each.includes(until));
  if (value !== undefined) return `its value "${value}"`;
  if (type.enum !== null || type.pattern === null || !canContain(type.pattern.automaton, until.codePointAt(0) ?? 0))
    return undefined;
  const free = witness(intersect(languageOfPattern(type.pattern.source), textsWithout(until)));
  return free === undefined ? 'every text that matches its pattern' : undefined;
}
