import type { Field } from '../fields/field.ts';
import { withDefault } from '../fields/field.ts';
import { type Limits, limitFamilies } from '../fields/limit-families.ts';
import { customLimitName, positive } from '../values/domains.ts';
import { integer } from '../values/integers.ts';

/** Limits as a person configures them: in tokens and seconds, where a bucket has millitokens and milliseconds. */
export type ConfiguredLimits = Limits<'capacity' | 'refillAmount' | 'refillPeriod'>;

export const configuredLimits: Field<ConfiguredLimits> = limitFamilies({
  prefix: 'l',
  variable: 'custom_limit',
  limitName: customLimitName,
  amount: positive,
  suffixes: { capacity: 'cp', refillAmount: 'ra', refillPeriod: 'rp' },
  required: [],
});

/** There is one version of configurations so far. */
export const configVersion: Field<number> = withDefault('config_version', integer(1, 1), 1);
