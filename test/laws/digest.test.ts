import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Document, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { compileSchema } from '../../src/compile.ts';
import type { Model } from '../../src/model/model.ts';
import { readText } from '../support/codec.ts';
import { law } from '../support/law.ts';

const sources = ['schema/domains/rate-limits/schema.yaml', 'test/support/every-type.yaml'].map(
  (path) => [path, readText(path)] as const,
);

it.each(sources)('is blind to formatting, comments and the order of keys: %s', (_path, source) => {
  const { digest, recordTypes } = model(source);
  const before = new Map(recordTypes.map((each) => [each.name, each.digest]));
  law(
    [fc.infiniteStream(fc.nat(1_000_000)), fc.boolean(), fc.constantFrom(1, 2, 7), fc.string()],
    (choices, flow, indent, comment) => {
      const after = model(rewritten(source, choices, { flow, indent, comment }), 'another-name.yaml');
      expect(after.digest).toBe(digest);
      expect(new Map(after.recordTypes.map((each) => [each.name, each.digest]))).toEqual(
        new Map(after.recordTypes.map((each) => [each.name, before.get(each.name)])),
      );
    },
    3,
  );
});

it.each(sources)('changes when anything changes that an item depends on: %s', (_path, source) => {
  const { digest } = model(source);
  const leaves = leavesOf(source);
  law(
    [fc.constantFrom(...leaves)],
    (path) => {
      const text = withLeafChanged(source, path);
      const { model: after } = compileSchema('schema.yaml', text);
      // Many changes contradict something else, and then there is no model.
      if (after !== undefined) expect([path.join('.'), after.digest]).not.toEqual([path.join('.'), digest]);
    },
    12,
  );
});

function model(text: string, file = 'schema.yaml'): Model {
  const compiled = compileSchema(file, text);
  if (compiled.model === undefined) throw new Error(compiled.diagnostics.map((each) => each.message).join('\n'));
  return compiled.model;
}

/** The same schema as somebody else would have typed it. */
function rewritten(
  source: string,
  choices: fc.Stream<number>,
  { flow, indent, comment }: { readonly flow: boolean; readonly indent: number; readonly comment: string },
): string {
  const document = parseDocument(source, { intAsBigInt: true });
  const next = (): number => choices.next().value ?? 0;
  visit(document, {
    Map: (_key, node) => {
      node.items = node.items
        .map((item) => ({ item, rank: next() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item);
      if (flow && next() % 3 === 0) node.flow = true;
    },
    Pair: (_key, pair) => {
      if (isScalar(pair.key) && next() % 10 === 0) pair.key.commentBefore = comment.replace(/[^ -~]/g, '');
    },
    Scalar: (_key, node) => {
      if (typeof node.value === 'string' && next() % 2 === 0) node.type = 'QUOTE_DOUBLE';
    },
  });
  return String(
    new Document(document.contents, { intAsBigInt: true }).toString({ indent, lineWidth: next() % 2 === 0 ? 0 : 80 }),
  );
}

/** Keys whose values only people read. */
const prose = new Set(['description', 'examples', 'reason', 'justification', 'waivers', 'prefixes', 'format']);

function leavesOf(source: string): readonly (readonly (string | number)[])[] {
  const leaves: (readonly (string | number)[])[] = [];
  const collect = (node: unknown, path: readonly (string | number)[]): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : '';
        if (!prose.has(name) && !name.startsWith('x-')) collect(value, [...path, name]);
      }
    } else if (isSeq(node)) for (const [index, item] of node.items.entries()) collect(item, [...path, index]);
    else leaves.push(path);
  };
  collect(parseDocument(source).contents, []);
  return leaves;
}

function withLeafChanged(source: string, path: readonly (string | number)[]): string {
  const document = parseDocument(source, { intAsBigInt: true });
  const value = document.getIn(path);
  const other =
    typeof value === 'boolean'
      ? !value
      : typeof value === 'bigint'
        ? value + 1n
        : typeof value === 'number'
          ? value + 1
          : `${String(value)}x`;
  document.setIn(path, other);
  return document.toString();
}
