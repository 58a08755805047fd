import type { Attribute } from '../../model/model.ts';
import { setProperty } from '../../value/json.ts';
import type { JsonSchema } from './json-schema.ts';

/** An object with named members: those of a map, or the attributes of a record. */
export function membersSchema(
  members: readonly Attribute[],
  schemaOf: (member: Attribute) => JsonSchema,
): JsonSchema & { readonly properties: JsonSchema; readonly required: readonly string[] } {
  const properties: { [name: string]: JsonSchema } = {};
  for (const member of members) setProperty(properties, member.name, schemaOf(member));
  const conditions = members.flatMap((member) => conditionOf(member, members));
  return {
    type: 'object',
    properties,
    required: members.filter(mustBeGiven).map(({ name }) => name),
    additionalProperties: false,
    ...(conditions.length === 0 ? {} : { allOf: conditions }),
  };
}

/** A required attribute may be left out of a record that is written if the writer has a default for it. */
function mustBeGiven({ required, default: value, defaultOn, defaultFrom }: Attribute): boolean {
  return required && (value === undefined || defaultOn === 'read') && defaultFrom === null;
}

/** `present_when`: there exactly when another member has one of some values. */
function conditionOf({ name, presentWhen }: Attribute, members: readonly Attribute[]): readonly JsonSchema[] {
  const condition = members.find((member) => member.name === presentWhen?.attribute);
  if (presentWhen === null || condition === undefined) return [];
  const values = presentWhen.values.map((value) => (condition.type.kind === 'boolean' ? value === 'true' : value));
  const byDefault = values.some((value) => value === condition.default);
  // Whose value comes from elsewhere when it is missing can be anything then.
  if (condition.defaultFrom !== null || condition.defaultWhenEmpty) return [];
  return [
    {
      if: {
        properties: { [condition.name]: { enum: values } },
        ...(byDefault ? {} : { required: [condition.name] }),
      },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { required: [name] },
      else: { not: { required: [name] } },
    },
  ];
}
