import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Suite, suites } from '../../../harness/formats/suites.ts';
import { packagePath } from '../../../harness/stores/package-root.ts';
import { compileSchema } from '../../../src/compile.ts';
import type { Model } from '../../../src/model/model.ts';
import type { Item } from '../../../src/value/attribute-value.ts';
import type { VectorFile, VectorManifest } from '../../../src/vector/vector.ts';

/** The committed vectors of one shipped contract, as they are in the repository. */
export type CommittedSuite = Suite & {
  readonly name: string;
  readonly model: Model;
  readonly manifest: VectorManifest;
  readonly files: readonly VectorFile[];
};

/** Every committed vector of every shipped contract. Judges look at what is committed, and not at what a generator says. */
export const committedSuites: readonly CommittedSuite[] = suites.map(readSuite);

function readSuite(suite: Suite): CommittedSuite {
  const { model } = compileSchema(suite.schema, read(suite.schema));
  if (model === undefined) throw new TypeError(`${suite.schema} does not compile`);
  // That they have the published shape is for "vectors generate --check" and "vectors verify" to say.
  const manifest = JSON.parse(read(join(suite.vectors, 'manifest.json'))) as VectorManifest;
  const files = Object.keys(manifest.files).map((path) => JSON.parse(read(join(suite.vectors, path))) as VectorFile);
  return { ...suite, name: model.name, model, manifest, files };
}

function read(path: string): string {
  return readFileSync(packagePath(path), 'utf8');
}

/** An item that a vector says is right, and whose it is. */
export type JudgedItem = {
  readonly suite: string;
  readonly recordType: string;
  readonly id: string;
  readonly item: Item;
};

/** The items of all items and reads vectors. */
export function itemsOf(committed: readonly CommittedSuite[] = committedSuites): readonly JudgedItem[] {
  return committed.flatMap(({ name, files }) =>
    files.flatMap((file) =>
      file.kind !== 'items' && file.kind !== 'reads'
        ? []
        : file.vectors.map(({ id, item }) => ({ suite: name, recordType: file.record_type, id, item })),
    ),
  );
}
