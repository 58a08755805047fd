import { typeOfComponent } from '../model/component-types.ts';
import { componentsOf } from '../model/key-pattern.ts';
import type { KeyPart, RecordType } from '../model/model.ts';
import { type AttributeValue, tagsOf } from '../value/attribute-value.ts';
import type { RefusedScenario } from './coverage/scenarios.ts';
import { refusedTimestamps } from './values/refused-timestamp.ts';

/** Something that stands in the place of a key attribute of type N or B, and is refused. */
type RefusedKeyValue = {
  readonly scenario: RefusedScenario;
  readonly slug: string;
  readonly description: string;
  readonly value: AttributeValue;
  readonly hazard: string;
};

/** Numbers and bytes that are no value of the key attribute, one fault each; a key attribute of type S has parts instead. */
export function refusedKeyValues(
  recordType: RecordType,
  part: KeyPart,
  value: AttributeValue,
): readonly RefusedKeyValue[] {
  const { N, B } = tagsOf(value);
  const text = N ?? B ?? '';
  const asText: RefusedKeyValue = {
    scenario: 'numeric-key-attribute',
    slug: 'text',
    description: 'as a string',
    value: { S: text },
    hazard: 'key-type-mismatch',
  };
  if (B !== undefined)
    return [
      asText,
      {
        scenario: 'empty-key',
        slug: 'empty',
        description: 'without bytes',
        value: { B: '' },
        hazard: 'key-empty-component',
      },
    ];
  const [token] = componentsOf(part.pattern);
  const type = token === undefined ? undefined : typeOfComponent(recordType, token.name);
  const invalid = (slug: string, description: string, number: string, hazard: string): RefusedKeyValue => ({
    scenario: 'invalid-component',
    slug,
    description,
    value: { N: number },
    hazard,
  });
  const bounds = type?.kind === 'integer' || type?.kind === 'decimal' ? type : undefined;
  const whole = type?.kind === 'timestamp' || type?.kind === 'integer';
  const instants = type?.kind === 'timestamp' ? refusedTimestamps(type) : [];
  const [minimum, maximum] = [wholeOf(bounds?.minimum), wholeOf(bounds?.maximum)];
  return [
    asText,
    ...(whole ? [invalid('fraction', 'with a fraction', '1.5', 'num-lenient-parsers')] : []),
    ...instants.flatMap(({ slug, description, value: number, hazards: [hazard = ''] }) =>
      timesBeyond.has(slug) ? [invalid(slug, `as ${description}`, String(number), hazard)] : [],
    ),
    ...(minimum === undefined
      ? []
      : [invalid('too-small', `below ${minimum}`, (minimum - 1n).toString(), 'num-int-width')]),
    ...(maximum === undefined
      ? []
      : [invalid('too-large', `above ${maximum}`, (maximum + 1n).toString(), 'num-int-width')]),
  ];
}

/** The names of numbers that are no timestamps because they are too small or too large. */
const timesBeyond: ReadonlySet<string> = new Set(['negative', 'milliseconds', 'too-large']);

/** A bound as a whole number; `undefined` where there is none, or it has a fraction. */
function wholeOf(bound: string | null | undefined): bigint | undefined {
  return bound != null && /^-?[0-9]+$/.test(bound) ? BigInt(bound) : undefined;
}
