import { catalogue, type DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';
import type { KeyPart, SourceReference, ValueType } from './model.ts';
import type { SourceNode } from './source.ts';

/** What every step of the compiler is given: where it is, and where to put what it finds. */
export type Context = {
  readonly file: string;
  readonly diagnostics: Diagnostic[];
  /** All that is written, also what cannot be used. */
  readonly written: SourceNode;
  /** The literals under `prefixes`, by name. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** The declarations under `parameters`, by name, with the type that each spells out. */
  readonly parameters: ReadonlyMap<string, { readonly node: SourceNode; readonly type: ValueType }>;
};

/** Adds a diagnostic about a node. `offset` points into the text of a scalar. */
export function report(
  context: Context,
  code: DiagnosticCode,
  node: { readonly at: Position; readonly path: string; readonly text?: string },
  message: string,
  options: { readonly help: string; readonly offset?: number; readonly at?: Position },
): void {
  const at = options.at ?? node.at;
  const { offset } = options;
  // The text of a quoted scalar starts one column after the scalar itself.
  const quote = node.text !== undefined && node.text.length === at.length ? 0 : 1;
  const inside = offset !== undefined && offset + quote < at.length;
  context.diagnostics.push({
    code,
    severity: catalogue[code][0],
    message,
    file: context.file,
    position: inside ? { line: at.line, column: at.column + offset + quote, length: 1 } : at,
    path: node.path,
    help: options.help,
  });
}

/** The reference that a part of the model keeps to the place where it was declared. */
export function referenceTo(context: Context, path: string, at: Position): SourceReference {
  return { file: context.file, line: at.line, column: at.column, path };
}

/** The pattern of a key attribute, in the file. */
export function placeOf({ at, pattern }: KeyPart): Parameters<typeof report>[2] {
  const { length } = pattern.writtenPattern ?? pattern.text;
  return { at: { line: at.line, column: at.column, length: length + 2 }, path: at.path };
}
