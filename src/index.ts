/**
 * Itemproof as a library: compile a schema, encode and decode with its reference codec, generate and verify vectors.
 * Everything here is pure; reading files and running programs is the command's business.
 */

export { type CheckId, checkIds, checks, type Operation, operations } from './check/registry.ts';
export { compileSchema } from './compile.ts';
export { catalogue, type DiagnosticCode } from './diagnostics/catalogue.ts';
export { type Diagnostic, hasErrors, type Position } from './diagnostics/diagnostic.ts';
export { renderDiagnostic } from './diagnostics/render.ts';
export { formatText, publishedFormats } from './formats.ts';
export { generateVectors } from './generate/vectors.ts';
export { type Codec, compileCodec, type Refusal, type RefusalClass, type Result } from './item/codec.ts';
export type { Keys } from './item/keys-of-item.ts';
export type { Decoded, EncodeOptions } from './item/record-codec.ts';
export type { CompiledSchema, Model, RecordType, SourceReference } from './model/model.ts';
export type { RunEvent } from './report/events.ts';
export { renderRun } from './report/text.ts';
export type { Rule } from './scalar/violation.ts';
export type { AttributeValue, Item } from './value/attribute-value.ts';
export { compareDecimals, normalizeDecimal } from './value/decimal.ts';
export type { Json, JsonObject } from './value/json.ts';
export { formatVectorFile } from './vector/format.ts';
export { formatManifest, manifestOf } from './vector/manifest.ts';
export { readManifest, readVectorFile } from './vector/read.ts';
export type {
  AnyVector,
  ItemVector,
  KeyVector,
  OrderVector,
  ReadVector,
  RefusalVector,
  VectorFile,
  VectorManifest,
} from './vector/vector.ts';
export { type VectorProblem, verifyVectors } from './vector/verify.ts';
