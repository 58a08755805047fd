import type { KeyPattern } from '../model.ts';

/** How a condition compares a sort key: with all of it, with its start, or with a bound of a range. */
export type SortOperator = 'begins_with' | 'equals' | 'between' | 'less_than' | 'at_most' | 'greater_than' | 'at_least';

/**
 * Whether the text of a condition can be the start of a key that a pattern builds, or, with `equals`, all of it.
 * Literals must be the same. A component of the condition stands for one of the pattern; a literal of the condition may
 * also stand for the value of a component, or for the start of it. A bound may go on where the key has ended. A
 * component that the pattern has, and that is no parameter of the query, stands for itself alone.
 *
 * @param parameters the names that a caller gives, whatever the pattern calls its components
 */
export function mayMatch(
  condition: KeyPattern,
  pattern: KeyPattern,
  operator: SortOperator,
  parameters: readonly string[] = [],
): boolean {
  const wanted = piecesOf(condition);
  const given = piecesOf(pattern);
  let position = 0;
  /** Whether the component at `position` has begun, so that more of it may follow. */
  let inside = false;
  /** The characters of a component at `position` that literals stand for. */
  let used = 0;
  for (const [index, piece] of wanted.entries()) {
    const whole = piece.kind === 'component' && wanted[index - 1]?.kind === 'component';
    const next = given[position + 1];
    const ends =
      given[position]?.width === undefined
        ? piece.kind === 'literal' && next?.text === piece.text
        : whole || used === given[position]?.width;
    if (inside && ends) {
      position++;
      inside = false;
      used = 0;
    }
    const target = given[position];
    if (target === undefined) return operator !== 'begins_with' && operator !== 'equals';
    if (target.kind === 'component') {
      if (piece.kind === 'literal') used++;
      else if (inside && whole) return false;
      if (!inside && piece.kind === 'component' && isOther(piece.text, target.text, given, parameters)) return false;
      inside = true;
    } else if (piece.kind === 'literal' && piece.text === target.text) position++;
    else return false;
  }
  if (inside) position++;
  return operator !== 'equals' || position === given.length;
}

function isOther(name: string, target: string, given: readonly Piece[], parameters: readonly string[]): boolean {
  const own = given.some(({ kind, text }) => kind === 'component' && text === name);
  return own && name !== target && !parameters.includes(name);
}

type Piece = { readonly kind: 'literal' | 'component'; readonly text: string; readonly width?: number | undefined };

/** A pattern as single characters and the names of components. */
function piecesOf(pattern: KeyPattern): readonly Piece[] {
  return pattern.tokens.flatMap((token): readonly Piece[] =>
    token.kind === 'literal'
      ? Array.from(token.text, (text) => ({ kind: 'literal', text }))
      : [{ kind: 'component', text: token.name, width: token.width }],
  );
}
