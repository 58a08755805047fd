import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { ImpossibleRecord } from '../../src/generate/impossible-records.ts';
import { type UsableVectors, usableVectors } from '../../src/generate/usable-vectors.ts';
import type { Codec } from '../../src/item/codec.ts';
import type { RecordType } from '../../src/model/model.ts';
import type { Host } from '../host/host.ts';
import { InputError } from './outcome.ts';

/**
 * The vectors of a user's schema, with the cases that it has no place for beside them.
 *
 * @param recordTypes those whose vectors are wanted
 * @param sources the text of the schema by its file, where the place of a diagnostic is to be shown
 * @throws InputError when no record of a record type can be made
 */
export function generated(
  codec: Codec,
  recordTypes?: readonly RecordType[],
  sources: ReadonlyMap<string, string> = new Map(),
): UsableVectors {
  const vectors = usableVectors(codec, recordTypes);
  refuseImpossible(vectors.impossible, sources);
  return vectors;
}

/** @throws InputError when there are record types of which no record can be made */
export function refuseImpossible(
  records: readonly ImpossibleRecord[],
  sources: ReadonlyMap<string, string> = new Map(),
): void {
  if (records.length > 0) throw new InputError(records.map(impossibleRecord), sources);
}

/** The texts of the files of a codec's schema, by their names. */
export async function schemaTexts(host: Host, { model }: Pick<Codec, 'model'>): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const file of new Set(model.recordTypes.map((each) => each.at.file)))
    texts.set(file, (await host.files.read(file)) ?? '');
  return texts;
}

/** What to say of a record type of which no record can be made. */
export function impossibleRecord({ recordType: { name, at }, refusal, outcome }: ImpossibleRecord): Diagnostic {
  return {
    code: 'record-impossible',
    severity: 'error',
    message: `no record of "${name}" could be made: ${refusal ?? outcome}`,
    file: at.file,
    position: { line: at.line, column: at.column, length: 1 },
    path: at.path,
    help: 'allow a record that has every attribute: see its rules, "max_item_bytes" and the lengths of its keys; or list values that go together first under "examples"',
  };
}
