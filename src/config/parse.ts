import type { CheckId, Operation } from '../check/registry.ts';
import { byPlace, type Diagnostic, type Position } from '../diagnostics/diagnostic.ts';
import { acceptors } from '../model/acceptors.ts';
import type { SourceReference } from '../model/model.ts';
import { shapeOf } from '../model/shape.ts';
import { readShapedSource } from '../model/shaped-source.ts';
import { child, flagOf, itemsOf, namedIn, type SourceEntry, type SourceNode, textOf } from '../model/source.ts';
import { checkGaps } from './check-gaps.ts';
import { checkKnown } from './check-known.ts';
import { checkReasons, checkTexts } from './check-texts.ts';
import type { AcknowledgedGap, Config, ImplementationConfig, KnownFailure } from './config.ts';
import { configSchema, knownSchema } from './config-schema.ts';

const defaultDeadlineSeconds = 10;

const configShape = shapeOf(configSchema, acceptors.config);
const knownShape = shapeOf(knownSchema, acceptors.known);

/** A configuration, and what can be said about it although it is wrong. */
export type ParsedConfig = {
  /** `undefined` where something is wrong. */
  readonly config: Config | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly knownFiles: Config['knownFiles'];
  /** The entries of `known` that can be read. */
  readonly known: readonly KnownFailure[];
  /** The names of all implementations; `undefined` where they cannot be read. */
  readonly names: readonly string[] | undefined;
};

/** Reads `itemproof.yaml`. Everything that is wrong is said at once. */
export function parseConfig(file: string, text: string): ParsedConfig {
  const help = 'start with "schema:", "vectors:" and "implementations:"';
  const { diagnostics: shape, written, usable: root } = readShapedSource(configShape, file, text, help);
  if (root === undefined)
    return { config: undefined, diagnostics: byPlace(shape), knownFiles: [], known: [], names: undefined };
  const participants = namedIn(child(root, 'implementations'));
  const implementations = participants.map((entry) => implementationFrom(file, entry));
  const knownNodes = itemsOf(child(root, 'known'));
  const names = namesIn(written, shape);
  const problems = [
    ...shape,
    ...checkTexts(file, root),
    ...participants.flatMap(({ value }) => checkGaps(file, value)),
    ...checkKnown(file, knownNodes, names),
  ];
  const knownFiles = itemsOf(child(root, 'known_files'))
    .filter((node) => !problems.some(({ path }) => path === node.path))
    .map((node) => ({ path: textOf(node) ?? '', at: referenceTo(file, node.path, node.at) }));
  const known = knownFrom(file, knownNodes);
  const schema = child(root, 'schema');
  const config: Config = {
    file,
    schema: textOf(schema) ?? '',
    schemaAt: referenceTo(file, 'schema', schema?.at ?? root.at),
    vectors: textOf(child(root, 'vectors')) ?? '',
    store: textOf(child(root, 'store')) === 'dynamodb-local' ? 'dynamodb-local' : 'embedded',
    implementations,
    known,
    knownFiles,
  };
  return { config: problems.length > 0 ? undefined : config, diagnostics: byPlace(problems), knownFiles, known, names };
}

/** Who takes part, those of whom something is wrong included: to name them is no mistake. */
function namesIn(written: SourceNode | undefined, faults: readonly Diagnostic[]): readonly string[] | undefined {
  const section = child(written, 'implementations');
  // They may be there under a key that nobody knows.
  if (section === undefined) return faults.length === 0 ? [] : undefined;
  return section.kind === 'map' ? namedIn(section).map(({ key }) => key) : undefined;
}

/**
 * Reads a file of known failures. Where something is wrong with it, its other entries are there all the same.
 *
 * @param names those of the implementations that there are, if that is known
 */
export function parseKnownFile(
  file: string,
  text: string,
  names: readonly string[] | undefined,
): { readonly known: readonly KnownFailure[]; readonly diagnostics: readonly Diagnostic[] } {
  const { diagnostics: shape, usable: root } = readShapedSource(knownShape, file, text, 'start with "known:"');
  const list = child(root, 'known');
  const nodes = itemsOf(list);
  const problems = [...shape, ...checkReasons(file, list), ...checkKnown(file, nodes, names)];
  return { known: knownFrom(file, nodes), diagnostics: byPlace(problems) };
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

/** The entries of which it can be read what they are about. */
function knownFrom(file: string, nodes: readonly SourceNode[]): readonly KnownFailure[] {
  return nodes.flatMap((node) => {
    const implementation = textOf(child(node, 'implementation'));
    const check = textOf(child(node, 'check'));
    if (implementation === undefined || check === undefined) return [];
    return [
      {
        implementation,
        check: check as CheckId,
        writer: textOf(child(node, 'writer')) ?? null,
        vectors: texts(child(node, 'vectors')),
        reason: textOf(child(node, 'reason')) ?? '',
        at: referenceTo(file, node.path, node.at),
      },
    ];
  });
}

function texts(node: SourceNode | undefined): readonly string[] {
  return itemsOf(node).map((item) => textOf(item) ?? '');
}

function referenceTo(file: string, path: string, at: Position): SourceReference {
  return { file, line: at.line, column: at.column, path };
}
