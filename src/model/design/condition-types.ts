import type { Json } from '../../value/json.ts';
import type { WrittenOperator } from '../written-condition.ts';

/** One end of a relation: a record type, and the path of an attribute in it. */
export type RelationEnd = { readonly recordType: string; readonly path: string };

/** A value that the schema writes out, that the caller gives, or that another attribute has. */
export type Operand =
  | { readonly kind: 'literal'; readonly literal: Json }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'attribute'; readonly path: string };

/** What must hold of the item that is there. An empty `all` always holds. */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition }
  | {
      readonly kind: 'test';
      readonly path: string;
      readonly operator: Operator;
      readonly operands: readonly Operand[];
    };

export type Operator = WrittenOperator;
