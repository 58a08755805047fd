import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { suites } from '../../harness/formats/suites.ts';
import { packagePath } from '../../harness/stores/package-root.ts';
import { committedSuites } from './support/suites.ts';

it('every shipped contract that is no history has committed vectors, in a folder of its name', () => {
  const schemas = readdirSync(packagePath('schema/domains'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml') && !path.includes('history/'))
    .map((path) => `schema/domains/${path}`);
  expect(suites.map(({ schema }) => schema).sort()).toEqual(schemas.sort());
  for (const { vectors, name } of committedSuites) expect(vectors).toBe(`vectors/${name}`);
  expect(readdirSync(packagePath('vectors')).sort()).toEqual(committedSuites.map(({ name }) => name).sort());
});
