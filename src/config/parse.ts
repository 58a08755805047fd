import type { CheckId, Operation } from '../check/registry.ts';
import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';
import { acceptors } from '../model/acceptors.ts';
import type { SourceReference } from '../model/model.ts';
import { shapeOf } from '../model/shape.ts';
import {
  child,
  flagOf,
  itemsOf,
  namedIn,
  parseSource,
  type SourceEntry,
  type SourceNode,
  textOf,
} from '../model/source.ts';
import { validateShape } from '../model/validate.ts';
import { checkKnown } from './check-known.ts';
import { checkReasons, checkTexts } from './check-texts.ts';
import type { AcknowledgedGap, Config, ImplementationConfig, KnownFailure } from './config.ts';
import { configSchema, knownSchema } from './config-schema.ts';

const defaultDeadlineSeconds = 10;

const configShape = shapeOf(configSchema, acceptors.config);
const knownShape = shapeOf(knownSchema, acceptors.known);

/** Reads `itemproof.yaml`. */
export function parseConfig(
  file: string,
  text: string,
): { readonly config: Config | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const { root, diagnostics } = parseSource(file, text, 'start with "schema:", "vectors:" and "implementations:"');
  if (root === undefined) return { config: undefined, diagnostics };
  const shape = validateShape(configShape, file, root);
  if (shape.length > 0) return { config: undefined, diagnostics: shape };
  const implementations = namedIn(child(root, 'implementations')).map((entry) => implementationFrom(file, entry));
  const knownNodes = itemsOf(child(root, 'known'));
  const problems = [...checkTexts(file, root), ...checkKnown(file, knownNodes, implementations)];
  const schema = child(root, 'schema');
  const config: Config = {
    file,
    schema: textOf(schema) ?? '',
    schemaAt: referenceTo(file, 'schema', schema?.at ?? root.at),
    vectors: textOf(child(root, 'vectors')) ?? '',
    store: textOf(child(root, 'store')) === 'dynamodb-local' ? 'dynamodb-local' : 'embedded',
    implementations,
    known: knownNodes.map((node) => knownFrom(file, node)),
    knownFiles: texts(child(root, 'known_files')),
  };
  return { config: problems.length > 0 ? undefined : config, diagnostics: problems };
}

/** Reads a file of known failures, for a configuration whose implementations are known. */
export function parseKnownFile(
  file: string,
  text: string,
  implementations: readonly ImplementationConfig[],
): { readonly known: readonly KnownFailure[]; readonly diagnostics: readonly Diagnostic[] } {
  const { root, diagnostics } = parseSource(file, text, 'start with "known:"');
  if (root === undefined) return { known: [], diagnostics };
  const shape = validateShape(knownShape, file, root);
  const nodes = shape.length > 0 ? [] : itemsOf(child(root, 'known'));
  return {
    known: nodes.map((node) => knownFrom(file, node)),
    diagnostics: [
      ...shape,
      ...(shape.length > 0 ? [] : checkReasons(file, child(root, 'known'))),
      ...checkKnown(file, nodes, implementations),
    ],
  };
}

function implementationFrom(file: string, entry: SourceEntry): ImplementationConfig {
  const node = entry.value;
  const deadline = Number(textOf(child(node, 'deadline_seconds')) ?? defaultDeadlineSeconds);
  return {
    name: entry.key,
    command: texts(child(node, 'command')),
    environment: Object.fromEntries(
      namedIn(child(node, 'environment')).map((each) => [each.key, textOf(each.value) ?? '']),
    ),
    needs: namedIn(child(node, 'needs')).map((each) => ({ program: each.key, install: textOf(each.value) ?? '' })),
    build: textOf(child(node, 'build')) ?? '',
    isolate: flagOf(child(node, 'isolate')) ?? false,
    storeNeeds: texts(child(node, 'store_needs')),
    deadline: deadline * 1000,
    gaps: itemsOf(child(node, 'gaps')).map((gap) => gapFrom(file, gap)),
    at: referenceTo(file, entry.path, entry.at),
  };
}

function gapFrom(file: string, node: SourceNode): AcknowledgedGap {
  return {
    ops: texts(child(node, 'ops')) as readonly Operation[],
    recordTypes: texts(child(node, 'record_types')),
    reason: textOf(child(node, 'reason')) ?? '',
    at: referenceTo(file, node.path, node.at),
  };
}

function knownFrom(file: string, node: SourceNode): KnownFailure {
  return {
    implementation: textOf(child(node, 'implementation')) ?? '',
    check: textOf(child(node, 'check')) as CheckId,
    writer: textOf(child(node, 'writer')) ?? null,
    vectors: texts(child(node, 'vectors')),
    reason: textOf(child(node, 'reason')) ?? '',
    at: referenceTo(file, node.path, node.at),
  };
}

function texts(node: SourceNode | undefined): readonly string[] {
  return itemsOf(node).map((item) => textOf(item) ?? '');
}

function referenceTo(file: string, path: string, at: Position): SourceReference {
  return { file, line: at.line, column: at.column, path };
}
