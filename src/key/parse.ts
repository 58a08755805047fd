import { endOf } from '../model/component-width.ts';
import { isInvertible } from '../model/encoding.ts';
import { componentsOf } from '../model/key-pattern.ts';
import type { ComponentToken, KeyPart, KeyToken, ScalarType, TimeUnit } from '../model/model.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import type { TextCheck } from '../scalar/text-check.ts';
import { Violation } from '../scalar/violation.ts';
import { isTimestamp } from '../value/timestamp.ts';
import { isCased } from './encoding/case.ts';
import { decodeComponent } from './encoding/encode.ts';
import { encodedType } from './encoding/encoded-type.ts';
import { compileKeyLength } from './limits.ts';

/**
 * Reads the components of a key attribute into `components`. One that is there already must have the same value. A
 * component whose encoding cannot be undone is there under its label, `created_at:date`, with its text in the key.
 */
export type ParseKey = (text: string, components: Map<string, string>) => Violation | undefined;

/** The same into the places of the names that the parser was compiled with. */
export type ParseKeyInto = (text: string, texts: (string | undefined)[]) => Violation | undefined;

/** One token. All steps are objects of one shape, which is what makes them fast to look at; so are those that build. */
type Step = {
  /** `undefined` for a component. */
  readonly literal: string | undefined;
  readonly name: string;
  readonly label: string;
  readonly until: string | null;
  readonly width: number | undefined;
  readonly slot: number;
  /** For a component that is written as it is: whether it is a value of its type. The others are read. */
  readonly check: TextCheck | undefined;
  readonly read: ReadComponent;
};

/** The value of a component, `null` for one that is absent. */
type ReadComponent = (text: string) => string | null | Violation;

/**
 * Compiles a pattern into its strict parser. A component ends at the first character of the literal that follows it, or
 * after the characters that it always has, and must be a value of its type in the only way that building writes it.
 */
export function compileParse(part: KeyPart, typeOf: (name: string) => ScalarType): ParseKey {
  const names = parsedNames(part);
  const parse = compileParseInto(part, typeOf, names);
  return (text, components) => {
    const texts = names.map((name) => components.get(name));
    const violation = parse(text, texts);
    for (const [slot, name] of names.entries()) {
      const found = texts[slot];
      if (found !== undefined) components.set(name, found);
    }
    return violation;
  };
}

/** @param names at least those of `parsedNames`, in the order of the texts that the parser is given */
export function compileParseInto(
  part: KeyPart,
  typeOf: (name: string) => ScalarType,
  names: readonly string[],
): ParseKeyInto {
  const steps = part.pattern.tokens.map((token) => compileStep(token, typeOf, names));
  const { at, pattern } = part;
  const checkLength = compileKeyLength(part);
  const attribute = part.attribute.name;
  const mismatch = (text: string): Violation =>
    new Violation('key-pattern', text, `a key like ${pattern.text}`).within(attribute, at);
  return (text, texts) => {
    const tooLong = checkLength(text);
    if (tooLong !== undefined) return tooLong.within(attribute, at);
    let index = 0;
    for (const step of steps) {
      const { literal, name, label, slot, check, read } = step;
      if (literal !== undefined) {
        const next = index + literal.length;
        // Faster than `startsWith` with an offset.
        if (text.slice(index, next) !== literal) return mismatch(text);
        index = next;
        continue;
      }
      const end = endOf(step, text, index);
      if (end < 0) return mismatch(text);
      const written = text.slice(index, end);
      const value =
        written === ''
          ? new Violation('component-empty', text, `text in the place of {${label}}`)
          : check === undefined
            ? read(written)
            : (check(written) ?? written);
      if (value instanceof Violation) return value.within(name).within(attribute, at);
      const violation = value === null ? undefined : note(texts, slot, value);
      if (violation !== undefined) return violation.within(name).within(attribute, at);
      index = end;
    }
    return index === text.length ? undefined : mismatch(text);
  };
}

function compileStep(token: KeyToken, typeOf: (name: string) => ScalarType, names: readonly string[]): Step {
  const isLiteral = token.kind === 'literal';
  return {
    literal: isLiteral ? token.text : undefined,
    name: isLiteral ? '' : token.name,
    label: isLiteral ? '' : token.label,
    until: isLiteral ? null : token.until,
    width: isLiteral ? undefined : token.width,
    slot: isLiteral ? -1 : names.indexOf(parsedName(token)),
    check: isLiteral || token.encodings.length > 0 ? undefined : scalarCheck(typeOf(token.name)),
    read: isLiteral ? () => null : compileRead(token, typeOf(token.name)),
  };
}

/** The name under which a parser reports a component. */
export function parsedName(token: ComponentToken): string {
  return token.encodings.every(isInvertible) ? token.name : token.label;
}

/** The names under which the parser of a pattern reports its components. */
export function parsedNames({ pattern }: KeyPart): readonly string[] {
  return [...new Set(componentsOf(pattern).map(parsedName))];
}

function note(texts: (string | undefined)[], slot: number, value: string): Violation | undefined {
  const known = texts[slot];
  if (known !== undefined && known !== value)
    return new Violation('key-mismatch', value, `"${known}", as elsewhere in the key`);
  texts[slot] = value;
  return undefined;
}

const withDay: ReadonlySet<TimeUnit> = new Set(['date', 'hour', 'iso-seconds', 'iso-milliseconds', 'iso-microseconds']);

/** A time that is cut looks like one, and no time may be cut to it: there is no 30th of February. */
function noSuchDay(text: string): Violation | undefined {
  return isTimestamp(text.slice(0, 10), 'date') ? undefined : new Violation('timestamp', text, 'a day that exists');
}

function compileRead({ encodings }: ComponentToken, type: ScalarType): ReadComponent {
  const invertible = encodings.every(isInvertible);
  const check: TextCheck = scalarCheck(invertible ? type : encodedType(type, encodings));
  const [first] = encodings;
  if (encodings.length === 1 && (first?.kind === 'lower' || first?.kind === 'upper')) {
    const { kind } = first;
    return (text) =>
      check(text) ??
      (isCased(text, type, kind)
        ? text
        : new Violation('pattern', text, `a value in ${kind} case, and this is of none`));
  }
  if (!invertible) {
    const hasDay = encodings.length === 1 && first?.kind === 'time' && withDay.has(first.format);
    return (text) => check(text) ?? (hasDay ? noSuchDay(text) : undefined) ?? text;
  }
  return (text) => {
    const value = decodeComponent(text, encodings);
    return typeof value === 'string' ? (check(value) ?? value) : value;
  };
}
