import { componentTypes } from '../../model/component-types.ts';
import { componentsOf } from '../../model/key-pattern.ts';
import type {
  Attribute,
  Family,
  KeyPart,
  RecordKey,
  RecordType,
  Slot,
  StringType,
  ValueType,
} from '../../model/model.ts';
import { isEpochFormat } from '../../value/timestamp.ts';
import { namesInKeys } from '../accepted.ts';
import { rulesOfNumbers } from '../compared-numbers.ts';
import { subjectOf } from '../draft.ts';
import { indexConditions } from '../index-conditions.ts';
import { mayBeAbsent } from '../needed.ts';
import { nestedPlaces, type Place, type PlaceInRecord } from '../nested/places.ts';
import { distinctValues } from '../order/distinct-values.ts';
import { orderedComponents, orderSubject } from '../order/ordered-components.ts';
import { sortedValues } from '../order/sorted-values.ts';
import { attributeToRename } from '../refused-names.ts';
import { repeatedTypes } from '../repeated-types.ts';
import { longestTried } from '../values/string.ts';
import type { ScenarioId } from './scenarios.ts';

/** A scenario that a record type has a place for. */
export type Applicable = { readonly scenario: ScenarioId; readonly subject: string };

/**
 * The scenarios that follow from what a schema says of a record type: its bounds, its enumerations, what may be left out, its
 * rules. Read from the schema alone, and not from what is generated, so that something can be missing.
 */
export function applicableScenarios(recordType: RecordType): readonly Applicable[] {
  const inKeys = namesInKeys(recordType);
  const repeated = repeatedTypes(recordType);
  const values = [...recordType.components, ...recordType.attributes].flatMap(({ name, type }) => {
    const shown = repeated.has(name) && !inKeys.has(name) ? [] : acceptedOf(type);
    // An empty text that counts as absent is no fault.
    const emptyIsAbsent = recordType.attributes.some((each) => each.name === name && each.defaultWhenEmpty);
    const inside = repeated.has(name) && !inKeys.has(name) ? [] : acceptedInside(type);
    const refused = refusedOf(type).filter((id) => !emptyIsAbsent || id !== 'empty-text-refused');
    return [...at(subjectOf(name), [...shown, ...refused]), ...at(subjectOf(name, '*'), inside)];
  });
  return [
    ...at('', ['all-attributes', 'only-required', 'unknown-member']),
    ...renamed(recordType),
    ...at('', [recordType.unknownAttributes === 'reject' ? 'unknown-attribute-refused' : 'unknown-attribute']),
    ...values,
    ...recordType.attributes.flatMap((attribute) => at(subjectOf(attribute.name), presenceOf(recordType, attribute))),
    ...nestedPlaces(recordType).flatMap((place) =>
      at(subjectOf(place.attribute, ...place.path), [
        ...nestedOf(place).filter((scenario) => place.isFirst(scenario)),
        ...suppliedInside(recordType, place),
      ]),
    ),
    ...recordType.families.flatMap((family) => at(subjectOf(family.name), familyOf(recordType, family))),
    ...recordType.rules.flatMap(({ name }) => at(subjectOf(name), ['rule-broken'])),
    ...rulesOfNumbers(recordType).flatMap(({ name }) => at(subjectOf(name), ['numbers-compared'])),
    ...[...new Set(indexConditions(recordType).map(({ component }) => component))].flatMap((component) =>
      at(subjectOf(...component.split('.')), ['index-condition']),
    ),
    ...recordType.keys.flatMap((key) => [
      ...at(subjectOf(key.index.name), ['further-key-attribute']),
      ...key.parts.flatMap((part) => [
        ...at(subjectOf(key.index.name, part.attribute.name), keyScenariosOf(part)),
        ...sortOrders(recordType, key, part),
      ]),
    ]),
    ...recordType.keys.flatMap((key) => repeatedComponents(recordType, key)),
    ...recordType.computed.flatMap(({ name }) =>
      recordType.attributes.some((attribute) => attribute.name === name) ? [] : at(subjectOf(name), ['stale-computed']),
    ),
  ];
}

function renamed(recordType: RecordType): readonly Applicable[] {
  const attribute = attributeToRename(recordType);
  return attribute === undefined ? [] : at(subjectOf(attribute.name), ['other-case-name']);
}

function at(subject: string, ids: readonly ScenarioId[]): readonly Applicable[] {
  return [...new Set(ids)].map((scenario) => ({ scenario, subject }));
}

/** Scenarios of other shapes than that of the one variant; they are for other variants. */
const ofOtherShapes: ReadonlySet<ScenarioId> = new Set(['wrong-type', 'native-number', 'boolean-as-text'] as const);

/** What is refused inside of a value, at one place of it. */
function nestedOf({ kind, slot, member, tag }: Place): readonly ScenarioId[] {
  const { required = false, default: value, defaultFrom = null, presentWhen = null } = member ?? {};
  const refused = kind === 'whole' ? [] : refusedOf(slot.type);
  return [
    ...refused.filter(
      (id) =>
        !(kind === 'variant' && ofOtherShapes.has(id)) &&
        !(member?.defaultWhenEmpty === true && id === 'empty-text-refused'),
    ),
    ...(tag === undefined ? [] : (['unknown-tag', 'missing-tag'] as const)),
    ...(slot.type.kind === 'struct' ? (['unknown-member'] as const) : []),
    ...(slot.nullable || kind === 'whole' ? [] : (['forbidden-null'] as const)),
    ...(required && value === undefined && defaultFrom === null && presentWhen === null
      ? (['missing-refused'] as const)
      : []),
    ...(presentWhen === null ? [] : (['condition-broken'] as const)),
  ];
}

/** What a reader supplies inside of a value, where the value is in every record. */
function suppliedInside({ attributes }: RecordType, place: PlaceInRecord): readonly ScenarioId[] {
  const { member, conditional = false, attribute } = place;
  const isAlways = attributes.some(({ name, presentWhen }) => name === attribute && presentWhen === null);
  const isRead = member?.default !== undefined && member.default !== null && member.defaultOn !== 'write';
  return isRead && isAlways && !conditional ? ['default-read'] : [];
}

/** What an attribute of a key has a place for, whether or not the ordinary record is in the index. */
function keyScenariosOf({ attribute }: KeyPart): readonly ScenarioId[] {
  return [
    'missing-key-attribute',
    ...(attribute.type === 'S' ? (['numeric-key-attribute', 'empty-key'] as const) : []),
  ];
}

/** Places of a component that stands in the key before, where texts tell both of its values. */
function repeatedComponents(recordType: RecordType, { index, parts }: RecordKey): readonly Applicable[] {
  const typeOf = componentTypes(recordType);
  const seen = new Set<string>();
  return parts.flatMap(({ attribute, pattern }) =>
    componentsOf(pattern).flatMap((token) => {
      const tells = token.encodings.every(({ kind }) => kind === 'pad' || kind === 'percent');
      const isRepeated = seen.has(token.name) && attribute.type === 'S';
      if (!tells) return [];
      seen.add(token.name);
      const mayDiffer = isRepeated && distinctValues(typeOf(token.name)).length > 1;
      return mayDiffer ? at(subjectOf(index.name, attribute.name, token.name), ['contradictory-key']) : [];
    }),
  );
}

/** The order of a sort key by each of its components. */
function sortOrders(recordType: RecordType, key: RecordKey, part: KeyPart): readonly Applicable[] {
  const typeOf = componentTypes(recordType);
  const ordered = part.place === 'sort' ? orderedComponents(recordType, key, part) : [];
  return ordered
    .filter(({ name }) => sortedValues(typeOf(name)).length > 1)
    .flatMap((each) => at(orderSubject(key, part, each), ['sort-order']));
}

function familyOf({ families }: RecordType, family: Family): readonly ScenarioId[] {
  const { group, domain, type, requiredMembers } = family;
  // Families of a group have the same members, so they are shown at the first of them.
  const isFirst = group === null || families.find((each) => each.group === group) === family;
  const mayBeSeveral = domain.enum === null || domain.enum.length > 1;
  const mayDiffer = !('enum' in type) || type.enum === null || type.enum.length > 1;
  return [
    ...(requiredMembers.length > 0 ? (['mandatory-missing'] as const) : []),
    ...(isFirst && domain.reserved.length > 0 ? (['reserved-member'] as const) : []),
    ...(isFirst && mayBeSeveral && mayDiffer ? (['several-members'] as const) : []),
  ];
}

function presenceOf(recordType: RecordType, attribute: Attribute): readonly ScenarioId[] {
  const { required, nullable, presentWhen, default: value, defaultFrom, defaultOn, defaultWhenEmpty } = attribute;
  const hasDefault = value !== undefined || defaultFrom !== null;
  return [
    ...(mayBeAbsent(recordType, attribute) ? (['absent', 'only-one'] as const) : []),
    ...(hasDefault && defaultOn !== 'read' && presentWhen === null ? (['default-supplied'] as const) : []),
    ...(value === undefined || value === null ? [] : (['default-written-out'] as const)),
    ...(value === undefined || value === null || defaultOn === 'write' ? [] : (['default-read'] as const)),
    ...(required && !hasDefault ? (['missing-refused'] as const) : []),
    ...(nullable ? (['explicit-null'] as const) : (['forbidden-null'] as const)),
    ...(defaultWhenEmpty ? (['empty-counts-as-absent'] as const) : []),
    ...(presentWhen === null ? [] : (['condition-broken'] as const)),
  ];
}

/** What free-form content shows, at any place. */
const freeForm: readonly ScenarioId[] = ['ten-types', 'number-beside-text'];

/** What the items of a list or the values of a map show, beside what their places refuse. */
function acceptedInside(type: ValueType): readonly ScenarioId[] {
  if (type.kind === 'list') return type.maxItems === 0 ? [] : acceptedAt(type.items);
  return type.kind === 'map' ? acceptedAt(type.values) : [];
}

function acceptedAt({ type, nullable }: Slot): readonly ScenarioId[] {
  // In free-form content NULL is one of the ten types.
  if (type.kind === 'any') return freeForm;
  return nullable ? ['explicit-null'] : [];
}

function acceptedOf(type: ValueType): readonly ScenarioId[] {
  switch (type.kind) {
    case 'string':
      if (type.enum !== null) return ['listed-value'];
      return [
        ...(type.allowEmpty ? (['empty-text'] as const) : []),
        ...(isBounded(type) ? (['longest-text'] as const) : []),
      ];
    case 'integer':
    case 'decimal':
      if (type.enum !== null) return ['listed-number'];
      return [
        ...(type.minimum === null ? [] : (['minimum'] as const)),
        ...(type.maximum === null ? [] : (['maximum'] as const)),
      ];
    case 'boolean':
      return ['other-boolean'];
    case 'binary':
      return type.allowEmpty && type.minLength === 0 ? ['no-bytes'] : [];
    case 'union':
      return [
        ...(type.variants.length > 1 ? (['other-variant'] as const) : []),
        ...type.variants.flatMap(acceptedOf).filter((id) => id !== 'omitted-set'),
      ];
    case 'list':
      return type.allowEmpty && type.minItems === 0 ? ['empty-collection'] : [];
    case 'map':
      return type.allowEmpty ? ['empty-collection'] : [];
    case 'document':
    case 'any':
      return freeForm;
    case 'string_set':
    case 'number_set':
    case 'binary_set':
      return type.emptySet === 'omit' ? ['omitted-set'] : [];
    default:
      return [];
  }
}

function refusedOf(type: ValueType): readonly ScenarioId[] {
  switch (type.kind) {
    case 'string':
      return [
        'wrong-type',
        ...(type.allowEmpty ? [] : (['empty-text-refused'] as const)),
        ...(type.enum === null ? [] : (['unlisted-value'] as const)),
        ...(type.pattern === null && isBounded(type) ? (['text-too-long'] as const) : []),
        ...(type.reserved.length > 0 ? (['reserved-value'] as const) : []),
      ];
    case 'integer':
    case 'decimal':
      return [
        'native-number',
        'misspelt-number',
        ...(type.enum === null ? [] : (['unlisted-number'] as const)),
        ...(type.minimum === null || type.enum !== null ? [] : (['below-minimum'] as const)),
        ...(type.maximum === null || type.enum !== null ? [] : (['above-maximum'] as const)),
      ];
    case 'timestamp':
      return ['misspelt-time', 'other-time-format', isEpochFormat(type.format) ? 'wrong-time-unit' : 'no-such-date'];
    case 'boolean':
      return ['boolean-as-text'];
    case 'string_set':
    case 'number_set':
    case 'binary_set':
      return ['duplicate-member', ...(type.emptySet === 'reject' ? (['empty-set-refused'] as const) : [])];
    case 'binary':
      return [
        ...(type.maxLength === 0 ? [] : (['other-base64'] as const)),
        ...(type.maxLength === null ? [] : (['bytes-too-long'] as const)),
      ];
    default:
      return [];
  }
}

/** Whether a longest text is short enough to be tried. */
function isBounded({ enum: values, maxLength, pattern }: StringType): boolean {
  return values === null && pattern === null && maxLength !== null && maxLength <= longestTried;
}
