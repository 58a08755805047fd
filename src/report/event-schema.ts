import { checkIds, operations } from '../check/registry.ts';

/** The events of a run, as JSON Schema 2020-12. `schema/formats/event.schema.json` is written from this object. */

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const texts = { type: 'array', items: text } as const;
const byRecordType = { type: 'object', additionalProperties: texts } as const;
const check = { enum: checkIds } as const;

function event(
  type: string,
  properties: { readonly [name: string]: object },
  optional: readonly string[] = [],
): object {
  const all: { readonly [name: string]: object } = { type: { const: type }, ...properties };
  return {
    type: 'object',
    properties: all,
    required: Object.keys(all).filter((name) => !optional.includes(name)),
    additionalProperties: false,
  };
}

const counts = { planned: count, passed: count, failed: count, known: count, not_run: count } as const;

function object(properties: { readonly [name: string]: object }): object {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

export const eventSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://itemproof.dev/schema/formats/event.schema.json',
  title: 'Itemproof run events, format 1: one object a line, the last of them a summary',
  oneOf: [
    event(
      'run',
      {
        itemproof: text,
        schema: object({ name: text, version: text, digest: text, file: text }),
        vectors: count,
        quick: count,
      },
      ['quick'],
    ),
    event('store', { kind: text, engine: text, version: text, capabilities: texts, lacks: texts, notes: texts }),
    event('implementation', {
      name: text,
      implementation: text,
      language: text,
      version: text,
      runtime: { type: ['string', 'null'] },
      generated: byRecordType,
      not_read: byRecordType,
    }),
    event('absent', { name: text, reason: text, do: text }),
    event('gap', { implementation: text, op: { enum: operations }, record_types: texts, reason: text }),
    event(
      'case',
      {
        check,
        implementation: text,
        writer: text,
        vector: text,
        index: text,
        entry: { type: 'integer', minimum: 0 },
        status: { enum: ['passed', 'failed', 'known', 'not_run'] },
        reason: text,
      },
      ['writer', 'index', 'entry', 'reason'],
    ),
    event(
      'finding',
      {
        status: { enum: ['failed', 'known'] },
        check,
        implementation: text,
        writer: text,
        record_type: text,
        problem: {
          enum: [
            'wrong',
            'accepted',
            'refused',
            'wrong-class',
            'internal',
            'unsupported',
            'crashed',
            'timeout',
            'protocol-violation',
          ],
        },
        path: texts,
        message: text,
        vector: text,
        vectors: texts,
        cases: count,
        hazards: texts,
        expected: {},
        actual: {},
        sent: {},
        stored: {},
        key: { type: 'object' },
        at: object({ file: text, line: count, column: count, path: text }),
        agreeing: texts,
        reference_fails: { const: true },
        stale: object({ vector: text, writer: text }),
        reason: text,
        stderr: text,
        replay: text,
      },
      [
        'writer',
        'expected',
        'actual',
        'sent',
        'stored',
        'key',
        'agreeing',
        'reference_fails',
        'stale',
        'reason',
        'stderr',
      ],
    ),
    event(
      'summary',
      {
        ...counts,
        implementations: { type: 'array', items: object({ name: text, ...counts }) },
        complaints: texts,
        broken_off: text,
      },
      ['broken_off'],
    ),
  ],
};
