import type { Fault } from './fault.ts';
import { takingItems } from './support/decorate.ts';

export const attributeNameAnyCase: Fault = {
  id: 'attribute-name-any-case',
  summary: 'An attribute is read under its name in any case.',
  hazard: 'attr-name-convention',
  seenIn: 'attributevalue of the AWS SDK for Go, as encoding/json, looks for fields with strings.EqualFold().',
  killedBy: 'item-decode-refusal',
  apply: (codec) =>
    takingItems(codec, (item, { attributes }) => {
      const names = new Map(attributes.map(({ name }) => [name.toLowerCase(), name]));
      return Object.fromEntries(
        Object.entries(item).map(([name, value]) => [names.get(name.toLowerCase()) ?? name, value] as const),
      );
    }),
};
