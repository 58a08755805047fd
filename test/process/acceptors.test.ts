import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { acceptorsModule, compiledShapes } from '../../harness/formats/acceptors.ts';
import { packagePath } from '../../harness/stores/package-root.ts';
import type { acceptors, ShapeName } from '../../src/model/acceptors.ts';
import { shapeOf } from '../../src/model/shape.ts';
import { readText } from '../support/codec.ts';

// A build checks shapes with code that was made ahead, and the sources with the schemas themselves. Both must accept the
// same documents: a build that accepted more would let a broken file through.

/** Healthy files of each shape. */
const files: { readonly [Name in ShapeName]: readonly string[] } = {
  config: ['itemproof.yaml'],
  hazards: ['schema/hazards.yaml'],
  hello: ['test/fixtures/protocol/hello.json'],
  known: ['harness/implementations/zae-limiter/known.yaml'],
  language: [
    'test/support/every-type.yaml',
    'test/support/design.yaml',
    'test/support/background.yaml',
    'schema/domains/bookstore/schema.yaml',
  ],
  manifest: ['vectors/bookstore/manifest.json'],
  vector: readdirSync(packagePath('vectors', 'bookstore', 'book')).map((name) => join('vectors/bookstore/book', name)),
};

it('a build has the shapes of its sources', () => {
  expect(readText('dist/src/model/acceptors.js')).toBe(acceptorsModule());
});

it.each(Object.entries(files) as readonly (readonly [ShapeName, readonly string[]])[])(
  'the shape of "%s" accepts the same ahead and from its schema',
  async (name, paths) => {
    const built = pathToFileURL(packagePath('dist', 'src', 'model', 'acceptors.js')).href;
    const accepts = ((await import(built)) as { readonly acceptors: typeof acceptors }).acceptors[name];
    if (accepts === undefined) throw new Error(`the build has no shape "${name}"`);
    const shape = shapeOf(compiledShapes[name]);
    const answers = new Set<boolean>();
    const differing: string[] = [];
    // One document after the other: the next is the same object, with another change.
    for (const path of paths)
      for (const document of broken(read(path))) {
        const answer = shape.accepts(document);
        answers.add(answer);
        if (accepts(document) !== answer) differing.push(JSON.stringify(document));
      }
    expect(differing).toEqual([]);
    expect(answers).toEqual(new Set([true, false]));
  },
);

function read(path: string): unknown {
  return path.endsWith('.json') ? JSON.parse(readText(path)) : parse(readText(path));
}

/** A document as it is, and with one change at a time in places all over it. */
function* broken(document: unknown): Generator<unknown> {
  yield document;
  const holders = [...holdersOf(document)];
  const step = Math.max(1, Math.floor(holders.length / 60));
  for (const holder of holders.filter((_, index) => index % step === 0)) {
    for (const [name, value] of Object.entries(holder)) {
      for (const other of [null, 5, 'no such word', [], {}, true]) {
        holder[name] = other;
        yield document;
      }
      delete holder[name];
      if (!Array.isArray(holder)) yield document;
      holder[name] = value;
    }
    if (Array.isArray(holder)) continue;
    holder['no_such_key'] = 1;
    yield document;
    delete holder['no_such_key'];
  }
}

function* holdersOf(value: unknown): Generator<{ [name: string]: unknown }> {
  if (typeof value !== 'object' || value === null) return;
  yield value as { [name: string]: unknown };
  for (const inner of Object.values(value)) yield* holdersOf(inner);
}
