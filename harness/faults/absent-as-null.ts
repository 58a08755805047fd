import type { Fault } from './fault.ts';
import { writingItems } from './support/decorate.ts';

export const absentAsNull: Fault = {
  id: 'absent-as-null',
  summary: 'What is absent is written as NULL.',
  hazard: 'null-missing-vs-default',
  seenIn: "Python's None and Go's nil pointers, as boto3 and attributevalue write them by default.",
  killedBy: 'item-encode',
  apply: (codec) =>
    writingItems(codec, (item, recordType) => ({
      ...item,
      ...Object.fromEntries(
        recordType.attributes.flatMap(({ name }) =>
          Object.hasOwn(item, name) ? [] : [[name, { NULL: true as const }]],
        ),
      ),
    })),
};
