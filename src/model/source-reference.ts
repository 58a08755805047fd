/** Where the schema says something: the user's file name, line and column (from 1), and the path in the document. */
export type SourceReference = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
};
