import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { hasWatcher, inCi, wantsColour } from '../../../harness/host/wishes.ts';
import { packagePath } from '../../../harness/stores/package-root.ts';

it.each([
  [undefined, false],
  ['', false],
  ['0', false],
  ['false', false],
  ['1', true],
  ['true', true],
  ['woodpecker', true],
])('CI=%s is CI for set-up as for a run: %s', async (value, expected) => {
  const environment = value === undefined ? {} : { CI: value };
  const setup: unknown = await import(pathToFileURL(packagePath('harness', 'setup', 'in-ci.mjs')).href);
  const { inCi: inCiOfSetup } = setup as { inCi: typeof inCi };
  expect([inCi(environment), inCiOfSetup(environment)]).toEqual([expected, expected]);
});

it.each([
  ['a terminal', {}, true, true],
  ['a pipe', {}, false, false],
  ['a dumb terminal', { TERM: 'dumb' }, true, false],
  ['a dumb terminal, wished for', { TERM: 'dumb', FORCE_COLOR: '1' }, true, true],
  ['a pipe, wished for', { FORCE_COLOR: '1' }, false, true],
  ['a pipe, not wished for', { FORCE_COLOR: '0' }, false, false],
  ['a terminal with NO_COLOR', { NO_COLOR: '1' }, true, false],
  ['a terminal with an empty NO_COLOR', { NO_COLOR: '' }, true, true],
  ['both wishes', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
])('colour for %s', (_what, environment, terminal, expected) => {
  expect(wantsColour(environment, terminal)).toBe(expected);
});

it.each([
  ['a terminal', { TERM: 'xterm' }, true, true],
  ['a terminal without a name', {}, true, true],
  ['a pipe', { TERM: 'xterm' }, false, false],
  ['a dumb terminal', { TERM: 'dumb' }, true, false],
  ['a dumb terminal with colours', { TERM: 'dumb', FORCE_COLOR: '1' }, true, false],
  ['a terminal of CI', { TERM: 'xterm', CI: 'true' }, true, false],
  ['a terminal where nobody wants colours', { TERM: 'xterm', NO_COLOR: '1' }, true, true],
])('a counter for %s', (_what, environment, terminal, expected) => {
  expect(hasWatcher(environment, terminal)).toBe(expected);
});
