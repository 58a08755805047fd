import { expect, it } from 'vitest';
import { compileSchema } from '../../../src/compile.ts';
import { smallSchema } from '../../support/small.ts';

const threeNumbers = 'write three numbers with "." between them, and a suffix after "-" if you like';

/** What is said of a schema with these lines at its top, without the waived rule itself. */
function said(...top: readonly string[]): readonly string[] {
  const text = smallSchema('', { top: top.join('\n') }).replace('T#{id}', 'T#{id}/{x}');
  return compileSchema('schema.yaml', text)
    .diagnostics.filter(({ path }) => !path.startsWith('record_types'))
    .map(({ code, path, message, help }) => `[${code}] ${path}: ${message}; ${help}`);
}

const version = 'version: 2.0.0';
const place = 'rule: component-undeclared, at: record_types.thing.pk_pattern';

it('takes a waiver with a reason and an owner', () => {
  expect(said(version, `waivers: [{ ${place}, reason: It is mended next time., owner: team-things }]`)).toEqual([]);
});

it.each([
  ['version: 1.0', `[wrong-type] version: "version" must be text, and is 1.0; ${threeNumbers}`],
  ['version: "1.0"', `[value-invalid] version: "version" cannot be "1.0"; ${threeNumbers}`],
])('says at once how a version is written: %s', (line, report) => {
  expect(said(line)).toEqual([report]);
});

it('says at once how the end of a waiver is written', () => {
  const waiver = `waivers: [{ ${place}, reason: It is mended next time., until: 2.0 }]`;
  expect(said(version, waiver)).toEqual([
    `[wrong-type] waivers[0].until: "until" must be text, and is 2.0; ${threeNumbers}`,
  ]);
});

it.each([
  ['1.0', `[yaml-syntax] changelog: a key must be text, and the key 1.0 is not; ${threeNumbers}`],
  ['"1.0"', `[value-invalid] changelog.1.0: "1.0" cannot be a name here; ${threeNumbers}`],
])('says at once how a version is written that changed something: %s', (key, report) => {
  expect(said(version, `changelog: { ${key}: The first one., 2.0.0: All of it. }`)).toEqual([report]);
});

it('says once that a changelog needs a version', () => {
  expect(said('changelog: { 1.0.0: The first one., 1.1.0: All of it. }')).toEqual([
    '[missing-key] changelog: the schema has no "version", so nobody knows which change was the last; add "version:" to the schema',
  ]);
});

it.each([
  [
    'reason: "          "',
    '[value-invalid] waivers[0].reason: "reason" cannot be "          "; write more than spaces',
  ],
  [
    'reason: "   "',
    '[value-invalid] waivers[0].reason: "reason" must have at least 10 characters, and has 3; write 7 more characters',
  ],
  [
    'reason: It is mended next time., owner: ""',
    '[value-invalid] waivers[0].owner: "owner" cannot be ""; write more than spaces',
  ],
])('refuses a waiver that says nothing: %s', (words, report) => {
  expect(said(version, `waivers: [{ ${place}, ${words} }]`)).toEqual([report]);
});

it('refuses the second of two waivers of one rule at one place', () => {
  const waiver = `{ ${place}, reason: It is mended next time. }`;
  expect(said(version, `waivers: [${waiver}, ${waiver}]`)).toEqual([
    '[value-conflict] waivers[1]: "component-undeclared" at record_types.thing.pk_pattern is waived twice; remove one of the waivers',
  ]);
});

it.each(['waiver-expired', 'waiver-unused'])('says why no waiver is of %s', (rule) => {
  expect(said(version, `waivers: [{ rule: ${rule}, at: 'waivers[1]', reason: It is mended next time. }]`)).toEqual([
    `[waiver-refused] waivers[0].rule: "${rule}" cannot be waived: it is about a waiver that is to go; remove the waiver, and correct what it is about`,
  ]);
});
