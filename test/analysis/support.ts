import { expect } from 'vitest';
import { compileSchema } from '../../src/compile.ts';

/** One schema and what is to be said of it: code, path, and what the message has to contain. */
export type Case = {
  readonly what: string;
  readonly schema: string;
  readonly expected: readonly (readonly [code: string, path: string, ...message: string[]])[];
};

/** A schema with one table, two indexes, and these record types. */
export function tableOf(recordTypes: string): string {
  return `
parameters:
  name: { type: string, pattern: '[a-z]+', max_length: 30 }
  ulid: { type: string, pattern: '[0-9A-HJKMNP-TV-Z]{26}', max_length: 26 }
  small: { type: integer, minimum: 0, maximum: 9 }
  at: { type: timestamp, format: iso-seconds }
table:
  name: things
  keys:
    primary: { partition_key: PK, sort_key: SK }
    gsi1: { partition_key: GSI1PK, sort_key: GSI1SK }
    gsi2: { partition_key: GSI2PK, sort_key: { name: GSI2SK, type: N } }
record_types:
${recordTypes.replace(/^\n/, '')}`;
}

/** Compiles the schema, and compares all that is said of it. */
export function expectImplications({ schema, expected }: Case): void {
  const { diagnostics } = compileSchema('s.yaml', schema);
  const found = diagnostics.map(({ code, path }) => [code, path]);
  expect(found).toEqual(expected.map(([code, path]) => [code, path]));
  for (const [index, [, , ...parts]] of expected.entries()) {
    for (const part of parts) expect(diagnostics[index]?.message).toContain(part);
  }
}
