import { domainOf } from '../../harness/self-test/self-test.ts';
import { codecOf } from './codec.ts';

/**
 * What the vectors of a schema find in a program that reads the schema otherwise in one place: checks with ids of vectors.
 *
 * @param edits what stands there, and what the program takes it for; each must be in the schema
 */
export function foundIn(schema: string, ...edits: readonly (readonly [string, string])[]): readonly string[] {
  let mutant = schema;
  for (const [right, wrong] of edits) {
    if (!mutant.includes(right)) throw new Error(`the schema has no ${right}`);
    mutant = mutant.replace(right, wrong);
  }
  const faulty = codecOf(mutant);
  return [...domainOf(codecOf(schema).model).cases].flatMap(([check, cases]) =>
    cases.flatMap(({ vector, judge }) => (judge(faulty).passed ? [] : [`${check} ${vector}`])),
  );
}
