import type { RecordType } from '../model/model.ts';
import { type Json, type JsonObject, ownProperty } from '../value/json.ts';
import type { DraftRecord } from './draft.ts';
import { withMember, withValue } from './record.ts';
import { typicalValue } from './values/samples.ts';

/**
 * The record from which a fault of one attribute is made: the complete one, or where that has to lack the attribute, one in which
 * it is present. A fault of an attribute that must not be there at all would be two.
 */
export function recordWith(recordType: RecordType, complete: JsonObject, name: string): JsonObject {
  const attribute = recordType.attributes.find((each) => each.name === name);
  return attribute === undefined || attribute.presentWhen === null || Object.hasOwn(complete, name)
    ? complete
    : withValue(recordType, complete, name, typicalValue(attribute.type) as Json);
}

/** An attribute that is there, or missing, against the attribute on which it depends. */
export type PresenceFault = {
  readonly name: string;
  readonly slug: string;
  readonly description: string;
  /** A record without the fault. */
  readonly base: JsonObject;
  readonly record: JsonObject;
  /** A record in which the attribute is present as it should be. */
  readonly present: JsonObject;
};

/** Both contradictions of each attribute that depends on another one, as far as that one has another value. */
export function presenceFaults(recordType: RecordType, complete: JsonObject): readonly PresenceFault[] {
  return recordType.attributes.flatMap(({ name, type, presentWhen }) => {
    const condition = recordType.attributes.find((each) => each.name === presentWhen?.attribute);
    if (presentWhen === null || condition === undefined) return [];
    const present = recordWith(recordType, complete, name);
    const demanding = String(ownProperty(present, condition.name) ?? condition.default);
    const missing: PresenceFault = {
      name,
      slug: `${name}-missing-when-${demanding}`,
      description: `${name}: missing, though ${condition.name} is ${demanding}`,
      base: present,
      record: withMember(present, name, undefined),
      present,
    };
    const others =
      condition.type.kind === 'boolean' ? [true, false] : condition.type.kind === 'string' ? condition.type.enum : null;
    const forbidding = others?.find((value) => !presentWhen.values.includes(String(value)));
    if (forbidding === undefined) return [missing];
    const base: DraftRecord = withValue(recordType, complete, condition.name, forbidding);
    return [
      missing,
      {
        name,
        slug: `${name}-present-when-${forbidding}`,
        description: `${name}: present, though ${condition.name} is ${forbidding}`,
        base,
        record: withMember(base, name, typicalValue(type)),
        present,
      },
    ];
  });
}
