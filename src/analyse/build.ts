import { compileBuild } from '../key/build.ts';
import { componentNames } from '../model/key-pattern.ts';
import type { KeyPart, RecordType } from '../model/model.ts';
import type { Violation } from '../scalar/violation.ts';
import { oncePer } from '../value/remember.ts';
import { componentTypes } from './types.ts';

/** Builds one key attribute as a writer does, so that nothing is said of keys that no writer makes. */
export function buildPart(
  recordType: RecordType,
  part: KeyPart,
  values: ReadonlyMap<string, string>,
): string | Violation {
  return buildersOf(recordType)(part)(values);
}

/** Hundreds of values are tried with one pattern, so it is compiled once. */
const buildersOf = oncePer((recordType: RecordType) =>
  oncePer((part: KeyPart) => {
    const names = componentNames(part.pattern);
    const { build } = compileBuild(part, componentTypes(recordType), names);
    return (values: ReadonlyMap<string, string>): string | Violation => build(names.map((name) => values.get(name)));
  }),
);
