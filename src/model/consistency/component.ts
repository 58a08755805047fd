import { canContain } from '../../regex/explore.ts';
import { typeOfComponent } from '../component-types.ts';
import { type Context, placeOf, report } from '../context.ts';
import { removedCharacters } from '../encoding.ts';
import type { ComponentToken, Encoding, RecordType, StringType, ValueType } from '../model.ts';
import type { Presence } from '../presence-type.ts';

/** Components that no value can be as they are all empty, and those of which one is the word that stands for their absence. */
export function checkComponents(context: Context, recordType: RecordType): void {
  const parts = [
    ...recordType.keys.flatMap(({ parts, when }) => parts.map((part) => ({ part, when }))),
    ...recordType.computed.map(({ part, when }) => ({ part, when })),
  ];
  for (const { part, when } of parts) {
    for (const token of part.pattern.tokens) {
      const type = token.kind === 'component' ? typeOfComponent(recordType, token.name) : undefined;
      const problem = token.kind === 'component' && type !== undefined ? neverIn(type, token, when) : undefined;
      if (problem === undefined) continue;
      report(context, 'value-conflict', placeOf(part), ...problem);
    }
  }
}

function neverIn(
  type: ValueType,
  { label, name, encodings }: ComponentToken,
  when: readonly Presence[],
): readonly [message: string, note: { readonly help: string }] | undefined {
  if (type.kind !== 'string') return undefined;
  const help = 'give the component a value that can be there';
  if (type.maxLength === 0 || type.enum?.every((value) => value === '') === true)
    return [`"${name}" is always empty, and a component of a key never is`, { help }];
  const removed = removedCharacters(encodings);
  if (removed !== '' && !hasTextBeside(type, removed))
    return [`"{${label}}" leaves nothing of any "${name}", and a component of a key is never empty`, { help }];
  const last = encodings.at(-1);
  if (last?.kind !== 'or' || type.enum === null) return undefined;
  const { text } = last;
  const taken = type.enum.find((value) => isAdmitted(when, name, value) && lettersOf(value, encodings) === text);
  if (taken === undefined) return undefined;
  const message = `"{${label}}" stands for a missing value, so "${name}" cannot be "${taken}"`;
  return type.enum.length === 1
    ? [`${message}, its only value`, { help }]
    : [message, { help: `write another text in "or(${text})", which is no value of "${name}"` }];
}

/** Whether some value has another character than these. */
function hasTextBeside({ enum: values, pattern }: StringType, characters: string): boolean {
  const isOther = (code: number): boolean => !characters.includes(String.fromCodePoint(code));
  if (values !== null)
    return values.some((value) => Array.from(value).some((each) => isOther(each.codePointAt(0) ?? 0)));
  if (pattern === null) return true;
  const { automaton } = pattern;
  return (
    automaton.transitions
      .flat()
      // One more character than are removed shows whether a range has another one.
      .flatMap(({ min, max }) =>
        Array.from({ length: Math.min(max - min, characters.length) + 1 }, (_, more) => min + more),
      )
      .some((code) => isOther(code) && canContain(automaton, code))
  );
}

/** Whether an item with this value has the key at all. */
function isAdmitted(when: readonly Presence[], name: string, value: string): boolean {
  return when.every(({ component, values }) => component !== name || values === null || values.includes(value));
}

/** What is written for a value in other letters; `undefined` for other encodings, whose texts a schema's author knows not. */
function lettersOf(value: string, encodings: readonly Encoding[]): string | undefined {
  return encodings.reduce<string | undefined>((text, { kind }) => {
    if (kind === 'lower') return text?.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    if (kind === 'upper') return text?.replace(/[a-z]/g, (letter) => letter.toUpperCase());
    return kind === 'or' ? text : undefined;
  }, value);
}
