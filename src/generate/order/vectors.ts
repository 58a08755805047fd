import type { Codec } from '../../item/codec.ts';
import { compareSortKeys } from '../../key/sort-order.ts';
import { componentTypes } from '../../model/component-types.ts';
import { componentNames, componentsOf } from '../../model/key-pattern.ts';
import type { KeyPart, RecordKey, RecordType } from '../../model/model.ts';
import { type Item, tagsOf } from '../../value/attribute-value.ts';
import type { JsonObject } from '../../value/json.ts';
import type { OrderVector } from '../../vector/vector.ts';
import { partitionOf } from '../../vector/verify-order.ts';
import type { ScenarioId } from '../coverage/scenarios.ts';
import type { KeyBase } from '../keys/base-record.ts';
import { partitionComponents, withComponent } from '../keys/components.ts';
import type { Omission } from '../omission.ts';
import { bucketedValues } from './bucketed-values.ts';
import { distinctValues } from './distinct-values.ts';
import { orderFacts } from './order-hazards.ts';
import { type OrderedComponent, orderedComponents, orderSubject } from './ordered-components.ts';
import { mostSorted, sortedValues } from './sorted-values.ts';

/** What order vectors are made with. */
export type OrderDrafting = {
  readonly codec: Codec;
  readonly recordType: RecordType;
  readonly bases: readonly KeyBase[];
  /** The id of the next vector with a slug. */
  readonly nameOf: (slug: string) => string;
  readonly onOmitted: (omission: Omission) => void;
};

/** One record of an order to be, with its keys. */
type Candidate = { readonly value: string; readonly record: JsonObject; readonly key: Item; readonly primary: Item };

/** An order for each component of each sort key: records in one partition that differ in this component. */
export function orderVectors(drafting: OrderDrafting): readonly OrderVector[] {
  const { recordType, bases } = drafting;
  return recordType.keys.flatMap((key) =>
    key.parts
      .filter(({ place }) => place === 'sort')
      .flatMap((part) =>
        orderedComponents(recordType, key, part).flatMap(
          (each) => orderVector(drafting, baseOf(bases, key), key, part, each) ?? [],
        ),
      ),
  );
}

function baseOf(bases: readonly KeyBase[], { index }: RecordKey): JsonObject {
  return bases.find(({ indexes }) => indexes.has(index.name))?.record ?? {};
}

function orderVector(
  { codec, recordType, nameOf, onOmitted }: OrderDrafting,
  base: JsonObject,
  key: RecordKey,
  part: KeyPart,
  component: OrderedComponent,
): OrderVector | undefined {
  const { name, bucketed } = component;
  const type = componentTypes(recordType)(name);
  const partitionWith = (value: string): string | undefined => {
    const found = candidateOf(codec, recordType, key, value, withComponent(recordType, base, name, value));
    return found && JSON.stringify(partitionIn(key, found));
  };
  const values = bucketed ? bucketedValues(type, partitionWith) : sortedValues(type);
  const sorted = candidates(codec, recordType, base, key, name, values)
    .slice(0, mostSorted)
    .sort((left, right) => compareSortKeys(key.index, left.key, right.key));
  const { attribute, pattern } = part;
  const scenario = 'sort-order' satisfies ScenarioId;
  const subject = orderSubject(key, part, component);
  if (sorted.length < 2) {
    const reason = `no two records were found in one partition that differ in ${name}`;
    onOmitted({ recordType: recordType.name, scenario, subject, reason, sameAs: undefined });
    return undefined;
  }
  const padded = componentsOf(pattern).some(
    (token) => token.name === name && token.encodings.some((each) => each.kind === 'pad'),
  );
  const { valueOrder, hazards } = orderFacts(
    type,
    attribute,
    padded,
    sorted.map(({ value, key: built }) => ({ value, text: textOf(built, attribute.name) })),
  );
  return {
    id: nameOf(`order-${key.index.name}-${name}`),
    description: `${key.index.name}: in the order of ${name}${valueOrder ? '' : ', which is not that of its values'}`,
    scenario,
    subject,
    hazards,
    index: key.index.name,
    entries: sorted.map(({ record, key: built }) => ({ record, key: built })),
  };
}

/** Records with these values that are in the partition of the first one, no two of them with one sort key. */
function candidates(
  codec: Codec,
  recordType: RecordType,
  base: JsonObject,
  key: RecordKey,
  name: string,
  values: readonly string[],
): Candidate[] {
  const found: Candidate[] = [];
  const spare = spareComponent(recordType, key, name);
  for (const value of values) {
    const candidate = [undefined, ...(spare?.values ?? [])]
      .map((other) => {
        const record = withComponent(recordType, base, name, value);
        return spare === undefined || other === undefined
          ? record
          : withComponent(recordType, record, spare.name, other);
      })
      .map((record) => candidateOf(codec, recordType, key, value, record))
      .find((each) => each !== undefined && !found.some(({ primary }) => isSame(primary, each.primary)));
    if (candidate === undefined) continue;
    const [first = candidate] = found;
    const inPartition = isSame(partitionIn(key, first), partitionIn(key, candidate));
    if (inPartition && found.every((each) => compareSortKeys(key.index, each.key, candidate.key) !== 0))
      found.push(candidate);
  }
  return found;
}

function candidateOf(
  codec: Codec,
  recordType: RecordType,
  { index, parts }: RecordKey,
  value: string,
  record: JsonObject,
): Candidate | undefined {
  const keys = codec.buildKeys(recordType.name, record);
  const key = keys.ok ? keys.value[index.name] : undefined;
  const primary = keys.ok ? keys.value['primary'] : undefined;
  if (key === undefined || primary === undefined || !parts.every(({ attribute }) => Object.hasOwn(key, attribute.name)))
    return undefined;
  return { value, record, key, primary };
}

/**
 * A component of the primary key that the index does not have, or only behind the component whose order is shown: another
 * value of it makes another item of the same order.
 */
function spareComponent(
  recordType: RecordType,
  key: RecordKey,
  ordered: string,
): { readonly name: string; readonly values: readonly string[] } | undefined {
  const inKey = key.parts.flatMap((part) => componentNames(part.pattern));
  const taken = new Set([...partitionComponents(recordType, key), ...inKey.slice(0, inKey.lastIndexOf(ordered) + 1)]);
  const names = (recordType.keys[0]?.parts ?? []).flatMap((part) => componentNames(part.pattern));
  const name = names.find((each) => !taken.has(each));
  return name === undefined ? undefined : { name, values: distinctValues(componentTypes(recordType)(name)) };
}

function partitionIn({ index }: RecordKey, { key, primary }: Candidate): Item {
  return partitionOf(index, { ...primary, ...key });
}

function isSame(left: Item, right: Item): boolean {
  return Object.keys(left).every((name) => textOf(left, name) === textOf(right, name));
}

function textOf(key: Item, name: string): string {
  const value = key[name];
  if (value === undefined) return '';
  const { S, N, B } = tagsOf(value);
  return S ?? N ?? B ?? '';
}
