import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../harness/stores/package-root.ts';
import { isNeeded } from '../support/toolchain.ts';
import { copyExample, runTests } from './support/copies.ts';
import { languages } from './support/languages.ts';

const page = readFileSync(packagePath('docs', 'use-vectors.md'), 'utf8');
const textOf = (name: string, file: string): string =>
  readFileSync(packagePath('docs', 'examples', name, file), 'utf8');

describe.each(languages)('the example in $name', (language) => {
  const { name, needs, test, support, mistakes, passed } = language;

  it.each([test, ...support])('has a test file of less than 40 lines: %s', (file) => {
    expect(textOf(name, file).trimEnd().split('\n').length).toBeLessThan(40);
  });

  it('is shown as it is', () => {
    for (const file of [test, ...support]) expect(page).toContain(`\n${textOf(name, file).trimEnd()}\n\`\`\`\n`);
  });

  it.runIf(isNeeded(needs))(`passes its tests, where ${needs} is installed`, { timeout: 300_000 }, async () => {
    const { code, output } = await runTests(language, copyExample(name, 'prepared'));
    expect([code, output]).toEqual([0, expect.stringMatching(passed)]);
  });

  describe.each(mistakes)('with a mistake that $vector finds', (mistake) => {
    it.runIf(isNeeded(needs))('fails, and names it', { timeout: 300_000 }, async () => {
      const { code, output } = await runTests(language, copyExample(name, 'mistaken', mistake));
      expect(code, output).not.toBe(0);
      expect(output).toContain(mistake.vector);
    });
  });
});
