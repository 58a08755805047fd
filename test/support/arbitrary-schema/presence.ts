import type { Declaration, Declared } from './declared.ts';
import { typeNameOf } from './declared.ts';
import type { Tape } from './tape.ts';

/** The keys beside a value that say when an attribute is there, and what stands for it when it is not. */
export function presenceFrom(tape: Tape, declared: Declared): Declaration {
  const { samples, declaration } = declared;
  const [sample] = samples;
  const isSet = typeNameOf(declared).endsWith('_set');
  const nullable = tape.chance(20) ? { nullable: true } : {};
  // An empty set that is left out must not come back as another default.
  const value = isSet && declaration['empty_set'] === 'omit' ? [] : isSet ? undefined : sample;
  const withDefault: readonly Declaration[] =
    value === undefined
      ? []
      : [
          { default: value, required: true },
          { default: value },
          { default: value, required: true, default_on: 'read' },
          { default: value, default_on: 'write' },
          { default: value, default_on: 'both', required: true },
          ...(typeNameOf(declared) === 'string' ? [{ default: value, default_when_empty: true }] : []),
          { default: null, nullable: true },
        ];
  return { ...nullable, ...tape.pick<Declaration>([{ required: true }, {}, {}, ...withDefault]) };
}
