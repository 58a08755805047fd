import type { DiagnosticCode } from './catalogue.ts';

/** A place in a source file. Lines and columns count from 1; columns and lengths count UTF-16 units, as editors do. */
export type Position = { readonly line: number; readonly column: number; readonly length: number };

/** Something wrong with what the user wrote: a schema, vectors, a configuration. Collected, never thrown. */
export type Diagnostic = {
  readonly code: DiagnosticCode;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** As the user named it; never made absolute. */
  readonly file: string;
  readonly position: Position;
  /** Where in the document, for example `record_types.bucket.attributes.ttl`. */
  readonly path: string;
  /** What to do about it. */
  readonly help: string;
};

/** Whether any of them is an error rather than a warning. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** In the order of the file, as a reader goes through it. */
export function byPlace(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (left, right) => left.position.line - right.position.line || left.position.column - right.position.column,
  );
}
