import type { ValueType } from '../../model/model.ts';
import { shapeOf, variantName } from '../../model/union.ts';
import { setProperty } from '../../value/json.ts';
import { isEpochFormat } from '../../value/timestamp.ts';
import { binarySamples, refusedBinaries, typicalBinary } from './binary.ts';
import { listSamples, mapSamples, refusedLists, refusedSets, setSamples, type Typical } from './collection.ts';
import { anySamples, documentSamples } from './free-form.ts';
import { isLeftOut } from './left-out.ts';
import { numberSamples, refusedNumbers, typicalNumber } from './number.ts';
import { refusedTimestamps } from './refused-timestamp.ts';
import { refusedStrings, slugOf, stringSamples, typicalString } from './string.ts';
import { structSamples } from './struct.ts';
import { timestampSamples, typicalTimestamp } from './timestamp.ts';
import { type RefusedSample, type Sample, sample } from './value.ts';

/** The value that stands for a type wherever it is not the subject: valid, short and readable. */
export function typicalValue(type: ValueType): unknown {
  switch (type.kind) {
    case 'string':
      return typicalString(type);
    case 'integer':
    case 'decimal':
      return typicalNumber(type);
    case 'timestamp':
      return typicalTimestamp(type);
    case 'boolean':
      return true;
    case 'binary':
      return typicalBinary(type);
    case 'list':
      return Array.from(
        { length: Math.min(Math.max(type.minItems, 1), type.maxItems ?? Number.MAX_SAFE_INTEGER) },
        () => typicalValue(type.items.type),
      );
    case 'map':
      return { a: typicalValue(type.values.type), b: typicalValue(type.values.type) };
    case 'struct': {
      const object: { [name: string]: unknown } = {};
      for (const member of type.members) setProperty(object, member.name, typicalValue(member.type));
      for (const { name, presentWhen } of type.members) {
        if (presentWhen !== null && !presentWhen.values.includes(String(object[presentWhen.attribute])))
          delete object[name];
      }
      return object;
    }
    case 'document':
      return { note: { S: 'text' }, count: { N: '3' } };
    case 'any':
      return { S: 'text' };
    case 'union':
      return typicalValue(type.variants[0] ?? { kind: 'any' });
    default:
      return someValues(type.items);
  }
}

/** Up to three different values of a type. */
export function someValues(type: ValueType, samples = samplesOf(type, true)): readonly unknown[] {
  const all = [typicalValue(type), ...samples.map((each) => each.value)];
  const short = all.filter((value) => JSON.stringify(value).length <= 40);
  const distinct = new Map((short.length > 0 ? short : all).map((value) => [JSON.stringify(value), value]));
  return [...distinct.values()].slice(0, 3);
}

const typical: Typical = { one: typicalValue, some: someValues, samples: samplesOf };

/**
 * Values at the edges of a type.
 *
 * @param partOfName whether keys or names of attributes are made of it
 */
export function samplesOf(type: ValueType, partOfName = false): readonly Sample[] {
  switch (type.kind) {
    case 'string':
      return stringSamples(type, partOfName);
    case 'integer':
    case 'decimal':
      return numberSamples(type, partOfName);
    case 'timestamp':
      return timestampSamples(type);
    case 'boolean':
      return [sample('other-boolean', 'false', false, 'the value false', 'falsy-dropped')];
    case 'binary':
      return binarySamples(type);
    case 'list':
      return listSamples(type, typical);
    case 'map':
      return mapSamples(type, typical);
    case 'struct':
      return structSamples(type, () => typicalValue(type), typicalValue, samplesOf);
    case 'document':
      return documentSamples.filter((each) => type.allowEmpty || each.slug !== 'empty');
    case 'any':
      return anySamples;
    case 'string_set':
    case 'number_set':
    case 'binary_set':
      return setSamples(type, typical);
    case 'union':
      return type.variants.flatMap((variant, index) => variantSamples(type.variants, variant, index));
  }
}

/** What a variant shows as any type does, and the variant itself where the union would otherwise have the first one. */
function variantSamples(variants: readonly ValueType[], variant: ValueType, index: number): readonly Sample[] {
  const slug = slugOfVariant(variants, variant);
  const { type, tag } = variantName(variants, variant);
  const what = tag === undefined ? `a value of type ${type}` : `a map whose ${tag.name} is "${tag.value}"`;
  return [
    ...(index === 0 ? [] : [sample('other-variant', slug, typicalValue(variant), what, 'type-union')]),
    // An empty set that is left out is of no variant.
    ...samplesOf(variant)
      .filter((each) => !isLeftOut(variant, each.value))
      .map((each) => ({ ...each, slug: `${slug}-${each.slug}` })),
  ];
}

/** A variant as part of an id: `as-list`, or of several maps `as-image` for the one whose constant is "image". */
export function slugOfVariant(variants: readonly ValueType[], variant: ValueType): string {
  const { type, tag } = variantName(variants, variant);
  return `as-${tag === undefined ? type : slugOf(tag.value)}`;
}

/** Values that a type refuses, one fault each. A value of another JSON type is always among them. */
export function refusedValues(type: ValueType): readonly RefusedSample[] {
  switch (type.kind) {
    case 'string':
      return [
        ...refusedStrings(type),
        sample('wrong-type', 'not-text', true, 'a boolean instead of text', 'type-coercion'),
      ];
    case 'integer':
    case 'decimal':
      return refusedNumbers(type);
    case 'timestamp':
      return [
        ...refusedTimestamps(type),
        sample('wrong-type', 'not-text', true, 'a boolean instead of text', 'type-coercion'),
      ];
    case 'boolean':
      return [
        sample('boolean-as-text', 'text', 'true', 'the text "true"', 'bool-as-number-or-string'),
        sample('boolean-as-text', 'number', '1', 'the text "1"', 'bool-as-number-or-string'),
      ];
    case 'string_set':
    case 'number_set':
    case 'binary_set':
      return refusedSets(type, typical);
    case 'union':
      return [
        ...(type.variants.some((variant) => shapeOf(variant).json === 'boolean')
          ? []
          : [sample('wrong-type', 'boolean', true, 'a boolean, which is no variant', 'type-coercion')]),
      ];
    case 'any':
      return [sample('untagged-value', 'untagged', 'text', 'a value without its DynamoDB type', 'type-coercion')];
    case 'document':
      return [
        sample('untagged-value', 'untagged', { note: 'text' }, 'a value without its DynamoDB type', 'type-coercion'),
        sample('wrong-type', 'list', [], 'a list', 'type-coercion'),
        ...(type.allowEmpty ? [] : [sample('empty-collection-refused', 'empty', {}, 'an empty map', 'null-empty-map')]),
      ];
    case 'binary':
      return [
        ...refusedBinaries(type),
        sample('wrong-type', 'not-text', true, 'a boolean instead of text', 'type-coercion'),
      ];
    case 'list':
      return [
        sample('wrong-type', 'text', 'text', 'text instead of a collection', 'type-coercion'),
        ...refusedLists(type, typical),
      ];
    case 'map':
      return [
        sample('wrong-type', 'text', 'text', 'text instead of a collection', 'type-coercion'),
        ...(type.allowEmpty ? [] : [sample('empty-collection-refused', 'empty', {}, 'an empty map', 'null-empty-map')]),
      ];
    default:
      return [sample('wrong-type', 'text', 'text', 'text instead of a collection', 'type-coercion')];
  }
}

/** An attribute value of another DynamoDB type than the one in which values of this type are stored; none where any will do. */
export function wrongAttributeValue(type: ValueType): { readonly [tag: string]: unknown } | undefined {
  switch (type.kind) {
    case 'integer':
    case 'decimal':
      return type.storedAs === 'S' ? { N: typicalNumber(type) } : { S: typicalNumber(type) };
    case 'timestamp':
      return isEpochFormat(type.format) ? { S: typicalTimestamp(type) } : { N: '1704164645' };
    case 'boolean':
      return { S: 'true' };
    case 'string':
      return { N: '1' };
    case 'any':
      return undefined;
    case 'union': {
      const tags = type.variants.flatMap((variant) => shapeOf(variant).tags);
      return [{ BOOL: true }, { S: 'text' }, { N: '1' }].find((each) => !tags.includes(Object.keys(each)[0] ?? ''));
    }
    default:
      return { S: 'text' };
  }
}
