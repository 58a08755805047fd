import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { compileSchema } from '../../../../src/compile.ts';
import { healthyDesign } from '../../../support/design.ts';
import { law } from '../../../support/law.ts';

type Node = { [key: string]: unknown } | unknown[];

/** Every mapping and list of a document, with the keys or positions in it. */
function placesIn(node: unknown): readonly { readonly node: Node; readonly key: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, inner]) => [{ node: node as Node, key }, ...placesIn(inner)]);
}

const sections = [
  'tables',
  'record_types',
  'relations',
  'access_patterns',
  'operations',
  'conventions',
  'compatibility',
];
const count = placesIn(parse(healthyDesign)).length;
const strange = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0, 1.5, '', 'x', '{', '{x}', 'order.', 'order.lines[', [], {}, [[]], [{}]),
  fc.constantFrom<unknown>('order', 'customer_id', 'by_customer', 'status', '__proto__', { attribute: 'x' }, { x: 1 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** The healthy schema with one place of it removed, renamed, replaced, or exchanged with another one. */
const mutant = fc
  .record({ at: fc.nat(count - 1), other: fc.nat(count - 1), how: fc.nat(3), value: strange, name: fc.string() })
  .map(({ at, other, how, value, name }) => {
    const document: unknown = parse(healthyDesign);
    const places = placesIn(document);
    const place = places[at];
    const source = places[other];
    if (place === undefined || source === undefined) return document;
    const node = place.node as { [key: string]: unknown };
    const old = node[place.key];
    if (how === 0) Array.isArray(place.node) ? place.node.splice(Number(place.key), 1) : delete node[place.key];
    else if (how === 1) node[place.key] = value;
    else if (how === 2) node[place.key] = structuredClone((source.node as { [key: string]: unknown })[source.key]);
    else if (!Array.isArray(place.node)) {
      delete node[place.key];
      node[name] = old;
    }
    return document;
  });

it('says where, whatever one place of a design becomes, and never throws', () => {
  expect(sections.every((section) => healthyDesign.includes(`\n${section}:`))).toBe(true);
  let refused = 0;
  law(
    [mutant],
    (document) => {
      const text = stringify(document, { aliasDuplicateObjects: false });
      const lines = text.split('\n');
      const { model, diagnostics } = compileSchema('schema.yaml', text);
      const wrong = diagnostics.some(({ severity }) => severity === 'error');
      expect(model === undefined).toBe(wrong);
      for (const { position, path, message } of diagnostics) {
        expect(message).not.toMatch(/undefined|\[object/);
        expect(typeof path).toBe('string');
        expect(position.line).toBeLessThanOrEqual(lines.length);
        expect(position.column).toBeLessThanOrEqual((lines[position.line - 1]?.length ?? 0) + 1);
      }
      if (wrong) refused++;
    },
    100,
  );
  expect(refused).toBeGreaterThan(50);
});
