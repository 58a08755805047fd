import { valueAt } from '../item/rules.ts';
import { attributeAt, isScalar } from '../model/component-types.ts';
import type { Attribute, RecordType } from '../model/model.ts';
import { comparedPaths, operandsOf, testsOfRule } from '../model/rule-tests.ts';
import type { Operand } from '../model/rule-types.ts';
import { scalarCheck } from '../scalar/scalar-check.ts';
import type { Json, JsonObject } from '../value/json.ts';
import { neededAttributes } from './needed.ts';
import { oneOrTwo } from './trials.ts';
import { numbersAround } from './values/around.ts';
import { samplesOf, typicalValue } from './values/samples.ts';

/** Another value for something that the rules of a record type look at; `undefined` to take it away. */
export type Alternative = { readonly path: readonly string[]; readonly value: Json | undefined };

/** How many combinations of other values are tried before a record is left as it is. */
const mostTrials = 300;

/**
 * Changes to try one after the other: one other value, or else two.
 *
 * @param pinned an attribute that stays as it is
 */
export function changesToTry(
  recordType: RecordType,
  record: JsonObject,
  pinned?: string,
): readonly (readonly Alternative[])[] {
  const alternatives = alternativesOf(recordType, record).filter(({ path }) => path[0] !== pinned);
  return oneOrTwo(alternatives, ({ path }) => path.join('\u0000'), mostTrials);
}

/** Whether something that rules look at may be absent. */
export function mayBeWithout(recordType: RecordType, path: readonly string[]): boolean {
  const attribute = attributeAt(recordType.attributes, path);
  return attribute !== undefined && mayGo(recordType, attribute, path);
}

/**
 * What could be tried where repairing one rule after the other does not end: the values of enumerations and booleans,
 * and the values on, next to and between those that the rules compare with.
 */
function alternativesOf(recordType: RecordType, record: JsonObject): readonly Alternative[] {
  const tests = recordType.rules.flatMap(testsOfRule);
  const looked = [...tests.map(({ path }) => path), ...tests.flatMap(comparedPaths)];
  const paths = new Map(looked.map((path) => [path.join('\u0000'), path]));
  return [...paths].flatMap(([key, path]) => {
    const attribute = attributeAt(recordType.attributes, path);
    if (attribute === undefined) return [];
    const about = tests.filter((test) => test.path.join('\u0000') === key);
    const operands = about.flatMap((test) => operandsOf(test).flatMap((each) => presentValue(each, record)));
    const values = valuesOf(attribute, operands).map((value): Alternative => ({ path, value }));
    return mayGo(recordType, attribute, path) ? [...values, { path, value: undefined }] : values;
  });
}

function presentValue(operand: Operand, record: JsonObject): readonly Json[] {
  const value = operand.kind === 'literal' ? operand.value : valueAt(record, operand.path);
  return value === undefined || value === null ? [] : [value];
}

function valuesOf({ type }: Attribute, operands: readonly Json[]): readonly Json[] {
  const texts = operands.filter((each) => typeof each === 'string');
  const candidates = [
    typicalValue(type),
    ...(type.kind === 'boolean' ? [true, false] : 'enum' in type ? (type.enum ?? []) : []),
    ...texts,
    ...numbersAround(texts),
    ...samplesOf(type).map((each) => each.value),
  ] as Json[];
  const check = isScalar(type) ? scalarCheck(type) : undefined;
  const valid = candidates.filter((each) =>
    check === undefined ? typeof each !== 'string' : typeof each === 'string' && check(each) === undefined,
  );
  return [...new Map(valid.map((each) => [JSON.stringify(each), each])).values()];
}

function mayGo(recordType: RecordType, { required, presentWhen }: Attribute, [name = '', ...rest]: readonly string[]) {
  return !required && presentWhen === null && (rest.length > 0 || !neededAttributes(recordType).has(name));
}
