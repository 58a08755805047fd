import type { DiagnosticCode } from '../catalogue.ts';

/** What `itemproof explain` says about a code beside its line in the catalogue. */
export type Explanation = {
  /** What goes wrong without the rule, and what to do: a few sentences, each in a line of its own. */
  readonly why: readonly string[];
} & (
  | { readonly example: Example }
  /** `noExample`: why no file can be shown, as a sentence. */
  | { readonly example: null; readonly noExample: string }
);

/** A whole file that breaks the rule and no other, and the same file repaired: a schema, or one of vectors. */
export type Example = { readonly broken: string; readonly repaired: string };

export type Explanations = { readonly [code in DiagnosticCode]?: Explanation };

/** The parts of an example that differ from the smallest schema there is. */
export type Parts = {
  readonly pk?: string;
  readonly id?: string;
  /** Lines under `attributes`, after `id`. */
  readonly attributes?: readonly string[];
  /** Lines of the record type, after its key. */
  readonly thing?: readonly string[];
  /** Lines of the whole, before the record types. */
  readonly top?: readonly string[];
  /** Lines of the table, after its name. */
  readonly table?: readonly string[];
  /** Further keys of the table. */
  readonly keys?: readonly string[];
  /** Further record types. */
  readonly others?: readonly string[];
};

/** A complete schema with one record type, `thing`, whose key is `THING#{id}`. */
export function schemaWith(parts: Parts): string {
  const indented = (lines: readonly string[] | undefined, width: number): readonly string[] =>
    (lines ?? []).map((line) => `${' '.repeat(width)}${line}`);
  return [
    'table:',
    '  name: things',
    ...indented(parts.table, 2),
    '  keys:',
    '    primary: { partition_key: PK }',
    ...indented(parts.keys, 4),
    ...indented(parts.top, 0),
    'record_types:',
    '  thing:',
    `    pk_pattern: "${parts.pk ?? 'THING#{id}'}"`,
    ...indented(parts.thing, 4),
    '    attributes:',
    `      id: ${parts.id ?? '{ type: string, max_length: 40, required: true }'}`,
    ...indented(parts.attributes, 6),
    ...indented(parts.others, 2),
    '',
  ].join('\n');
}

/** An example whose two files differ in some parts. */
export function example(broken: Parts, repaired: Parts): Example {
  return { broken: schemaWith(broken), repaired: schemaWith(repaired) };
}
