import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateVectors } from '../../../../src/generate/vectors.ts';
import type { VectorFile } from '../../../../src/vector/vector.ts';
import { root } from '../../../architecture/source-files.ts';
import { codecOf, readText } from '../../../support/codec.ts';
import { rest } from '../../hazard/every-schema.ts';

/**
 * What no shipped schema asks for: numbers that are multiples, a scale, lengths of bytes and lists, texts with a least length,
 * an index for some of the texts that an attribute may have, a rule about what is in a map.
 */
const edges = `table: { name: edges, keys: { primary: { partition_key: PK }, by_lane: { partition_key: LANE } } }
record_types:
  edge:
    pk_pattern: 'EDGE#{code}'
    indexes: { by_lane: { when: { lane: [soon, later] }, pk_pattern: 'LANE#{lane}' } }
    rules:
      - { name: proven, if: { proof.kind: link, proof.needed: true }, then: { brief: { present: true } } }
      - { name: cheap, if: { status: open }, then: { price: { at_most: 250 } } }
    attributes:
      code: { type: string, pattern: '[A-Z0-9-]+', min_length: 3, max_length: 9, required: true }
      price: { type: decimal, minimum: 0, scale: 2 }
      lane: { type: string, pattern: '[a-z]+', max_length: 9 }
      brief: { type: string, max_bytes: 8 }
      step: { type: integer, minimum: 0, multiple_of: 5 }
      blob: { type: binary, min_length: 2, max_length: 4 }
      pair: { type: list, min_items: 2, max_items: 3, items: { type: string } }
      whole: { type: number_set, items: { type: decimal } }
      choice: { type: union, variants: [{ type: string }, { type: boolean }] }
      status: { type: string, default_when_empty: true, default: open }
      proof: { type: map, members: { kind: { type: string, enum: [link, word], required: true }, needed: { type: boolean, required: true } } }
`;

type Vector = VectorFile['vectors'][number];

/** For each scenario the hazards of the vectors that show it, in the contracts and in the schemas of the tests. */
export function emittedScenarios(): ReadonlyMap<string, ReadonlySet<string>> {
  // The state of a portal shows nothing that the others do not.
  const domains = readdirSync(join(root, 'schema/domains'))
    .filter((name) => name !== 'execution-state')
    .map((name) => `schema/domains/${name}/schema.yaml`);
  const texts = [
    ...[...domains, 'test/support/every-type.yaml', 'test/support/design.yaml'].map(readText),
    edges,
    rest,
  ];
  const emitted = new Map<string, Set<string>>();
  const vectors = texts
    .flatMap((text) => generateVectors(codecOf(text)))
    .flatMap((file): readonly Vector[] => file.vectors);
  for (const { scenario = '', hazards } of vectors) {
    const own = emitted.get(scenario) ?? new Set();
    for (const hazard of hazards) own.add(hazard);
    emitted.set(scenario, own);
  }
  return emitted;
}
