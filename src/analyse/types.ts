import { encodeComponent } from '../key/encoding/encode.ts';
import { encodedType } from '../key/encoding/encoded-type.ts';
import { componentTypes as lookUpTypes } from '../model/component-types.ts';
import type { ComponentToken, RecordType, ScalarType } from '../model/model.ts';
import { Violation } from '../scalar/violation.ts';

export type { ComponentToken };

/** Looks up the type of the text that stands in the place of a component. */
export type TypeOfToken = (token: ComponentToken) => ScalarType;

type Types = { readonly ofValue: (name: string) => ScalarType; readonly ofText: TypeOfToken };

const known = new WeakMap<RecordType, Types>();

/** Looks up the type of a component of a record type's keys. */
export function componentTypes(recordType: RecordType): (name: string) => ScalarType {
  return typesOf(recordType).ofValue;
}

/** The types of what is written in keys: of texts, with their encodings applied. */
export function tokenTypes(recordType: RecordType): TypeOfToken {
  return typesOf(recordType).ofText;
}

function typesOf(recordType: RecordType): Types {
  const types = known.get(recordType) ?? remembered(lookUpTypes(recordType));
  known.set(recordType, types);
  return types;
}

/** An encoded type has a pattern of its own, whose automaton is worth keeping. */
function remembered(lookUp: (name: string) => ScalarType): Types {
  const values = new Map<string, ScalarType>();
  const texts = new Map<ComponentToken, ScalarType>();
  const ofValue = (name: string): ScalarType => {
    const type = values.get(name) ?? lookUp(name);
    values.set(name, type);
    return type;
  };
  const ofText = (token: ComponentToken): ScalarType => {
    const type = texts.get(token) ?? encodedType(ofValue(token.name), token.encodings);
    texts.set(token, type);
    return type;
  };
  return { ofValue, ofText };
}

/** Whether values stand in a key as they are, and so can be told apart there. */
export function isWrittenAsIs(token: ComponentToken): boolean {
  return token.encodings.length === 0;
}

/** What a value looks like in the place of a component. `undefined` for a value that cannot stand there. */
export function tokenWriter(token: ComponentToken, type: ScalarType): (value: string) => string | undefined {
  return (value) => {
    const text = encodeComponent(value, token.encodings, type);
    return text instanceof Violation ? undefined : text;
  };
}

const digests = new WeakMap<ScalarType, string>();

/** A text that is the same for two types when they have the same values. */
export function typeDigest(type: ScalarType): string {
  const digest = digests.get(type);
  if (digest !== undefined) return digest;
  const pattern = type.kind === 'string' ? (type.pattern?.source ?? null) : undefined;
  const made = JSON.stringify({ ...type, pattern, examples: undefined });
  digests.set(type, made);
  return made;
}
