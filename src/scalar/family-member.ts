import { variablePart } from '../model/member-name.ts';
import type { Family } from '../model/model.ts';
import { stringCheck } from './string-check.ts';

/** The member of a family that an attribute is by its name, if it is one. */
export function memberOf(family: Family, name: string): string | undefined {
  const member = variablePart(family, name);
  return member !== undefined && stringCheck(family.domain)(member) === undefined ? member : undefined;
}
