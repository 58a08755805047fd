import fc from 'fast-check';
import { fixedNames } from '../../model/key-attributes.ts';
import type { Family, RecordType } from '../../model/model.ts';
import { memberOf } from '../../scalar/family-member.ts';
import type { Json, JsonObject } from '../../value/json.ts';
import { objectOf } from './collection.ts';
import { arbitraryString } from './string.ts';
import { arbitrarySlot } from './value.ts';

/** Members beyond those that a family always has. */
const extraMembers = 3;

/** The families of a record type. Those of one group get the same members; one without members is left out. */
export function arbitraryFamilies(recordType: RecordType): fc.Arbitrary<JsonObject> {
  const groups = new Map<string, Family[]>();
  for (const family of recordType.families) {
    const key = family.group ?? `family ${family.name}`;
    groups.set(key, [...(groups.get(key) ?? []), family]);
  }
  const fixed = new Set(fixedNames(recordType));
  const arbitraries = [...groups.values()].map((group) => arbitraryGroup(recordType.families, group, fixed));
  return fc.tuple(...arbitraries).map((each) => objectOf(each.flat()));
}

function arbitraryGroup(
  all: readonly Family[],
  group: readonly Family[],
  fixed: ReadonlySet<string>,
): fc.Arbitrary<readonly (readonly [string, Json])[]> {
  const [first] = group;
  if (first === undefined) return fc.constant([]);
  const required = [...new Set(group.flatMap((family) => family.requiredMembers))];
  const isMember = (member: string): boolean =>
    group.every((family) => {
      const name = `${family.prefix}${member}${family.suffix}`;
      const explaining = all.filter((each) => memberOf(each, name) !== undefined);
      return explaining.length === 1 && explaining[0] === family && !fixed.has(name);
    });
  const member = fc.tuple(
    arbitraryString(first.domain).filter((text) => !required.includes(text) && isMember(text)),
    fc.tuple(...group.map(arbitrarySlot)),
  );
  const always = fc.tuple(
    ...required.map((name) => fc.tuple(fc.constant(name), fc.tuple(...group.map(arbitrarySlot)))),
  );
  const others = fc.uniqueArray(member, { maxLength: extraMembers, selector: ([name]) => name });
  return fc.tuple(always, others).map((parts) => {
    const members = parts.flat();
    if (members.length === 0) return [];
    return group.map((family, index) => [
      family.name,
      objectOf(members.map(([name, values]) => [name, values[index] ?? null])),
    ]);
  });
}
