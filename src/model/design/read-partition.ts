import { didYouMean } from '../../diagnostics/suggest.ts';
import { areDisjoint, chainOf } from '../../regex/chain.ts';
import { isScalar, typeOfComponent } from '../component-types.ts';
import { neverHas } from '../consistency/admits.ts';
import { type Context, report } from '../context.ts';
import type { RecordType, ValueType } from '../model.ts';
import { child, namedIn, type SourceEntry, type SourceNode, textOf } from '../source.ts';
import { isText, refuseUnquoted } from '../unquoted.ts';
import { componentsOf, partsIn } from './keys.ts';
import type { AccessPatternStep, Operand } from './model.ts';
import { operandFrom, referenceOf } from './operand.ts';
import { nameOf } from './path.ts';
import { entryAt } from './read.ts';
import type { ParameterTypes } from './sort-value.ts';
import { textsInKey } from './texts-in-key.ts';
import { isOpaque } from './types.ts';

/**
 * Reads `partition`, which has a value for every component of the partition keys in which the record types are. Left
 * out, each component is a parameter of its own name.
 */
export function partitionFrom(
  context: Context,
  node: SourceNode,
  index: string,
  recordTypes: readonly RecordType[],
  parameters: ParameterTypes,
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
    return entries.map((entry) => ({ component: entry.key, value: givenBy(entry.value) }));
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
    const value = givenBy(entry.value);
    if (value.kind === 'parameter') {
      checkParameter(context, entry.value, value.name, [...parameters.keys(), ...components]);
      checkGiven(context, entry, value.name, { recordTypes, type: parameters.get(value.name) });
    }
    if (value.kind === 'literal') checkValue(context, entry, recordTypes);
    return { component: entry.key, value };
  });
}

/** No component is a map, so keys of the user's own may stand beside `parameter`. */
function givenBy(node: SourceNode): Operand {
  const name = textOf(child(node, 'parameter'));
  return name === undefined ? operandFrom(node) : { kind: 'parameter', name };
}

function checkParameter(context: Context, node: SourceNode, name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  report(context, 'reference-unknown', referenceOf(node), `there is no parameter "${name}"`, {
    help: didYouMean(name, known),
  });
}

/** A parameter of which no value is one of the component in any of the record types. */
function checkGiven(
  context: Context,
  { key, value: node }: SourceEntry,
  name: string,
  { recordTypes, type }: { readonly recordTypes: readonly RecordType[]; readonly type: ValueType | undefined },
): void {
  if (type === undefined || isOpaque(type)) return;
  const place = referenceOf(node);
  if (!isScalar(type)) {
    report(
      context,
      'component-not-scalar',
      place,
      `"${name}" is of type ${nameOf(type)}, which cannot stand in a key`,
      {
        help: 'declare the parameter as a string, an integer or a timestamp',
      },
    );
    return;
  }
  const types = recordTypes.flatMap((recordType) => typeOfComponent(recordType, key) ?? []);
  if (types.length === 0 || types.some((own) => haveCommonText(own, type))) return;
  report(context, 'value-conflict', place, `no value of the parameter "${name}" is one of "${key}"`, {
    help: `give the parameter the type of "${key}"; the query would find nothing`,
  });
}

function haveCommonText(left: ValueType, right: ValueType): boolean {
  const [one, other] = [left, right].map((type) => chainOf([{ automaton: textsInKey(type, []), without: null }]));
  return one === undefined || other === undefined || !areDisjoint(one, other, false);
}

/** A value that the component has in none of the record types: the query would find nothing. */
function checkValue(context: Context, { key, value: node }: SourceEntry, recordTypes: readonly RecordType[]): void {
  if (node.kind !== 'scalar') return;
  const types = recordTypes.flatMap((recordType) => typeOfComponent(recordType, key) ?? []);
  const [first] = types;
  if (first !== undefined && types.every(isText) && refuseUnquoted(context, node, first)) return;
  const { text } = node;
  const problems = types.map((type) => neverHas(type, text));
  const [problem] = problems;
  if (problem === undefined || problems.includes(undefined)) return;
  report(context, 'value-conflict', node, `"${key}" never has this value: "${text}" ${problem}`, {
    help: 'correct the value, or write "{ parameter: … }"',
  });
}
