import type { Declaration } from './declared.ts';
import type { Tape } from './tape.ts';
import { valueFrom } from './value.ts';

/** The parameters whose values are names of members. */
export const familyParameters = {
  limit: { type: 'string', pattern: '[a-z]{2,5}', reserved: ['wcu'], examples: ['rpm'] },
  region: { type: 'string', enum: ['eu', 'us', 'ap-1'] },
} as const;

/** Families alone and in groups, with members that are always or never there. */
export function familiesFrom(tape: Tape): Declaration {
  if (!tape.chance(35)) return {};
  const variable = tape.pick(['limit', 'region'] as const);
  const [always, never] = variable === 'limit' ? ['rpm', 'tpm'] : ['eu', 'us'];
  const group = tape.pick([undefined, 'limits']);
  const shared = {
    ...(group === undefined ? {} : { group }),
    ...(tape.chance(40) ? { required_members: [always] } : {}),
    ...(tape.chance(30) ? { excluded_members: [never] } : {}),
  };
  const family = (): Declaration => ({
    ...valueFrom(tape, 1).declaration,
    ...(tape.chance(25) ? { nullable: true } : {}),
    ...shared,
  });
  const first = `b_{${variable}}${tape.pick(['', '_tk'])}`;
  return { [first]: family(), ...(tape.chance(60) ? { [`q.{${variable}}.x`]: family() } : {}) };
}
