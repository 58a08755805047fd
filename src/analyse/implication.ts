import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { SourceReference } from '../model/model.ts';

/** Something that the patterns of a schema imply, with a case that shows it. */
export type Implication = {
  readonly code: DiagnosticCode;
  readonly at: SourceReference;
  readonly message: string;
  readonly help: string;
};
