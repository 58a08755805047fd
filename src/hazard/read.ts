import { catalogue, type DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Position } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { acceptors } from '../model/acceptors.ts';
import { shapeOf } from '../model/shape.ts';
import { child, entriesOf, itemsOf, parseSource, type SourceEntry, type SourceNode, textOf } from '../model/source.ts';
import { validateShape } from '../model/validate.ts';
import type { VectorKind } from '../vector/vector.ts';
import type { Effect, Hazard } from './hazard.ts';
import { hazardSchema } from './hazard-schema.ts';

const codes = Object.keys(catalogue) as readonly DiagnosticCode[];

const registerShape = shapeOf(hazardSchema, acceptors.hazards);

/** The hazards in the order of the file, or located diagnostics. */
export type ReadRegister = {
  readonly hazards: readonly Hazard[] | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

/** Reads the register of hazards, `schema/hazards.yaml`. */
export function readRegister(file: string, text: string): ReadRegister {
  const { root, diagnostics } = parseSource(file, text, 'start with "format: 1" and "hazards:"');
  if (root === undefined) return { hazards: undefined, diagnostics };
  const shape = validateShape(registerShape, file, root);
  if (shape.length > 0) return { hazards: undefined, diagnostics: shape };
  const entries = entriesOf(child(root, 'hazards'));
  const problems = entries.flatMap((entry) => problemsOf(file, entry));
  return problems.length > 0
    ? { hazards: undefined, diagnostics: problems }
    : { hazards: entries.map(hazardFrom), diagnostics: [] };
}

function hazardFrom({ key, value }: SourceEntry): Hazard {
  const detection = child(value, 'detection');
  return {
    id: key,
    title: textOf(child(value, 'title')) ?? '',
    description: (textOf(child(value, 'description')) ?? '').trim(),
    effect: textOf(child(value, 'effect')) as Effect,
    bites: texts(child(value, 'bites')),
    example: textOf(child(value, 'example')) ?? '',
    detection: {
      vectors: texts(child(detection, 'vectors')) as readonly VectorKind[],
      diagnostics: texts(child(detection, 'diagnostics')) as readonly DiagnosticCode[],
    },
    sources: texts(child(value, 'sources')),
  };
}

/** A hazard and a diagnostic are explained by one command, so none has the name of the other, and each is there. */
function problemsOf(file: string, { key, at, path, value }: SourceEntry): readonly Diagnostic[] {
  const report = (
    code: DiagnosticCode,
    message: string,
    position: Position,
    where: string,
    help: string,
  ): Diagnostic => ({
    code,
    severity: 'error',
    message,
    file,
    position,
    path: where,
    help,
  });
  const taken = codes.some((code) => code === key)
    ? [report('value-conflict', `"${key}" is a diagnostic too`, at, path, 'give the hazard another name')]
    : [];
  const unknown = itemsOf(child(child(value, 'detection'), 'diagnostics')).flatMap((node) => {
    const name = textOf(node) ?? '';
    return codes.some((code) => code === name)
      ? []
      : [report('reference-unknown', `there is no diagnostic "${name}"`, node.at, node.path, didYouMean(name, codes))];
  });
  return [...taken, ...unknown];
}

function texts(node: SourceNode | undefined): readonly string[] {
  return itemsOf(node).map((item) => textOf(item) ?? '');
}
