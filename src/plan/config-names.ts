import type { Config } from '../config/config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean, didYouMeanVector } from '../diagnostics/suggest.ts';
import type { Model, SourceReference } from '../model/model.ts';
import { knownNames } from './capabilities.ts';

/** What the names in a configuration may refer to, beyond the configuration itself. */
export type Nameable = {
  readonly model: Model;
  readonly vectors: ReadonlySet<string>;
  readonly storeCapabilities: readonly string[];
};

/** Names in a configuration that refer to nothing: record types and keys in gaps, vectors, capabilities of stores. */
export function checkConfigNames(
  { implementations, known }: Config,
  { model, vectors, storeCapabilities }: Nameable,
): readonly Diagnostic[] {
  const ofImplementations = implementations.flatMap(({ gaps, storeNeeds, at }) => [
    ...storeNeeds
      .filter((need) => !storeCapabilities.includes(need))
      .map((need) => unknown(at, 'capability of a store', need, storeCapabilities)),
    ...gaps.flatMap((gap) => {
      // A name has to make sense for each of the operations; one sentence is enough for it.
      const wrong = gap.ops.flatMap((op) => {
        const names = knownNames(model, op);
        return gap.recordTypes.filter((name) => name !== '*' && !names.includes(name)).map((name) => ({ name, names }));
      });
      const first = wrong.filter(({ name }, index) => wrong.findIndex((each) => each.name === name) === index);
      return first.map(({ name, names }) =>
        knownNames(model, 'key.parse').includes(name)
          ? {
              ...unknown(gap.at, 'gap of', name, names),
              message: `only key.parse can lack a single key, as "${name}"`,
              help: `list "${name}" in a gap of key.parse alone`,
            }
          : unknown(gap.at, name.includes('/') ? 'key of a record type' : 'record type', name, names),
      );
    }),
  ]);
  const ids = [...vectors];
  const ofKnown = known.flatMap((entry) =>
    entry.vectors
      .filter((id) => !vectors.has(id))
      .map((id) => ({ ...unknown(entry.at, 'vector', id, ids), help: didYouMeanVector(id, ids) })),
  );
  return [...ofImplementations, ...ofKnown];
}

function unknown(at: SourceReference, what: string, name: string, names: readonly string[]): Diagnostic {
  return {
    code: 'reference-unknown',
    severity: 'error',
    message: `there is no ${what} "${name}"`,
    file: at.file,
    position: { line: at.line, column: at.column, length: 1 },
    path: at.path,
    help: didYouMean(name, names),
  };
}
