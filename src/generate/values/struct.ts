import type { Attribute, ValueType } from '../../model/model.ts';
import { setProperty } from '../../value/json.ts';
import { isLeftOut, isSupplied, mayBeLeftOut } from './left-out.ts';
import { inside, type Sample, sample } from './value.ts';

type Struct = Extract<ValueType, { readonly kind: 'struct' }>;
type Members = { [name: string]: unknown };

/**
 * A map with members of their own types, one of them different at a time: each value of it that is worth trying, NULL
 * where that is one, and nothing where it may be missing.
 *
 * @param typical the map with ordinary values
 */
export function structSamples(
  { members }: Struct,
  typical: () => unknown,
  typicalOf: (type: ValueType) => unknown,
  samplesOf: (type: ValueType) => readonly Sample[],
): readonly Sample[] {
  const changed = structWith({ members }, typical, typicalOf);
  return members.flatMap((member) => {
    const { name, type, required, nullable, presentWhen } = member;
    // What depends on something that may not be there itself is left to whoever knows both.
    if (members.some((each) => each.name === presentWhen?.attribute && each.presentWhen !== null)) return [];
    const values = samplesOf(type)
      .filter((each) => !isLeftOut(type, each.value) || mayBeLeftOut(member))
      .map((each) =>
        inside(each, name, {
          slug: `${name}-${each.slug}`,
          value: changed(member, each.value),
          description: `${name}: ${each.description}`,
        }),
      );
    const supplied = isSupplied(member);
    const mayBeAbsent = presentWhen === null && (!required || supplied);
    return [
      ...values,
      ...(mayBeAbsent
        ? [
            inMember(supplied ? 'default-supplied' : 'absent', name, {
              slug: `${name}-absent`,
              value: changed(member, undefined),
              description: `${name}: ${supplied ? 'left to its default' : 'left out'}`,
              hazards: [],
            }),
          ]
        : []),
      ...(nullable
        ? [
            inMember('explicit-null', name, {
              slug: `${name}-null`,
              value: changed(member, null),
              description: `${name}: NULL, which is not the same as absent`,
              hazards: ['null-vs-absent'],
            }),
          ]
        : []),
    ];
  });
}

/** The map with another value of one member, or without it for `undefined`, and with what must be there when that value is. */
export function structWith(
  { members }: Pick<Struct, 'members'>,
  typical: () => unknown,
  typicalOf: (type: ValueType) => unknown,
): (member: Attribute, value: unknown) => unknown {
  return ({ name, presentWhen }: Attribute, value: unknown): Members => {
    const object = { ...(typical() as Members) };
    const [demanding] = presentWhen?.values ?? [];
    const condition = members.find((each) => each.name === presentWhen?.attribute);
    if (condition !== undefined && demanding !== undefined) {
      setProperty<unknown>(
        object,
        condition.name,
        condition.type.kind === 'boolean' ? demanding === 'true' : demanding,
      );
      agree(members, object, condition.name, typicalOf);
    }
    if (value === undefined) delete object[name];
    else setProperty(object, name, value);
    return agree(members, object, name, typicalOf);
  };
}

function inMember(
  scenario: Sample['scenario'],
  name: string,
  rest: Pick<Sample, 'slug' | 'value' | 'description' | 'hazards'>,
): Sample {
  return { ...sample(scenario, rest.slug, rest.value, rest.description, ...rest.hazards), path: [name] };
}

/** Adds and removes the members whose presence follows from the one that was changed. */
function agree(
  members: readonly Attribute[],
  object: Members,
  changed: string,
  typicalOf: (type: ValueType) => unknown,
): Members {
  for (const { name, type, presentWhen } of members) {
    if (presentWhen?.attribute !== changed) continue;
    const condition = members.find((each) => each.name === changed);
    const value = Object.hasOwn(object, changed) ? object[changed] : condition?.default;
    if (!presentWhen.values.includes(String(value))) delete object[name];
    else if (!Object.hasOwn(object, name)) setProperty(object, name, typicalOf(type));
  }
  return object;
}
