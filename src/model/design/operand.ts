import { recordJsonOf } from '../record-json.ts';
import { child, namedIn, type SourceNode, textOf } from '../source.ts';
import type { Operand } from './model.ts';

/**
 * Reads a value: `{ parameter: name }`, `{ attribute: path }`, or the value itself. With another key beside it, either of
 * them is a value: the keys of a map are data, also those that start with `x-`.
 */
export function operandFrom(node: SourceNode): Operand {
  const [only, more] = namedIn(node);
  const name = textOf(only?.value);
  if (only !== undefined && more === undefined && name !== undefined) {
    if (only.key === 'parameter') return { kind: 'parameter', name };
    if (only.key === 'attribute') return { kind: 'attribute', path: name };
  }
  return { kind: 'literal', literal: recordJsonOf(node) };
}

/** The node that names what an operand refers to. */
export function referenceOf(node: SourceNode): SourceNode {
  return child(node, 'parameter') ?? child(node, 'attribute') ?? node;
}
