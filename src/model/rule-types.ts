import type { SourceReference } from './source-reference.ts';

/** What must hold between the attributes of a record. */
export type Rule = {
  readonly name: string;
  /** Where this holds, `holds` must too; `null` for always. */
  readonly given: Condition | null;
  readonly holds: Condition;
  /** What must hold where `given` does not. */
  readonly otherwise: Condition | null;
  readonly description: string;
  readonly at: SourceReference;
};

export type Condition =
  | { readonly kind: 'all' | 'any'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition }
  | { readonly kind: 'test'; readonly path: readonly string[]; readonly predicate: Predicate };

/** Operands are record JSON: text, or `true` and `false`. */
export type Predicate =
  | { readonly kind: 'present' | 'empty'; readonly value: boolean }
  | { readonly kind: 'in'; readonly values: readonly Operand[] }
  | {
      readonly kind: 'less_than' | 'at_most' | 'greater_than' | 'at_least' | 'starts_with';
      readonly operand: Operand;
      /** Numbers are compared by value, text by its bytes. */
      readonly numeric: boolean;
    };

export type Operand =
  | { readonly kind: 'literal'; readonly value: string | boolean }
  | { readonly kind: 'path'; readonly path: readonly string[] };
