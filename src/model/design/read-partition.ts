import { didYouMean } from '../../diagnostics/suggest.ts';
import { normalizeDecimal } from '../../value/decimal.ts';
import { typeOfComponent } from '../component-types.ts';
import { neverHas } from '../consistency/admits.ts';
import { type Context, report } from '../context.ts';
import type { RecordType } from '../model.ts';
import { namedIn, type SourceEntry, type SourceNode } from '../source.ts';
import { componentsOf, partsIn } from './keys.ts';
import type { AccessPatternStep } from './model.ts';
import { operandFrom, referenceOf } from './operand.ts';
import { entryAt } from './read.ts';

/**
 * Reads `partition`, which has a value for every component of the partition keys in which the record types are. Left
 * out, each component is a parameter of its own name.
 */
export function partitionFrom(
  context: Context,
  node: SourceNode,
  index: string,
  recordTypes: readonly RecordType[],
  parameters: readonly string[],
): AccessPatternStep<never>['partition'] {
  const parts = recordTypes.flatMap((recordType) => partsIn(recordType, index) ?? []);
  const components = componentsOf(parts.filter(({ place }) => place === 'partition'));
  const written = entryAt(node, 'partition');
  if (written === undefined) {
    return components.map((component) => ({ component, value: { kind: 'parameter', name: component } }));
  }
  const entries = namedIn(written.value);
  // Without a record type, which is reported, nothing is known of the key.
  if (recordTypes.length === 0) {
    return entries.map((entry) => ({ component: entry.key, value: operandFrom(entry.value) }));
  }
  for (const entry of entries) {
    if (components.includes(entry.key)) continue;
    report(context, 'reference-unknown', entry, `"${entry.key}" is no component of the partition key of "${index}"`, {
      help: didYouMean(entry.key, components),
    });
  }
  for (const component of components) {
    if (entries.some(({ key }) => key === component)) continue;
    report(context, 'partition-incomplete', written, `the partition is not known without "${component}"`, {
      help: `add "${component}:" with a value, or "{ parameter: … }"`,
    });
  }
  return entries.map((entry) => {
    const value = operandFrom(entry.value);
    if (value.kind === 'parameter') checkParameter(context, entry.value, value.name, [...parameters, ...components]);
    if (value.kind === 'literal') checkValue(context, entry, recordTypes);
    return { component: entry.key, value };
  });
}

function checkParameter(context: Context, node: SourceNode, name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  report(context, 'reference-unknown', referenceOf(node), `there is no parameter "${name}"`, {
    help: didYouMean(name, known),
  });
}

/** A value that the component has in none of the record types: the query would find nothing. */
function checkValue(context: Context, { key, value: node }: SourceEntry, recordTypes: readonly RecordType[]): void {
  if (node.kind !== 'scalar') return;
  const types = recordTypes.flatMap((recordType) => typeOfComponent(recordType, key) ?? []);
  const text = node.type === 'number' ? (normalizeDecimal(node.text) ?? node.text) : node.text;
  const problems = types.map((type) => neverHas(type, text));
  const [problem] = problems;
  if (problem === undefined || problems.includes(undefined)) return;
  report(context, 'value-conflict', node, `"${key}" never has this value: "${text}" ${problem}`, {
    help: 'correct the value, or write "{ parameter: … }"',
  });
}
