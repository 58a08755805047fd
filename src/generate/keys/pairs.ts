import { componentTypes } from '../../model/component-types.ts';
import { componentsOf } from '../../model/key-pattern.ts';
import type { RecordType, ScalarType, StringType } from '../../model/model.ts';
import { shortestTextWith } from '../../regex/explore.ts';
import { scalarCheck } from '../../scalar/scalar-check.ts';
import { stringCheck } from '../../scalar/string-check.ts';
import type { AcceptedScenario } from '../coverage/scenarios.ts';
import type { RecordDraft } from '../draft.ts';
import { subjectOf } from '../draft.ts';
import type { KeyBase } from './base-record.ts';
import { withComponent } from './components.ts';

/** Two components that follow each other in a pattern. */
type Neighbours = { readonly left: string; readonly right: string; readonly subject: string };

/** Texts that may be cut in two places: without what separates them, both pairs are one text. */
const confusable: readonly (readonly [string, string])[] = [
  ['a', 'bc'],
  ['aa', 'aab'],
  ['1', '23'],
  ['11', '112'],
  ['A', 'BC'],
];

/**
 * Records in which two components of one pattern are varied together. Of each pair of records, both would have one key if
 * nothing kept the components apart.
 */
export function pairDrafts(recordType: RecordType, { record, indexes }: KeyBase): readonly RecordDraft[] {
  const typeOf = componentTypes(recordType);
  return neighbours(recordType, indexes).flatMap(({ left, right, subject }) => {
    const types = [typeOf(left), typeOf(right)] as const;
    const draft = (
      scenario: AcceptedScenario,
      slug: string,
      first: string,
      second: string,
      description: string,
    ): RecordDraft => ({
      scenario,
      subject,
      slug: `keys-${left}-${right}-${slug}`,
      description: `${left} and ${right}: ${description}`,
      hazards: ['key-delimiter-injection'],
      record: withComponent(recordType, withComponent(recordType, record, left, first), right, second),
    });
    const twins = twinsOf(types);
    return [
      ...(twins === undefined
        ? []
        : twins.map(([first, second], index) =>
            draft('confusable-pair', index === 0 ? 'early' : 'late', first, second, `"${first}" before "${second}"`),
          )),
      ...sharedSpecials(types).map(({ slug, first, second }) =>
        draft('special-neighbours', slug, first, second, `"${first}" before "${second}"`),
      ),
    ];
  });
}

function neighbours(recordType: RecordType, indexes: ReadonlySet<string>): readonly Neighbours[] {
  const keys = recordType.keys.filter(({ index }) => indexes.has(index.name));
  const pairs = keys.flatMap((key) =>
    key.parts.flatMap((part) => {
      const names = componentsOf(part.pattern).map((token) => token.name);
      const subject = subjectOf(key.index.name, part.attribute.name);
      return names.slice(1).map((right, index) => ({ left: names[index] ?? right, right, subject }));
    }),
  );
  const isFirst = (each: Neighbours, at: number): boolean =>
    pairs.findIndex(({ left, right }) => left === each.left && right === each.right) === at;
  return pairs.filter((each, at) => each.left.split('.')[0] !== each.right.split('.')[0] && isFirst(each, at));
}

/** One text, divided in two places, as values of two types. */
function twinsOf([left, right]: readonly [ScalarType, ScalarType]): readonly (readonly [string, string])[] | undefined {
  const [fitsLeft, fitsRight] = [scalarCheck(left), scalarCheck(right)];
  for (const [start, rest] of confusable) {
    const pairs = [
      [start, rest],
      [start + rest.slice(0, 1), rest.slice(1)],
    ] as const;
    if (pairs.every(([first, second]) => fitsLeft(first) === undefined && fitsRight(second) === undefined))
      return pairs;
  }
  return undefined;
}

/** Characters that end a component in some pattern, or that somebody takes for one that does. */
const specials = ['#', '/', ':', '-', '.', '_', '|', '%', ' '] as const;

/** Special characters at the end of the one component and at the beginning of the other, where both may have them. */
function sharedSpecials([left, right]: readonly [ScalarType, ScalarType]) {
  if (left.kind !== 'string' || right.kind !== 'string') return [];
  return specials.flatMap((character) => {
    const first = textWith(left, character, `a${character}`);
    const second = textWith(right, character, `${character}a`);
    if (first === undefined || second === undefined) return [];
    return [{ slug: `u${character.charCodeAt(0).toString(16)}`, first, second }];
  });
}

/** A value with a character in it: the wanted one, or else the shortest. */
function textWith(type: StringType, character: string, wanted: string): string | undefined {
  if (type.enum !== null) return undefined;
  const check = stringCheck(type);
  const shortest =
    type.pattern === null ? undefined : shortestTextWith(type.pattern.automaton, character.codePointAt(0) ?? 0);
  return [wanted, shortest].find((text) => text !== undefined && check(text) === undefined);
}
