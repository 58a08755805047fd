import { attributesFrom } from './attributes.ts';
import { type Declaration, type Declared, typeNameOf } from './declared.ts';
import { binaryFrom, decimalFrom, integerFrom, stringFrom, textualFrom, timestampFrom } from './scalar.ts';
import type { Tape } from './tape.ts';

const boolean: Declared = { declaration: { type: 'boolean' }, samples: [true, false] };

/** A value of any type, up to `depth` collections inside each other. */
export function valueFrom(tape: Tape, depth = 2): Declared {
  const simple: readonly [(tape: Tape) => Declared, ...((tape: Tape) => Declared)[]] = [
    stringFrom,
    integerFrom,
    () => boolean,
    decimalFrom,
    timestampFrom,
    binaryFrom,
  ];
  if (depth === 0 || tape.chance(55)) return tape.pick(simple)(tape);
  return tape.pick([setFrom, listFrom, mapFrom, structFrom, unionFrom, freeFrom])(tape, depth - 1);
}

function setFrom(tape: Tape): Declared {
  const kind = tape.pick(['string_set', 'number_set', 'binary_set'] as const);
  const item =
    kind === 'binary_set'
      ? binaryFrom(tape)
      : kind === 'string_set'
        ? tape.pick([stringFrom, timestampFrom])(tape)
        : tape.pick([integerFrom, decimalFrom])(tape);
  const stored = kind === 'string_set' && String(item.declaration['format']).startsWith('epoch');
  const fits = !stored && item.declaration['stored_as'] === undefined;
  return {
    declaration: {
      type: kind,
      ...(fits && tape.chance(70) ? { items: item.declaration } : {}),
      ...(tape.chance(40) ? { empty_set: 'omit' } : {}),
    },
    samples: [fits ? item.samples.slice(0, 1) : [{ string_set: 'x', number_set: '1', binary_set: 'AA==' }[kind]]],
  };
}

function listFrom(tape: Tape, depth: number): Declared {
  const items = valueFrom(tape, depth);
  const bounds = tape.pick<Declaration>([{}, { min_items: 1, max_items: 3 }, { allow_empty: false }, { max_items: 2 }]);
  if (tape.chance(10)) return { declaration: { type: 'list' }, samples: [[]] };
  const nullable = tape.chance(25);
  return {
    declaration: { type: 'list', items: { ...items.declaration, ...(nullable ? { nullable } : {}) }, ...bounds },
    samples: [items.samples.slice(0, 1)],
  };
}

function mapFrom(tape: Tape, depth: number): Declared {
  const values = valueFrom(tape, depth);
  const nullable = tape.chance(25);
  const [sample = null] = values.samples;
  return {
    declaration: {
      type: 'map',
      values: { ...values.declaration, ...(nullable ? { nullable } : {}) },
      ...(tape.chance(30) ? { allow_empty: false } : {}),
    },
    samples: [{ key: sample }],
  };
}

/** A map with declared members, each an attribute of its own. */
function structFrom(tape: Tape, depth: number): Declared {
  const members = attributesFrom(tape, depth, tape.pick([1, 2, 3]));
  return { declaration: { type: 'map', members }, samples: [] };
}

/** Variants that differ in their shape in a record, and maps by a constant. */
function unionFrom(tape: Tape, depth: number): Declared {
  const text = tape.pick([textualFrom, binaryFrom, decimalFrom])(tape);
  const variants: Declaration[] = [text.declaration];
  if (tape.chance(50)) variants.push(boolean.declaration);
  if (tape.chance(50)) variants.push(tape.pick([listFrom, setFrom])(tape, 0).declaration);
  const maps = tape.pick([2, 1, 0, 3]);
  for (const tag of ['one', 'two', 'three'].slice(0, maps)) {
    const { members } = structFrom(tape, Math.min(depth, 1)).declaration as { members: Declaration };
    variants.push({
      type: 'map',
      members: { ...members, kind: { type: 'string', const: tag, required: true } },
    });
  }
  if (variants.length < 2) variants.push(boolean.declaration);
  return { declaration: { type: 'union', variants }, samples: text.samples };
}

function freeFrom(tape: Tape): Declared {
  return tape.pick<Declared>([
    { declaration: { type: 'map' }, samples: [{}, { a: { N: '1' } }] },
    { declaration: { type: 'any' }, samples: [{ S: 'x' }, { L: [{ NULL: true }] }] },
    { declaration: { type: 'map', allow_empty: false }, samples: [{ a: { BOOL: true } }] },
  ]);
}

/** Whether an empty text can be told from its absence. */
export function isText(declared: Declared): boolean {
  return typeNameOf(declared) === 'string';
}
