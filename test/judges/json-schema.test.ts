import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { recordSchema } from '../../src/emit/json-schema/record.ts';
import type { ScenarioId } from '../../src/generate/coverage/scenarios.ts';
import type { RecordType } from '../../src/model/model.ts';
import type { AnyVector } from '../../src/vector/vector.ts';
import { type Exception, unexcused, type Verdict } from './support/exceptions.ts';
import { type CommittedSuite, committedSuites } from './support/suites.ts';

// ajv knows JSON Schema and nothing of Itemproof. By the exported schemas it judges every record of every committed vector.

/** A rule of the codec that JSON Schema has no words for, so that it accepts what breaks it. */
function beyond(rule: string, reason: string): Exception<AnyVector> {
  return { name: rule, reason, covers: (vector) => 'error' in vector && vector.error.rule === rule };
}

/** A scenario that JSON Schema has no words for. */
function unseen(scenario: ScenarioId, reason: string): Exception<AnyVector> {
  return { name: scenario, reason, covers: (vector) => vector.scenario === scenario };
}

const exceptions: readonly Exception<AnyVector>[] = [
  unseen('too-many-digits', 'a pattern that counts digits on both sides of the point would be read by nobody'),
  unseen('magnitude-beyond', 'a number is text in a record, and "maximum" is for numbers of JSON'),
  beyond('scale', 'a number is text in a record, and its digits after the point may be zeros'),
  beyond('minimum', 'a number is text in a record, and "minimum" is for numbers of JSON'),
  beyond('maximum', 'a number is text in a record, and "maximum" is for numbers of JSON'),
  beyond(
    'timestamp',
    'seconds and milliseconds are text with as many digits as there may be; the last of them is a bound',
  ),
  beyond('rule', 'no keyword compares two members of an object'),
  beyond('family-group', 'no keyword compares the names of the members of two objects'),
  beyond('family-collision', 'the name of a member of a family is an attribute only together with prefix and suffix'),
];

it('every committed record that is right is valid, and every one that must be refused is not', () => {
  expect(unexcused(committedSuites.flatMap(judgeSuite), exceptions)).toEqual([]);
});

it('finds a record that is called right and is not, and one that is called wrong and is not', () => {
  const [suite] = committedSuites;
  if (suite === undefined) throw new TypeError('no suite');
  const swapped = suite.files.map((file) => {
    const spoil = (vector: AnyVector): object =>
      'record' in vector && !('error' in vector) ? { ...vector, record: { ...vector.record, stranger: 1 } } : vector;
    return { ...file, vectors: file.vectors.map(spoil) } as typeof file;
  });
  expect(unexcused(judgeSuite({ ...suite, files: swapped }), [])).toContain(
    'book/complete: the record is not valid: data must NOT have additional properties',
  );
  expect(unexcused(judgeSuite(suite), [])).toContain('book/encode-PublicationYear-too-small: the record is valid');
  expect(unexcused(judgeSuite(suite), exceptions)).toContain('the exception "family-group" is not needed any more');
});

function judgeSuite({ model, files }: CommittedSuite): readonly Verdict<AnyVector>[] {
  return model.recordTypes.flatMap((recordType) => {
    const validate = compile(recordType);
    return files
      .filter((file) => file.record_type === recordType.name)
      .flatMap((file) => (file.kind === 'order' ? [] : file.vectors.flatMap((vector) => judge(validate, vector))));
  });
}

function compile(recordType: RecordType): ValidateFunction {
  const validator = new Ajv2020({ strictTypes: false });
  addFormats.default(validator);
  return validator.compile(recordSchema(recordType));
}

function judge(validate: ValidateFunction, vector: AnyVector): readonly Verdict<AnyVector>[] {
  if (!('record' in vector)) return [];
  const records = [vector.record, ...('read' in vector && vector.read !== undefined ? [vector.read] : [])];
  return records.map((record) => {
    const valid = validate(record);
    const { instancePath = '', message = '' } = validate.errors?.[0] ?? {};
    const refused = `the record is not valid: ${instancePath === '' ? 'data' : instancePath} ${message}`;
    const objection = 'error' in vector ? (valid ? 'the record is valid' : undefined) : valid ? undefined : refused;
    return { of: vector, id: vector.id, objection };
  });
}
