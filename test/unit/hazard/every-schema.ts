import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateVectors } from '../../../src/generate/vectors.ts';
import type { VectorKind } from '../../../src/vector/vector.ts';
import { root } from '../../architecture/source-files.ts';
import { codecOf, readText } from '../../support/codec.ts';

/**
 * What no other schema of this repository has: a list of bytes, a shard, a day made of an instant, a text for nothing, bytes as
 * a sort key, numbers that a rule compares, and maps that a constant tells apart.
 */
export const rest = `tables:
  rest:
    keys:
      primary: { partition_key: PK, sort_key: SK }
  bytes:
    keys:
      primary: { partition_key: PK, sort_key: { name: blob, type: B } }
record_types:
  chunk:
    table: bytes
    pk_pattern: "{id}"
    attributes:
      id: { type: string, pattern: '[a-z]+', max_length: 9, required: true }
      blob: { type: binary, min_length: 1, max_length: 9, required: true }
  event:
    table: rest
    pk_pattern: "EVENT#{id:shard(crc32,4)}"
    sk_pattern: "{at:date}#{note:or(-)}#{id}"
    rules: [{ name: forwards, assert: { from: { at_most: { attribute: to } } } }]
    attributes:
      from: { type: integer, minimum: 0 }
      to: { type: integer, minimum: 0 }
      id: { type: string, pattern: '[a-z]+', max_length: 9, required: true }
      at: { type: timestamp, format: iso-seconds, required: true }
      note: { type: string, pattern: '[a-z]+', max_length: 9 }
      parts: { type: list, items: { type: binary } }
      shape:
        type: union
        variants:
          - { type: map, members: { kind: { type: string, const: disc, required: true } } }
          - { type: map, members: { kind: { type: string, const: box, required: true } } }
`;

/** The hazards that vectors of the contracts and of the tests' schemas carry, with the kinds of those vectors. */
export function emittedHazards(): ReadonlyMap<string, ReadonlySet<VectorKind>> {
  // The state of a portal has 15,000 vectors, and shows nothing that the others do not.
  const domains = readdirSync(join(root, 'schema/domains'))
    .filter((name) => name !== 'execution-state')
    .map((name) => `schema/domains/${name}/schema.yaml`);
  const texts = [...[...domains, 'test/support/every-type.yaml', 'test/support/design.yaml'].map(readText), rest];
  const emitted = new Map<string, Set<VectorKind>>();
  for (const { kind, vectors } of texts.flatMap((text) => generateVectors(codecOf(text))))
    for (const hazard of vectors.flatMap(({ hazards }) => hazards))
      emitted.set(hazard, (emitted.get(hazard) ?? new Set()).add(kind));
  return emitted;
}
