import type { CheckId, Operation } from '../check/registry.ts';
import type { SourceReference } from '../model/model.ts';

/** `itemproof.yaml`: what a run compares, and what is known about it. Paths are relative to the file. */
export type Config = {
  readonly file: string;
  readonly schema: string;
  /** Where the file names its schema. */
  readonly schemaAt: SourceReference;
  readonly vectors: string;
  readonly store: 'embedded' | 'dynamodb-local';
  readonly implementations: readonly ImplementationConfig[];
  readonly known: readonly KnownFailure[];
  /** Files that hold more of `known`; their entries are added by whoever reads them. */
  readonly knownFiles: readonly { readonly path: string; readonly at: SourceReference }[];
};

export type ImplementationConfig = {
  readonly name: string;
  /** The program and its arguments. */
  readonly command: readonly string[];
  readonly environment: { readonly [name: string]: string };
  /** Programs without which the implementation cannot exist here, and what to install. */
  readonly needs: readonly { readonly program: string; readonly install: string }[];
  /** What to do when the command's own files are not there. */
  readonly build: string;
  /** Whether its writers also change other items than the one they are asked to write; then nothing runs beside them. */
  readonly isolate: boolean;
  /** Capabilities that a store must have for its items. */
  readonly storeNeeds: readonly string[];
  /** How long one answer may take, in milliseconds. */
  readonly deadline: number;
  readonly gaps: readonly AcknowledgedGap[];
  readonly at: SourceReference;
};

/** Something that an implementation does not support, on purpose. */
export type AcknowledgedGap = {
  readonly ops: readonly Operation[];
  /** Names of record types, `name/index` for one key in `key.parse`, or `*` alone. */
  readonly recordTypes: readonly string[];
  readonly reason: string;
  readonly at: SourceReference;
};

/** Cases that fail, and are expected to. One that passes is as wrong as one that fails unexpectedly. */
export type KnownFailure = {
  readonly implementation: string;
  readonly check: CheckId;
  /** In a `cross-read`, whose items; any writer's when left out. */
  readonly writer: string | null;
  readonly vectors: readonly string[];
  readonly reason: string;
  readonly at: SourceReference;
};
