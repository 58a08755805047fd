import { jsonText, setProperty } from '../../value/json.ts';
import type { Design } from './model.ts';

/**
 * What people want to know of a design, and no program must do: who owns what and why, how much and how fast, what is
 * planned and what it was called before. The digest does not see it.
 */
const explanatory: ReadonlySet<string> = new Set([
  'at',
  'description',
  'justification',
  'reason',
  'owner',
  'readers',
  'domain',
  'status',
  'profiles',
  'compatibility',
  'conventions',
  'backup',
  'counts',
  'rps',
  'latencyMs',
  'traffic',
  'complexity',
  'suitability',
  'retention',
  'formula',
  'uses',
  'sourceOfTruth',
  'denormalizedFrom',
  'source',
  'componentSources',
  'sources',
  'decisions',
  'changelog',
  'relational',
  'estimatedItemBytes',
  'renamedFrom',
  'formerNames',
  'deprecated',
  'examples',
  'automaton',
]);

/** Keys with three values, of which "no" is not the same as nothing. */
const tristate: ReadonlySet<string> = new Set(['userEditable']);

/** Of these it counts that they are said; what stands in them explains it. */
const saidOrNot: ReadonlySet<string> = new Set(['readOnly']);

/**
 * The part of a design that belongs to the contract, for its digest; `undefined` when nothing does. What says nothing -
 * `null`, `false`, an empty list, a name alone - is left out, so that a schema keeps its digest when the language learns
 * a new key.
 */
export function significantDesign(design: Design<unknown>): unknown {
  const attributes = design.attributes.map(({ recordType, path, ...rest }) => ({
    ...rest,
    name: [recordType, path].join('.'),
  }));
  return significant({ ...design, attributes });
}

function significant(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(significant).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (typeof value !== 'object' || value === null) return value === null || value === false ? undefined : value;
  const part: { [key: string]: unknown } = {};
  let saysMore = false;
  for (const [key, written] of Object.entries(value)) {
    const inner = explanatory.has(key) ? undefined : significantValue(key, written);
    if (inner === undefined) continue;
    setProperty(part, key, inner);
    saysMore ||= key !== 'name';
  }
  return saysMore ? part : undefined;
}

function significantValue(key: string, value: unknown): unknown {
  // A literal is the user's own value, in which any name is a name.
  if (key === 'literal' || key === 'default') return jsonText(value);
  if (saidOrNot.has(key)) return value === null ? undefined : true;
  return tristate.has(key) && value !== null ? String(value) : significant(value);
}
