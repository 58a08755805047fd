import type { Attribute, RecordType } from '../model/model.ts';
import { type Json, ownProperty } from '../value/json.ts';
import type { AcceptedScenario } from './coverage/scenarios.ts';
import { mayBeAbsent } from './needed.ts';
import { isSupplied, mayBeLeftOut } from './values/left-out.ts';
import { samplesOf, typicalValue } from './values/samples.ts';

/** What kinds of values an attribute can have, as far as combinations are about them. */
export type ValueClass = {
  readonly name: 'absent' | 'NULL' | 'default' | 'typical' | 'least' | 'most' | 'empty' | 'hazard';
  /** `undefined` for nothing. */
  readonly value: Json | undefined;
};

/** An attribute that has more than one class of values. */
export type Factor = { readonly attribute: Attribute; readonly classes: readonly ValueClass[] };

/** Which scenarios stand for a class, the best first. */
const classScenarios: readonly (readonly [ValueClass['name'], readonly AcceptedScenario[]])[] = [
  ['least', ['minimum', 'shortest-text', 'epoch-zero']],
  ['most', ['maximum', 'longest-text', 'last-instant', 'more-than-64-bits']],
  ['empty', ['empty-text', 'empty-collection', 'no-bytes', 'omitted-set', 'zero', 'other-boolean']],
  [
    'hazard',
    ['more-than-53-bits', 'all-digits', 'special-character', 'zero-fraction', 'not-utf-8', 'hostile-name', 'ten-types'],
  ],
];

/** A combination is read by people, so what makes it long is not in it. */
const longestValue = 120;

/** The attributes of a record type that can have several classes of values, with a value of each. */
export function factorsOf(recordType: RecordType, complete: { readonly [name: string]: Json }): readonly Factor[] {
  return recordType.attributes.flatMap((attribute) => {
    // What depends on another attribute may be missing in a complete record.
    const own = ownProperty(complete, attribute.name) as Json | undefined;
    const classes = classesOf(recordType, attribute, own ?? (typicalValue(attribute.type) as Json));
    return classes.length < 2 ? [] : [{ attribute, classes }];
  });
}

function classesOf(recordType: RecordType, attribute: Attribute, typical: Json): readonly ValueClass[] {
  const { type, nullable, presentWhen } = attribute;
  const samples = samplesOf(type).filter(({ value }) => JSON.stringify(value).length <= longestValue);
  const found = classScenarios.flatMap(([name, scenarios]): readonly ValueClass[] => {
    const of = scenarios.flatMap((id) => samples.find((each) => each.scenario === id && each.path.length === 0) ?? []);
    const [first] = of.filter(({ scenario }) => scenario !== 'omitted-set' || mayBeLeftOut(attribute));
    return first === undefined ? [] : [{ name, value: first.value as Json }];
  });
  const listed = samples.find(({ scenario, value }) => scenario.startsWith('listed-') && value !== typical);
  const absent = mayBeAbsent(recordType, attribute) || isSupplied(attribute) || presentWhen !== null;
  const classes: readonly ValueClass[] = [
    { name: 'typical', value: typical },
    ...(absent ? [{ name: 'absent' as const, value: undefined }] : []),
    ...(nullable ? [{ name: 'NULL' as const, value: null }] : []),
    ...(attribute.default === undefined || attribute.default === null
      ? []
      : [{ name: 'default' as const, value: attribute.default }]),
    ...found,
    ...(listed === undefined ? [] : [{ name: 'most' as const, value: listed.value as Json }]),
  ];
  const seen = new Set<string | undefined>();
  return classes.filter(({ value }) => {
    const text = JSON.stringify(value) as string | undefined;
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}
