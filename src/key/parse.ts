import { endOf } from '../model/component-width.ts';
import { isInvertible } from '../model/encoding.ts';
import type { ComponentToken, KeyPart, ScalarType } from '../model/model.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import type { TextCheck } from '../scalar/text-check.ts';
import { Violation } from '../scalar/violation.ts';
import { isCased } from './encoding/case.ts';
import { decodeComponent } from './encoding/encode.ts';
import { encodedType } from './encoding/encoded-type.ts';
import { checkKeyLength } from './limits.ts';

/**
 * Reads the components of a key attribute into `components`. One that is there already must have the same value. A
 * component whose encoding cannot be undone is there under its label, `created_at:date`, with its text in the key.
 */
export type ParseKey = (text: string, components: Map<string, string>) => Violation | undefined;

type Step =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'component'; readonly token: ComponentToken; readonly read: ReadComponent };

/** The value of a component, `null` for one that is absent. */
type ReadComponent = (text: string) => string | null | Violation;

/**
 * Compiles a pattern into its strict parser. A component ends at the first character of the literal that follows it, or
 * after the characters that it always has, and must be a value of its type in the only way that building writes it.
 */
export function compileParse(part: KeyPart, typeOf: (name: string) => ScalarType): ParseKey {
  const steps: readonly Step[] = part.pattern.tokens.map((token) =>
    token.kind === 'literal' ? token : { kind: 'component', token, read: compileRead(token, typeOf(token.name)) },
  );
  const { at, pattern } = part;
  const attribute = part.attribute.name;
  const mismatch = (text: string): Violation =>
    new Violation('key-pattern', text, `a key like ${pattern.text}`).within(attribute, at);
  return (text, components) => {
    const tooLong = checkKeyLength(text, part);
    if (tooLong !== undefined) return tooLong.within(attribute, at);
    let index = 0;
    for (const step of steps) {
      if (step.kind === 'literal') {
        if (!text.startsWith(step.text, index)) return mismatch(text);
        index += step.text.length;
        continue;
      }
      const { token } = step;
      const end = endOf(token, text, index);
      if (end < 0) return mismatch(text);
      const written = text.slice(index, end);
      const value =
        written === ''
          ? new Violation('component-empty', text, `text in the place of {${token.label}}`)
          : step.read(written);
      if (value instanceof Violation) return value.within(token.name).within(attribute, at);
      const violation = value === null ? undefined : note(components, token, value);
      if (violation !== undefined) return violation.within(token.name).within(attribute, at);
      index = end;
    }
    return index === text.length ? undefined : mismatch(text);
  };
}

/** The name under which a parser reports a component. */
export function parsedName(token: ComponentToken): string {
  return token.encodings.every(isInvertible) ? token.name : token.label;
}

function note(components: Map<string, string>, token: ComponentToken, value: string): Violation | undefined {
  const name = parsedName(token);
  const known = components.get(name);
  if (known !== undefined && known !== value)
    return new Violation('key-mismatch', value, `"${known}", as elsewhere in the key`);
  components.set(name, value);
  return undefined;
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
  if (encodings.length === 0 || !invertible) return (text) => check(text) ?? text;
  return (text) => {
    const value = decodeComponent(text, encodings);
    return typeof value === 'string' ? (check(value) ?? value) : value;
  };
}
