import { shapeOf } from '../../model/union.ts';
import type { RefusedScenario } from '../coverage/scenarios.ts';
import { firstOfEach } from '../repeated-types.ts';
import { refusedValues, wrongAttributeValue } from '../values/samples.ts';
import { storedFaults } from '../values/stored-faults.ts';
import type { RefusedSample } from '../values/value.ts';
import type { Place } from './places.ts';

/** One thing that is wrong at a place. */
export type NestedFault = {
  readonly scenario: RefusedScenario;
  /** Below the place. */
  readonly path: readonly string[];
  readonly slug: string;
  readonly description: string;
  /** What stands there instead, in a record or in an item; `undefined` for nothing. */
  readonly value: unknown;
  readonly hazards: readonly string[];
};

/** A member that no map has. */
const unknownName = 'no_such_member';

/** What a writer must refuse at a place inside of a value, one of each scenario but for patterns. */
export function faultsOfRecord(place: Place): readonly NestedFault[] {
  const { type } = place.slot;
  const isVariant = place.kind === 'variant';
  const values = place.kind === 'whole' ? [] : refusedValues(type);
  return [
    ...faultsOfMember(place, null, (text) => text),
    ...worthShowing(
      values.filter(
        ({ value }) =>
          !(value === '' && place.member?.defaultWhenEmpty === true) &&
          // A value of another shape is for another variant.
          !(isVariant && shapeOf(type).json !== (Array.isArray(value) ? 'array' : typeof value)),
      ),
    ),
  ];
}

/** Texts with more after their end. One of them is enough. */
const longerTexts: ReadonlySet<string> = new Set(['hash', 'space', 'symbol']);

/**
 * Of each scenario the first, and of texts that a pattern does not match those as well that nearly do: a place inside of a value
 * may be the only one that has the pattern.
 */
function worthShowing(values: readonly RefusedSample[]): readonly RefusedSample[] {
  const first = firstOfEach(values);
  return values.filter(
    (each) => first.includes(each) || (each.scenario === 'pattern-miss' && !longerTexts.has(each.slug)),
  );
}

/** What a reader must refuse at a place inside of a stored value, one of each scenario. */
export function faultsOfItem(place: Place): readonly NestedFault[] {
  const { type } = place.slot;
  const isPlain = place.kind === 'member' || place.kind === 'item';
  const wrong = isPlain ? wrongAttributeValue(type) : undefined;
  return [
    ...faultsOfMember(place, { NULL: true }, (text) => ({ S: text })),
    ...(wrong === undefined
      ? []
      : [
          {
            scenario: 'wrong-type',
            path: [],
            slug: 'type',
            description: 'another DynamoDB type',
            value: wrong,
            hazards: ['type-coercion'],
          } as const,
        ]),
    ...storedFaults(type).map((each) => ({
      ...each,
      value: place.kind === 'element' ? untagged(each.value) : each.value,
    })),
  ];
}

/** A member that is missing, NULL, or one too many. */
function faultsOfMember(
  { slot, member, kind, tag }: Place,
  nothing: unknown,
  textOf: (text: string) => unknown,
): readonly NestedFault[] {
  const { required = false, default: value, defaultFrom = null, presentWhen = null } = member ?? {};
  const isNeeded = required && value === undefined && defaultFrom === null && presentWhen === null;
  const fault = (
    scenario: RefusedScenario,
    path: readonly string[],
    slug: string,
    description: string,
    changed: unknown,
    ...hazards: string[]
  ): NestedFault => ({ scenario, path, slug, description, value: changed, hazards });
  return [
    ...(isNeeded
      ? [fault('missing-refused', [], 'missing', 'missing, with no default', undefined, 'null-required-missing')]
      : []),
    ...(presentWhen === null
      ? []
      : [
          fault(
            'condition-broken',
            [],
            'missing',
            `missing, against what ${presentWhen.attribute} says`,
            undefined,
            'attr-conditional-presence',
          ),
        ]),
    ...(slot.nullable || kind === 'whole'
      ? []
      : [fault('forbidden-null', [], 'null', 'NULL', nothing, 'null-vs-absent')]),
    ...(tag === undefined
      ? []
      : [
          fault(
            'unknown-tag',
            [tag],
            'unknown-tag',
            `a map whose ${tag} is that of no variant`,
            textOf('no_such_value'),
            'type-union',
          ),
          fault(
            'missing-tag',
            [tag],
            'no-tag',
            `a map without ${tag}, which is of no variant`,
            undefined,
            'type-union',
          ),
        ]),
    ...(slot.type.kind === 'struct'
      ? [fault('unknown-member', [unknownName], 'unknown', 'a member that it does not have', textOf('x'), 'attr-typo')]
      : []),
  ];
}

/** A member of a set has no type of its own. */
function untagged(stored: unknown): unknown {
  return Object.values(stored as object)[0];
}
