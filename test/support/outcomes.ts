import { failed, type Problem, passed } from '../../src/check/problem.ts';
import type { CheckId } from '../../src/check/registry.ts';
import type { KnownFailure } from '../../src/config/config.ts';
import type { Outcome } from '../../src/plan/outcome.ts';
import type { Json } from '../../src/value/json.ts';
import type { ItemVector } from '../../src/vector/vector.ts';
import { recordTypeOf } from './codec.ts';
import { rateLimits } from './schemas.ts';
import { itemVector } from './vectors.ts';

const meta = recordTypeOf(rateLimits, 'entity_meta');

/** A vector of `entity_meta`; a longer id makes a longer vector. */
export function metaVector(slug: string): ItemVector {
  return itemVector(rateLimits, 'entity_meta', slug, {
    namespace_id: '_',
    entity_id: 'u',
    created_at: '2024-01-02T03:04:05Z',
  });
}

type Details = {
  readonly check?: CheckId;
  readonly implementation?: string;
  readonly writer?: string;
  readonly vector?: string;
  readonly index?: string;
  readonly kind?: Problem['kind'];
  readonly path?: readonly string[];
  readonly expected?: Json;
  readonly actual?: Json;
  readonly stderr?: string;
};

/** What became of a case of `item-encode` by "ada" unless it is said otherwise. */
export function outcome(result: 'passed' | 'failed' | { readonly notRun: string }, details: Details = {}): Outcome {
  const { check = 'item-encode', implementation = 'ada', vector = 'one', kind = 'wrong', path = ['name'] } = details;
  const problem = failed(kind, `${path.join('.')} is not right`, {
    path,
    expected: details.expected,
    actual: details.actual,
  });
  return {
    planned: {
      check,
      implementation,
      ...(details.writer === undefined ? {} : { writer: details.writer }),
      ...(details.index === undefined ? {} : { index: details.index }),
      recordType: meta,
      vector: metaVector(vector),
      notRun: null,
    },
    result: result === 'passed' ? passed : result === 'failed' ? problem : result,
    ...(details.stderr === undefined ? {} : { stderr: details.stderr }),
  };
}

/** An entry of the list of known failures: "ada" fails `item-encode` unless it is said otherwise. */
export function known(line: number, vectors: readonly string[], change: Partial<KnownFailure> = {}): KnownFailure {
  return {
    implementation: 'ada',
    check: 'item-encode',
    writer: null,
    vectors: vectors.map((slug) => `entity_meta/${slug}`),
    reason: 'it has always been so',
    at: { file: 'itemproof.yaml', line, column: 5, path: `known[${line}]` },
    ...change,
  };
}
