import { type Declaration, type Declared, typeNameOf } from './declared.ts';
import { presenceFrom } from './presence.ts';
import type { Tape } from './tape.ts';
import { valueFrom } from './value.ts';

/** Attributes of a record type, or members of a map: values, and how they depend on each other. */
export function attributesFrom(tape: Tape, depth: number, count: number): Declaration {
  const attributes: { [name: string]: Declaration } = {};
  const values = Array.from({ length: count }, () => valueFrom(tape, depth));
  for (const [index, value] of values.entries()) {
    attributes[`${tape.pick(['a', 'b-', 'C', 'd_'])}${index}`] = { ...value.declaration, ...presenceFrom(tape, value) };
  }
  if (tape.chance(30)) {
    const status = { type: 'string', enum: ['open', 'sent', 'closed'] };
    const presence = tape.pick<Declaration>([
      { required: true },
      { required: true, default: 'open' },
      {},
      { nullable: true },
    ]);
    attributes['status'] = { ...status, ...presence };
    const conditional = valueFrom(tape, depth);
    attributes['since'] = {
      ...conditional.declaration,
      present_when: { status: tape.pick([['sent'], ['sent', 'closed']]) },
    };
  }
  if (tape.chance(20)) {
    attributes['flag'] = { type: 'boolean', ...tape.pick<Declaration>([{ required: true }, {}, { default: false }]) };
    attributes['reason'] = { type: 'string', max_length: 5, present_when: { flag: [tape.pick([true, false])] } };
  }
  const source = Object.entries(attributes)[0];
  if (source !== undefined && tape.chance(20) && canBeCopied(source[1])) {
    const { default: _default, default_on: _on, default_when_empty: _empty, ...type } = source[1];
    attributes['copy'] = {
      ...type,
      default_from: source[0],
      ...(tape.chance(40) ? { default_on: 'write' } : {}),
      ...(tape.chance(30) && type['type'] === 'string' ? { default_when_empty: true } : {}),
    };
  }
  return attributes;
}

function canBeCopied(declaration: Declaration): boolean {
  return ['string', 'integer', 'decimal', 'timestamp'].includes(typeNameOf({ declaration, samples: [] } as Declared));
}
