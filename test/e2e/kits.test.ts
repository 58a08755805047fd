import { expect, it } from 'vitest';
import { packagePath } from '../../harness/stores/package-root.ts';
import { command } from './support/command.ts';
import { isHere } from './support/mistaken.ts';

// Each language tests its kit and its implementation with its own tools. That they really ran is read from the counts.

it.runIf(isHere('python')).each([
  ['harness/kits/python', 7],
  ['harness/implementations/python', 7],
])('the Python tests of %s', async (folder, least) => {
  const { code, stdout, stderr } = await command(
    packagePath('.itemproof', 'venv', 'bin', 'python'),
    ['-m', 'unittest', 'discover', '-s', 'tests'],
    { directory: packagePath(folder), environment: { PYTHONDONTWRITEBYTECODE: '1' } },
  );
  expect(code, stdout + stderr).toBe(0);
  const [, ran] = /^Ran (\d+) tests? in /m.exec(stderr) ?? [];
  expect(Number(ran)).toBeGreaterThanOrEqual(least);
  expect(stderr).toMatch(/^OK$/m);
});

it.runIf(isHere('rust')).each([
  ['harness/kits/rust', 9],
  ['harness/implementations/rust', 16],
])(
  'the Rust tests of %s',
  async (folder, least) => {
    const { code, stdout, stderr } = await command('cargo', ['test', '--locked', '--quiet'], {
      directory: packagePath(folder),
      environment: { CARGO_TARGET_DIR: packagePath('.itemproof', 'cargo') },
    });
    expect(code, stdout + stderr).toBe(0);
    const results = [...stdout.matchAll(/^test result: (\w+)\. (\d+) passed; (\d+) failed; (\d+) ignored/gm)];
    expect(results.map(([, verdict, , failed, ignored]) => [verdict, failed, ignored])).toEqual(
      results.map(() => ['ok', '0', '0']),
    );
    expect(results.reduce((sum, [, , passed]) => sum + Number(passed), 0)).toBeGreaterThanOrEqual(least);
  },
  // Their own test programs have to be built first.
  300_000,
);
