import { fixedNames } from '../model/key-attributes.ts';
import type { Family, Model } from '../model/model.ts';
import { concatenate, intersect, type Language, languageOfText, witness } from '../regex/language.ts';
import { memberOf } from '../scalar/family-member.ts';
import type { Implication } from './implication.ts';
import { languageOfType } from './type-language.ts';

/** A member of a family whose attribute has the name of another one cannot be told from it, by any reader. */
export function findFamilyCollisions(model: Model): readonly Implication[] {
  return model.recordTypes.flatMap((recordType) => {
    const fixed = fixedNames(recordType);
    return recordType.families.flatMap((family, index): Implication[] => {
      const name = fixed.find((each) => memberOf(family, each) !== undefined);
      const others = recordType.families.slice(0, index);
      const rival = others
        .map((other) => ({ other, name: sharedName(family, other) }))
        .find((each) => each.name !== undefined);
      return [
        ...(name === undefined
          ? []
          : [
              implication(
                family,
                `a member named "${memberOf(family, name)}" would have the name of another attribute, "${name}"`,
              ),
            ]),
        ...(rival === undefined
          ? []
          : [implication(family, `"${rival.name}" is a member of "${family.name}" and of "${rival.other.name}"`)]),
      ];
    });
  });
}

function implication(family: Family, what: string): Implication {
  return {
    code: 'family-collision',
    at: family.at,
    message: `${what}; such a record is refused`,
    help: 'add a prefix to the family, reserve the name, or waive this',
  };
}

function sharedName(left: Family, right: Family): string | undefined {
  const apart = (a: string, b: string, starts: boolean): boolean =>
    starts ? !a.startsWith(b) && !b.startsWith(a) : !a.endsWith(b) && !b.endsWith(a);
  if (apart(left.prefix, right.prefix, true) || apart(left.suffix, right.suffix, false)) return undefined;
  const name = witness(intersect(namesOf(left), namesOf(right)));
  return name !== undefined && memberOf(left, name) !== undefined && memberOf(right, name) !== undefined
    ? name
    : undefined;
}

function namesOf({ prefix, suffix, domain }: Family): Language {
  return [languageOfText(prefix), languageOfType(domain), languageOfText(suffix)].reduce(concatenate);
}
