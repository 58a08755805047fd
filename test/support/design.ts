import { compileSchema } from '../../src/compile.ts';
import type { Model } from '../../src/model/model.ts';
import { readText } from './codec.ts';

/** A schema that uses every key of the design sections, and of which nothing is to be said. */
export const healthyDesign = readText('test/support/design.yaml');

/** An edit of it, and all that is then reported. */
export type DesignCase = readonly [from: string, to: string, reported: readonly string[]];

/** One that says where its data is from, and why it is as it is. */
export const healthyBackground = readText('test/support/background.yaml');

/** A healthy schema with one text, which occurs once, replaced by another. */
export function edited(from: string, to: string, healthy = healthyDesign): string {
  const parts = healthy.split(from);
  if (parts.length !== 2) throw new TypeError(`${JSON.stringify(from)} occurs ${parts.length - 1} times`);
  return parts.join(to);
}

/** Everything that is reported of a schema: the code, the path, the text at the place, the message and the help. */
export function reportsOf(text: string): readonly string[] {
  return compileSchema('schema.yaml', text).diagnostics.map(({ code, path, position, message, help }) => {
    const { line, column, length } = position;
    const there = text.split('\n')[line - 1]?.slice(column - 1, column - 1 + length) ?? '';
    return `[${code}] ${path} (${there}): ${message}${help === undefined ? '' : `; ${help}`}`;
  });
}

/** The model of a schema that must compile. */
export function modelOf(text: string): Model {
  const { model } = compileSchema('schema.yaml', text);
  if (model === undefined) throw new TypeError(reportsOf(text).join('\n'));
  return model;
}
