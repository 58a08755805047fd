import { isEpochFormat } from '../../value/timestamp.ts';
import { type Context, report } from '../context.ts';
import type { ValueType } from '../model.ts';
import type { SourceNode } from '../source.ts';

/** Whether a value is stored as a number, as far as its type says. */
export function isNumeric(type: ValueType): boolean {
  return (
    type.kind === 'integer' || type.kind === 'decimal' || (type.kind === 'timestamp' && isEpochFormat(type.format))
  );
}

/** Whether a value is an N in DynamoDB, which alone can be added to. */
export function isStoredAsNumber(type: ValueType): boolean {
  return isNumeric(type) && !('storedAs' in type && type.storedAs === 'S');
}

/** Whether a value of the type may be anything, so that nothing can be said about what is in it. */
export function isOpaque(type: ValueType): boolean {
  return type.kind === 'any' || type.kind === 'document' || type.kind === 'union';
}

/** What a comparison or a copy must agree in: numbers, text, bytes, truth values; `null` for what has parts. */
export function scalarClass(type: ValueType): 'a number' | 'text' | 'bytes' | 'a truth value' | null {
  if (isNumeric(type)) return 'a number';
  if (type.kind === 'string' || type.kind === 'timestamp') return 'text';
  if (type.kind === 'binary') return 'bytes';
  return type.kind === 'boolean' ? 'a truth value' : null;
}

/** Reports a value of another attribute that is of another kind than what it is copied to, or compared with. */
export function checkAlike(context: Context, node: SourceNode, own: ValueType | null, other: ValueType | null): void {
  if (own === null || other === null || isOpaque(own) || isOpaque(other)) return;
  const [mine, its] = [scalarClass(own), scalarClass(other)];
  if (mine === its) return;
  const [wanted, found] = [mine ?? `of type ${own.kind}`, its ?? `of type ${other.kind}`];
  report(context, 'value-conflict', node, `the other attribute is ${found}, and this one is ${wanted}`, {
    help: 'name an attribute of the same type',
  });
}
