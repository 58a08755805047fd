import type { Fault } from './fault.ts';
import { writingItems } from './support/decorate.ts';

export const attributeNameCamelCase: Fault = {
  id: 'attribute-name-camel-case',
  summary: 'Attributes are written in the naming style of the language: createdAt for created_at.',
  hazard: 'attr-name-convention',
  seenIn: "serde's rename_all = \"camelCase\", Jackson's and System.Text.Json's naming policies.",
  killedBy: 'item-encode',
  apply: (codec) =>
    writingItems(codec, (item, recordType) =>
      Object.fromEntries(
        Object.entries(item).map(([name, value]) => [
          recordType.attributes.some((each) => each.name === name)
            ? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
            : name,
          value,
        ]),
      ),
    ),
};
