import type { Json } from '../../../src/value/json.ts';

/** A part of a schema document, as YAML or JSON would give it. */
export type Declaration = { readonly [key: string]: unknown };

/** A declaration of a value, and values that it allows. */
export type Declared = {
  readonly declaration: Declaration;
  readonly samples: readonly Json[];
};

/** The `type` of a declaration. */
export function typeNameOf({ declaration }: Declared): string {
  return String(declaration['type']);
}
