import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { didYouMeanLonger } from '../../diagnostics/suggest.ts';
import { isAdded } from '../added.ts';
import { controlCharacter } from '../control-character.ts';
import { pathOfVectorFile } from '../format.ts';
import { type LintedFile, located } from './finding.ts';

/** Hazards that the register does not have. */
export function findUnknownHazards(file: LintedFile, known: readonly string[]): readonly Diagnostic[] {
  const names = new Set(known);
  return file.file.vectors.flatMap(({ hazards }, index) =>
    hazards.flatMap((hazard, at) =>
      names.has(hazard)
        ? []
        : [
            located(file, {
              code: 'hazard-unknown',
              message: `there is no hazard "${hazard}"`,
              help: didYouMeanLonger(hazard, known),
              pointer: ['vectors', index, 'hazards', at],
            }),
          ],
    ),
  );
}

/** Files that are not where their head says, and vectors that have the name of another record type. */
export function findMisnamed(file: LintedFile): readonly Diagnostic[] {
  const { record_type: recordType, vectors } = file.file;
  const expected = pathOfVectorFile(file.file);
  const moved = located(file, {
    code: 'vector-invalid',
    message: `this is ${expected}, by what its head says`,
    help: 'move it there, or correct "record_type" and "kind"',
    pointer: ['record_type'],
  });
  return [
    ...(file.path === expected ? [] : [moved]),
    ...vectors.flatMap(({ id }, index) =>
      id.startsWith(`${recordType}/`)
        ? []
        : [
            located(file, {
              code: 'vector-invalid',
              message: `"${id}" is a vector of another record type than ${recordType}`,
              help: `an id here starts with "${recordType}/"`,
              pointer: ['vectors', index, 'id'],
            }),
          ],
    ),
  ];
}

/** Descriptions of added vectors that are no line of text: in a list they would be two, and a terminal would obey them. */
export function findUnprintable(file: LintedFile): readonly Diagnostic[] {
  return file.file.vectors.flatMap((vector, index) => {
    const found = isAdded(vector) ? controlCharacter(vector.description) : undefined;
    if (found === undefined) return [];
    const message = `the description of "${vector.id}" has the control character ${found}`;
    const help = 'write it as one line of text';
    return [located(file, { code: 'vector-invalid', message, help, pointer: ['vectors', index, 'description'] })];
  });
}
