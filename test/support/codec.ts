import { readFileSync } from 'node:fs';
import { compileSchema } from '../../src/compile.ts';
import { type Codec, compileCodec } from '../../src/item/codec.ts';
import type { RecordType } from '../../src/model/model.ts';

/** The text of a file of the repository. */
export function readText(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

/** The codec of a schema that must compile. */
export function codecOf(text: string, file = 'schema.yaml'): Codec {
  const { model, diagnostics } = compileSchema(file, text);
  if (model === undefined) throw new TypeError(diagnostics.map((each) => `${each.path}: ${each.message}`).join('\n'));
  return compileCodec(model);
}

/** A record type that must exist. */
export function recordTypeOf(codec: Codec, name: string): RecordType {
  const found = codec.model.recordTypes.find((each) => each.name === name);
  if (found === undefined) throw new TypeError(`no record type ${name}`);
  return found;
}
