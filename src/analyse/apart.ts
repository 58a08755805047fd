import { endOf } from '../model/component-width.ts';
import type { KeyPart, KeyToken, RecordType, ScalarType } from '../model/model.ts';
import { canStartWith } from '../regex/explore.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import type { TypeOfToken } from './types.ts';

/** A pattern, or the start of one, with the types of its components. */
export type TypedPattern = {
  /** Whose key it is a part of. */
  readonly recordType: RecordType;
  readonly part: KeyPart;
  readonly tokens: readonly KeyToken[];
  readonly typeOf: TypeOfToken;
  readonly valueTypeOf: (name: string) => ScalarType;
};

/**
 * Whether two patterns certainly have no text in common, found out without automata. Both are walked at once: two
 * components that the same character ends, or that have one width, take up the same text, whatever their types are, so what follows can be
 * compared too. `false` means that nobody knows yet.
 *
 * @param prefix whether `left` is only the start of a text, after which anything may follow
 */
export function areApart(left: TypedPattern, right: TypedPattern, prefix = false): boolean {
  const [a, b] = [cursorOf(left), cursorOf(right)];
  for (;;) {
    const [x, y] = [a.current(), b.current()];
    // Neither literals nor components are empty, so a text cannot both end here and go on.
    if (x === undefined) return prefix ? false : y !== undefined;
    if (y === undefined) return true;
    if (x.kind === 'literal' && y.kind === 'literal') {
      const length = Math.min(x.text.length, y.text.length);
      if (x.text.slice(0, length) !== y.text.slice(0, length)) return true;
      a.skip(length);
      b.skip(length);
    } else if (x.kind === 'component' && y.kind === 'component') {
      if (x.until !== y.until || x.width !== y.width || (prefix && a.isLast())) return false;
      a.skip();
      b.skip();
    } else {
      const [component, literal] = x.kind === 'component' ? [x, y] : [y, x];
      const [ofComponent, ofLiteral] = x.kind === 'component' ? [a, b] : [b, a];
      if (component.kind !== 'component' || literal.kind !== 'literal') return false;
      // A query that ends in a component asks for a value of it, and whatever goes on from there.
      if (prefix && component === x && a.isLast()) return !canMeet(a.typeOf(component), literal.text);
      const type = ofComponent.typeOf(component);
      const end = component.until === null && component.width === undefined ? -1 : endOf(component, literal.text, 0);
      if (end < 0) return !canStart(type, literal.text);
      if (end === 0 || scalarCheck(type)(literal.text.slice(0, end)) !== undefined) return true;
      ofComponent.skip();
      ofLiteral.skip(end);
    }
  }
}

type Cursor = {
  readonly typeOf: TypeOfToken;
  readonly current: () => KeyToken | undefined;
  /** Whether nothing comes after the current token. */
  readonly isLast: () => boolean;
  /** Goes on by so many UTF-16 units of a literal, or by a component. */
  readonly skip: (length?: number) => void;
};

function cursorOf({ tokens, typeOf }: Pick<TypedPattern, 'tokens' | 'typeOf'>): Cursor {
  let index = 0;
  let token = tokens[0];
  return {
    typeOf,
    current: () => token,
    isLast: () => index === tokens.length - 1,
    skip: (length) => {
      const rest = token?.kind === 'literal' && length !== undefined ? token.text.slice(length) : '';
      if (rest === '') token = tokens[++index];
      else token = { kind: 'literal', text: rest };
    },
  };
}

/** Whether a value of a type may start with the text. */
function canStart(type: ScalarType, text: string): boolean {
  if (type.kind === 'string') {
    if (type.enum !== null) return type.enum.some((value) => value.startsWith(text));
    return type.pattern === null || canStartWith(type.pattern.automaton, text);
  }
  if (type.kind === 'binary') return true;
  return type.kind === 'timestamp' ? /^[-0-9:.TZ+]*$/.test(text) : /^-?[0-9.]*$/.test(text);
}

/** Whether a value of a type starts like a text: it is longer, or some beginning of the text is a value. */
function canMeet(type: ScalarType, text: string): boolean {
  if (canStart(type, text)) return true;
  const check = scalarCheck(type);
  return Array.from({ length: text.length }, (_, index) => text.slice(0, index + 1)).some(
    (start) => check(start) === undefined,
  );
}
