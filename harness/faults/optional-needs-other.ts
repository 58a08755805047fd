import type { Fault } from './fault.ts';
import { writingItems } from './support/decorate.ts';
import { mapMembers } from './support/walk.ts';

export const optionalNeedsOther: Fault = {
  id: 'optional-needs-other',
  summary: 'An optional attribute is written only when the one before it is there.',
  hazard: 'attr-conditional-presence',
  seenIn:
    'An "if" inside of another one; optional parameters by position, of which none can be left out before the last.',
  killedBy: 'item-encode',

  apply: (codec) =>
    writingItems(codec, (item, { attributes }) => {
      const optional = attributes
        .filter((each) => !each.required && each.default === undefined)
        .map(({ name }) => name);
      return mapMembers(item, (value, name) => {
        const before = optional[optional.indexOf(name) - 1];
        return before === undefined || Object.hasOwn(item, before) ? value : undefined;
      });
    }),
};
