import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadRegister } from '../../harness/cli/register.ts';
import type { Files } from '../../harness/host/host.ts';
import { register, registerText } from '../unit/hazard/register.ts';

// The register belongs to the package, so what is wrong with it is no mistake of whoever runs a command.

const never = (): Promise<never> => Promise.reject(new Error('only reading was expected'));

/** Files that all have the same text. */
function filesWith(text: string | undefined): { readonly files: Files } {
  return {
    files: {
      read: () => Promise.resolve(text),
      readExact: never,
      replace: never,
      stage: never,
      remove: never,
      list: never,
      exclusively: never,
    },
  };
}

it('reads the register of the package', async () => {
  const read: Files['read'] = (path) => Promise.resolve(readFileSync(path, 'utf8'));
  const hazards = await loadRegister({ files: { ...filesWith(undefined).files, read } });
  expect(hazards).toEqual(register());
});

it('a package without it is broken', async () => {
  await expect(loadRegister(filesWith(undefined))).rejects.toMatchObject({ code: 'package-broken' });
});

it('a package in which it cannot be used is broken, and says where', async () => {
  const damaged = registerText.replace('effect: silent-corruption', 'effect: harmless');
  await expect(loadRegister(filesWith(damaged))).rejects.toMatchObject({
    code: 'package-broken',
    message: expect.stringMatching(/hazards\.yaml:\d+:\d+: error: "effect" cannot be "harmless"/) as string,
  });
});
