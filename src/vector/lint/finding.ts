import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import type { Diagnostic, Position } from '../../diagnostics/diagnostic.ts';
import type { CommittedFile } from '../deviation.ts';
import { placeOf } from '../place.ts';

/** A vector file as it is looked at: `name` is its path as messages say it. */
export type LintedFile = CommittedFile & { readonly name: string };

/** Something wrong in a file, before its place is looked for. */
export type Finding = {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly help: string;
  /** Members and indexes that lead to it. */
  readonly pointer: readonly (string | number)[];
  /** Where it is, when no member leads to it. */
  readonly position?: Position;
};

/** A finding with its place in the text of the file. */
export function located(
  { name, text }: Pick<LintedFile, 'name' | 'text'>,
  { code, message, help, pointer, position }: Finding,
): Diagnostic {
  return {
    code,
    severity: 'error',
    message,
    file: name,
    position: position ?? placeOf(text, pointer),
    path: pointer
      .map((each) => (typeof each === 'number' ? `[${each}]` : `.${each}`))
      .join('')
      .replace(/^\./, ''),
    help,
  };
}
