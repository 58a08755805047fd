import { join } from 'node:path';
import type { Diagnostic } from '../../../../src/diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../../../../src/diagnostics/render.ts';
import { secondFault } from '../../../../src/generate/second-fault.ts';
import { type Codec, compileCodec, type Refusal } from '../../../../src/item/codec.ts';
import type { Model, RecordType } from '../../../../src/model/model.ts';
import { printable } from '../../../../src/report/printable.ts';
import { withAdded } from '../../../../src/vector/added.ts';
import { arrangeFile } from '../../../../src/vector/arrange.ts';
import { readCase, type VectorCase } from '../../../../src/vector/case/case.ts';
import { completeCase } from '../../../../src/vector/case/complete.ts';
import { slugOfDescription } from '../../../../src/vector/case/slug.ts';
import { contentOfVector } from '../../../../src/vector/content.ts';
import { controlCharacter } from '../../../../src/vector/control-character.ts';
import { formatVectorFile, pathOfVectorFile } from '../../../../src/vector/format.ts';
import { located } from '../../../../src/vector/lint/finding.ts';
import { refusalOf } from '../../../../src/vector/refusal.ts';
import type { AnyVector, VectorFile, VectorKind } from '../../../../src/vector/vector.ts';
import type { Host } from '../../../host/host.ts';
import { type LoadedVectors, loadVectors } from '../../load.ts';
import { type ExitCode, InputError, UsageError } from '../../outcome.ts';
import { hazardIds } from '../../register.ts';
import { lockOf, vectorsNow } from './added-files.ts';
import { checkNames } from './list.ts';
import { locate, type VectorOptions } from './locate.ts';
import { manifestTextOf } from './manifest-text.ts';
import { refuseStale } from './standing.ts';

export type AddOptions = VectorOptions & {
  readonly recordType: string;
  readonly kind: VectorKind;
  readonly description: string;
  readonly hazard: readonly string[];
  readonly id?: string;
};

/** A text with the name that messages have for it. */
type Source = { readonly name: string; readonly text: string };

/**
 * Adds one hand-written vector to its file. What the schema contradicts is one located finding, and nothing is written.
 *
 * @param file the case; standard input when it is "-" or left out
 */
export async function runAdd(host: Host, file: string | undefined, options: AddOptions): Promise<ExitCode> {
  const { model, folder } = await locate(host, options);
  // What is wrong anyway is said before anybody waits for standard input or for another command.
  const now = await vectorsNow(host, folder, () => loadVectors(host, folder));
  if (now !== undefined) refuseStale(folder, model, now);
  checkNames('record type', [options.recordType], new Set(model.recordTypes.map((each) => each.name)));
  checkNames('hazard', options.hazard, await hazardIds(host));
  if (options.description.trim() === '') throw new UsageError('a description says what the case is about; write one');
  const control = controlCharacter(options.description);
  if (control !== undefined)
    throw new UsageError(`--description has the control character ${control}; write it as one line of text`);
  const source = await readSource(host, file);
  return host.files.exclusively(lockOf(folder), () => addTo(host, model, folder, options, source));
}

/** Adds a case to the vectors as they are now; nobody else may write to the folder meanwhile. */
async function addTo(host: Host, model: Model, folder: string, options: AddOptions, source: Source): Promise<ExitCode> {
  const vectors = await loadVectors(host, folder);
  refuseStale(folder, model, vectors);
  const recordType = model.recordTypes.find((each) => each.name === options.recordType) as RecordType;
  const given = readCase(options.kind, source.name, source.text);
  if (given.value === undefined) throw new InputError(given.diagnostics, new Map([[source.name, source.text]]));
  const codec = compileCodec(model);
  const completed = completeCase(codec, recordType, given.value);
  if ('problem' in completed) {
    const { path, message, help } = completed.problem;
    return refuse(
      host,
      options,
      source,
      located(source, { code: 'vector-differs', message, help, pointer: pointerIn(source.text, path) }),
    );
  }
  const found = duplicateOf(folder, vectors, options, contentOfVector(completed.content));
  if (found !== undefined)
    return refuse(host, options, source, located(source, { code: 'vector-duplicate', ...found, pointer: [] }));
  const vector = {
    id: idOf(vectors, options),
    description: options.description,
    origin: 'added',
    hazards: [...new Set(options.hazard)],
    ...completed.content,
  } as unknown as AnyVector;
  const path = await store(host, folder, vectors, { model, recordType, kind: options.kind, vector });
  const second = secondFaultOf(codec, recordType, given.value);
  const also = second === undefined ? {} : { also_refused_for: { path: second.path, rule: second.rule } };
  await host.write(
    options.json === true
      ? `${JSON.stringify({ type: 'added', file: path, record_type: recordType.name, kind: options.kind, ...vector, ...also })}\n`
      : `added ${vector.id} to ${path}\n`,
  );
  if (second !== undefined)
    host.note(
      `itemproof: ${vector.id} has another fault too: ${printable(second.message)} [${second.rule}]\n  help: a program that finds only that one passes; remove the vector, and add one for each fault\n`,
    );
  return 0;
}

/** Another fault of a case that is to be refused: it may be all that a program finds. */
function secondFaultOf(codec: Codec, recordType: RecordType, given: VectorCase): Refusal | undefined {
  if (given.kind !== 'refusals') return undefined;
  const refusal = refusalOf(codec, recordType.name, given);
  return refusal === undefined ? undefined : secondFault(codec, recordType, given, refusal);
}

async function readSource(host: Host, file: string | undefined): Promise<Source> {
  if (file !== undefined && file !== '-') {
    const text = await host.files.read(file);
    if (text === undefined)
      throw new UsageError(`there is no file ${file}; name the case, or write it to standard input`);
    return { name: file, text };
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of host.stdin) chunks.push(chunk as Uint8Array);
  try {
    return { name: '<stdin>', text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch {
    throw new UsageError('standard input is no UTF-8; write the case as JSON in UTF-8');
  }
}

/** Segments as names of members and indexes of lists, by what the text has there. */
function pointerIn(text: string, path: readonly string[]): readonly (string | number)[] {
  let value: unknown = JSON.parse(text);
  return path.map((segment) => {
    const step = Array.isArray(value) ? Number(segment) : segment;
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
    return step;
  });
}

async function refuse(host: Host, options: AddOptions, source: Source, diagnostic: Diagnostic): Promise<ExitCode> {
  await host.write(
    options.json === true
      ? `${JSON.stringify({ type: 'diagnostic', ...diagnostic })}\n`
      : `${renderDiagnostic(diagnostic, source.text)}\n`,
  );
  return 1;
}

/** Another vector with the id that was asked for, or with the same content. */
function duplicateOf(
  folder: string,
  { committed }: LoadedVectors,
  options: AddOptions,
  content: string,
): { readonly message: string; readonly help: string } | undefined {
  for (const { path, file } of committed.filter((each) => each.file.record_type === options.recordType)) {
    for (const vector of file.vectors) {
      const where = `${vector.id} in ${join(folder, path)}`;
      if (options.id !== undefined && vector.id === fullId(options.recordType, options.id))
        return { message: `there is a vector ${where} already`, help: 'give it another name with "--id"' };
      if (file.kind === options.kind && contentOfVector(vector) === content)
        return { message: `this says the same as ${where}`, help: 'nothing needs to be added' };
    }
  }
  return undefined;
}

function fullId(recordType: string, id: string): string {
  return id.startsWith(`${recordType}/`) ? id : `${recordType}/${id}`;
}

/** The id that was asked for, or one made of the description that nothing else has. */
function idOf({ files }: LoadedVectors, { id, recordType, description }: AddOptions): string {
  if (id !== undefined) {
    const wanted = fullId(recordType, id);
    if (!/^[A-Za-z0-9_-]+\/[A-Za-z0-9_-]+$/.test(wanted))
      throw new UsageError(`"${printable(id)}" is no name of a vector; use letters, digits, "-" and "_"`);
    return wanted;
  }
  const taken = new Set(files.flatMap(({ vectors }) => vectors.map((vector) => vector.id)));
  const plain = `${recordType}/${slugOfDescription(description)}`;
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? plain : `${plain}-${count}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Writes the file of the vector, and then the manifest: until that is there, nobody takes the folder for complete. */
async function store(
  host: Host,
  folder: string,
  { files }: LoadedVectors,
  {
    model,
    recordType,
    kind,
    vector,
  }: {
    readonly model: Model;
    readonly recordType: RecordType;
    readonly kind: VectorKind;
    readonly vector: AnyVector;
  },
): Promise<string> {
  const head = { format: 1, schema: model.name, record_type: recordType.name, digest: recordType.digest } as const;
  const addition = { ...head, kind, vectors: [vector] } as VectorFile;
  const path = pathOfVectorFile(addition);
  const present = files.some((file) => pathOfVectorFile(file) === path);
  const all = present
    ? files.map((file) =>
        pathOfVectorFile(file) === path
          ? arrangeFile({ ...file, vectors: [...file.vectors, vector] } as VectorFile)
          : file,
      )
    : [...files, ...withAdded([{ ...addition, vectors: [] } as VectorFile], [addition])];
  const name = join(folder, path);
  const changed = all.find((file) => pathOfVectorFile(file) === path);
  if (changed !== undefined) await host.files.replace(name, formatVectorFile(changed));
  await host.files.replace(join(folder, 'manifest.json'), manifestTextOf(model, all));
  return name;
}
