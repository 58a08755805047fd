import { isScalar } from '../model/component-types.ts';
import { componentNames } from '../model/key-pattern.ts';
import type { RecordType } from '../model/model.ts';
import { buildPart } from './build.ts';
import { sampleValues } from './samples.ts';
import { componentTypes } from './types.ts';

/** The primary key of a record, as a writer makes it, as JSON. */
export function typicalKey(recordType: RecordType): string | undefined {
  return typicalAttributes(recordType, []);
}

/**
 * The primary key of a record together with other attributes that are one text in a record, as JSON. `undefined` where a
 * writer refuses to make one of them of the first values that come to mind.
 */
export function typicalAttributes(recordType: RecordType, names: readonly string[]): string | undefined {
  const primary = (recordType.keys[0]?.parts ?? []).map(({ attribute }) => attribute.name);
  const texts = [...new Set([...primary, ...names])].map((name) => [name, typicalText(recordType, name)] as const);
  return texts.every(([, text]) => text !== undefined) ? JSON.stringify(Object.fromEntries(texts)) : undefined;
}

function typicalText(recordType: RecordType, name: string): string | undefined {
  const { keys, computed, attributes } = recordType;
  const parts = [...keys.flatMap((key) => key.parts), ...computed.map(({ part }) => part)];
  const part = parts.find(({ attribute }) => attribute.name === name);
  if (part === undefined) {
    const type = attributes.find((attribute) => attribute.name === name)?.type;
    return type !== undefined && isScalar(type) ? sampleValues(type)[0] : undefined;
  }
  const typeOf = componentTypes(recordType);
  const values = new Map(
    componentNames(part.pattern).map((each) => [each, sampleValues(typeOf(each))[0] ?? ''] as const),
  );
  const text = buildPart(recordType, part, values);
  return typeof text === 'string' ? text : undefined;
}
