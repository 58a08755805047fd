import type { Declared } from './declared.ts';
import type { Tape } from './tape.ts';

const strings: readonly [Declared, ...Declared[]] = [
  { declaration: { type: 'string', max_length: 12 }, samples: ['a', 'B c', 'é#/|%'] },
  { declaration: { type: 'string', max_bytes: 11 }, samples: ['a', 'é#/|%'] },
  { declaration: { type: 'string', pattern: '[a-é]+', max_bytes: 9 }, samples: ['abc', 'é'] },
  { declaration: { type: 'string', pattern: '[a-z]+', max_length: 9 }, samples: ['abc', 'x'] },
  { declaration: { type: 'string', pattern: '[A-Za-z0-9_-]{1,12}' }, samples: ['aB', 'Z-9'] },
  { declaration: { type: 'string', pattern: '^(?:ab|c)+[0-9]?$', max_length: 8 }, samples: ['ab', 'cab7'] },
  { declaration: { type: 'string', pattern: '[^#/|]+', max_length: 10, reserved: ['none'] }, samples: ['x y', '-'] },
  { declaration: { type: 'string', enum: ['red', 'Green', 'b-3'] }, samples: ['red', 'Green'] },
  { declaration: { type: 'string', const: 'only' }, samples: ['only'] },
  { declaration: { type: 'string', allow_empty: true, max_length: 5 }, samples: ['', 'z'] },
  { declaration: { type: 'string', min_length: 2, max_length: 4 }, samples: ['no', 'four'] },
  { declaration: { type: 'string' }, samples: ['anything'] },
  { declaration: { type: 'string', format: 'uuid' }, samples: ['00000000-0000-4000-8000-000000000000'] },
  { declaration: { type: 'string', format: 'ulid' }, samples: ['01ARZ3NDEKTSV4RRFFQ69G5FAV'] },
  { declaration: { type: 'string', format: 'slug', max_length: 20 }, samples: ['a-b'] },
  { declaration: { type: 'string', format: 'email', max_length: 30 }, samples: ['a@b.c'] },
  { declaration: { type: 'string', format: 'url', max_length: 30 }, samples: ['https://a/'] },
  { declaration: { type: 'string', format: 'git-sha' }, samples: ['0123456789012345678901234567890123456789'] },
  { declaration: { type: 'string', format: 'sha256' }, samples: [`sha256:${'0f'.repeat(32)}`] },
  { declaration: { type: 'string', format: 'cron', max_length: 25 }, samples: ['*/5 0 * * 1-5'] },
];

/** Text with lengths, patterns, formats, listed and reserved values. */
export function stringFrom(tape: Tape): Declared {
  return tape.pick(strings);
}

/** Integers with and without bounds, a step, listed values, and stored as text. */
export function integerFrom(tape: Tape): Declared {
  const [minimum, maximum] = tape.pick<readonly [number | undefined, number | undefined]>([
    [0, 99],
    [undefined, undefined],
    [0, 9],
    [0, undefined],
    [-5, 5],
    [1100, 20000],
    [0, 1_000_000],
    [undefined, 0],
  ]);
  const step = tape.chance(20) ? tape.pick([5, 3, 100]) : undefined;
  const listed = tape.chance(10) ? [2, 10, 33] : undefined;
  const candidates = [minimum ?? -15, maximum ?? 3300, 0, 1, 5, 9, 300, 1500].filter(
    (each) => each >= (minimum ?? -99) && each <= (maximum ?? 9999999),
  );
  const samples = candidates.filter((each) => step === undefined || each % step === 0);
  // A step that leaves nothing would be a mistake of its own.
  const useful = step !== undefined && samples.length > 0;
  const declaration = {
    type: 'integer',
    ...(listed !== undefined
      ? { enum: listed }
      : {
          ...(minimum === undefined ? {} : { minimum }),
          ...(maximum === undefined ? {} : { maximum }),
          ...(useful ? { multiple_of: step } : {}),
        }),
    ...(tape.chance(15) ? { stored_as: 'S' } : {}),
  };
  return { declaration, samples: (listed ?? (useful ? samples : candidates)).map(String) };
}

/** Numbers with fractions. */
export function decimalFrom(tape: Tape): Declared {
  const [bounds, samples] = tape.pick<readonly [object, readonly string[]]>([
    [{}, ['0.5', '-3', '12345678901234567890.5']],
    [{ minimum: 0, maximum: 100 }, ['0', '99.5']],
    [{ minimum: '-0.25', maximum: '0.75' }, ['-0.25', '0.5']],
    [{ enum: [1, '2.5', '-0.001'] }, ['1', '2.5']],
  ]);
  const scale = 'enum' in bounds ? undefined : tape.pick([undefined, 0, 2]);
  const short = samples.filter((each) => scale !== 0 || !each.includes('.'));
  return {
    declaration: {
      type: 'decimal',
      ...bounds,
      ...(scale === undefined || short.length === 0 ? {} : { scale }),
      ...(tape.chance(20) ? { stored_as: 'S' } : {}),
    },
    samples: scale === undefined || short.length === 0 ? samples : short,
  };
}

const instants: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['iso-seconds', '2024-02-29T23:59:59Z'],
  ['iso-milliseconds', '2024-01-02T03:04:05.678Z'],
  ['iso-microseconds', '0001-01-02T03:04:05.000009Z'],
  ['rfc3339', '2024-01-02T03:04:05.67+05:45'],
  ['date', '2024-12-31'],
  ['month', '1999-01'],
  ['epoch-seconds', '1704164645'],
  ['epoch-milliseconds', '0'],
];

/** Timestamps of every format. */
export function timestampFrom(tape: Tape): Declared {
  const [format, text] = tape.pick(instants);
  return { declaration: { type: 'timestamp', format }, samples: [text] };
}

/** Bytes. */
export function binaryFrom(tape: Tape): Declared {
  return tape.pick<Declared>([
    { declaration: { type: 'binary', max_length: 8 }, samples: ['AP8='] },
    { declaration: { type: 'binary', min_length: 2, max_length: 2 }, samples: ['AP8='] },
    { declaration: { type: 'binary', allow_empty: true, max_length: 4 }, samples: ['', 'AA=='] },
    { declaration: { type: 'binary' }, samples: ['AAEC'] },
  ]);
}

/** A type whose values are one text, and can stand in a key. */
export function textualFrom(tape: Tape): Declared {
  return tape.pick([stringFrom, integerFrom, timestampFrom])(tape);
}
