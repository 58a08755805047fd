import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packagePath } from '../../harness/stores/package-root.ts';
import { binary, command, itemproof } from '../e2e/support/command.ts';
import { type Project, sharedProjects, smallProject } from './support/project.ts';

const commands = [
  [],
  ['run'],
  ['init'],
  ['check'],
  ['schema'],
  ['rules'],
  ['hazards'],
  ['explain'],
  ['encode'],
  ['decode'],
  ['identify'],
  ['key'],
  ['key', 'build'],
  ['key', 'parse'],
  ['vectors'],
  ['vectors', 'generate'],
  ['vectors', 'verify'],
  ['vectors', 'add'],
  ['vectors', 'remove'],
  ['vectors', 'recompute'],
  ['vectors', 'lint'],
  ['vectors', 'fmt'],
  ['vectors', 'list'],
  ['vectors', 'show'],
  ['vectors', 'coverage'],
  ['vectors', 'export'],
  ['self-test'],
];

it.concurrent.each(commands.map((each) => [each]))('the help of %j shows an example', async (words) => {
  const { code, stdout, stderr } = await itemproof([...words, '--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Usage: itemproof/);
  expect(stdout).toMatch(new RegExp(`Example:\n {2}\\$ (?:.* \\| )?itemproof ${words.join(' ')}`));
});

it('every command that there is has help', async () => {
  const listed = async (words: readonly string[]): Promise<readonly string[]> => {
    const { stdout } = await itemproof([...words, '--help']);
    const [, section = ''] = stdout.split('Commands:\n');
    return [...section.matchAll(/^ {2}([a-z-]+)(?= )/gm)]
      .map(([, name]) => name ?? '')
      .filter((name) => name !== 'help');
  };
  for (const words of [[], ['key'], ['vectors']]) {
    const own = commands.filter(
      (each) => each.length === words.length + 1 && words.every((word, at) => each[at] === word),
    );
    expect(await listed(words)).toEqual(own.map((each) => each.at(-1)));
  }
});

it('the version is that of the package, also through npx', async () => {
  const { version } = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { readonly version: string };
  expect(await itemproof(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
  expect(await command('npx', ['itemproof', '--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
});

const mistakes: readonly (readonly [args: readonly string[], message: string])[] = [
  [['compare'], "error: unknown command 'compare'"],
  [['chek', 'x.yaml'], "error: unknown command 'chek'\n(Did you mean check?)"],
  [['run', '--implementations', 'x'], "error: unknown option '--implementations'\n(Did you mean --implementation?)"],
  [['run', 'bucket'], "error: too many arguments for 'run'. Expected 0 arguments but got 1."],
  [['run', '--implementation', 'ehco'], 'itemproof: there is no implementation "ehco"; did you mean "echo"?'],
  [['run', '--implementation', 'rust'], 'itemproof: there is no implementation "rust"; there is "reference", "echo"'],
  [['run', '--record-type', 'ordr'], 'itemproof: there is no record type "ordr"; did you mean "order"?'],
  [
    ['run', '--vector', 'order/complet'],
    'itemproof: there is no vector "order/complet"; did you mean "order/complete"?',
  ],
  [
    ['run', '--check', 'rawput'],
    "error: option '--check <id>' argument 'rawput' is invalid. Allowed choices are key-build, key-build-refusal, key-parse, key-parse-refusal, item-encode, item-encode-refusal, item-decode, item-decode-refusal, raw-put, read-back, cross-read.",
  ],
  [
    ['run', '--store', 'mongo'],
    "error: option '--store <kind>' argument 'mongo' is invalid. Allowed choices are embedded, dynamodb-local.",
  ],
  [['run', '--config', 'nope.yaml'], 'itemproof: there is no configuration nope.yaml; name one with --config FILE'],
  [['run', '--config', 'folder'], 'itemproof: folder cannot be read: it is a folder [file-unreadable]'],
  [
    ['run', '--config', 'latin1.yaml'],
    'itemproof: latin1.yaml is not UTF-8 text [file-unreadable]\n  help: the byte 0xE9 in line 1, column 10 is the first that is none: save the file as UTF-8',
  ],
  [
    ['run', '--config', 'loop.yaml'],
    'itemproof: loop.yaml cannot be read: its symbolic links lead in a circle [file-unreadable]',
  ],
  [
    ['run', '--vector', 'order/complete', '--check', 'item-decode-refusal'],
    'itemproof: nothing to compare: no case is selected by all of these options',
  ],
  [
    ['run', '--implementation', 'echo', '--check', 'cross-read'],
    'itemproof: nothing to compare: no case is selected by all of these options; a cross-read needs two implementations, one that writes and one that reads',
  ],
  [['explain'], "error: missing required argument 'name'"],
  [
    ['explain', 'key-colision'],
    'itemproof: there is no diagnostic and no hazard "key-colision"; did you mean "key-collision"? "itemproof rules" and "itemproof hazards" list them',
  ],
  [
    ['explain', 'num-js-unsafe-intger'],
    'itemproof: there is no diagnostic and no hazard "num-js-unsafe-intger"; did you mean "num-js-unsafe-integer"? "itemproof rules" and "itemproof hazards" list them',
  ],
  [
    ['explain', '__proto__'],
    'itemproof: there is no diagnostic and no hazard "__proto__"; "itemproof rules" and "itemproof hazards" list them',
  ],
  [['schema'], 'itemproof: say what to write: --json, --digest or --json-schema RECORD_TYPE, one of them'],
  [
    ['schema', '--json', '--digest'],
    'itemproof: say what to write: --json, --digest or --json-schema RECORD_TYPE, one of them',
  ],
  [['schema', '--json-schema', 'ordr'], 'itemproof: there is no record type "ordr"; did you mean "order"?'],
  [['init'], 'itemproof: schema.yaml is there already, and is not overwritten; name another folder, or remove it'],
  [
    ['check', 'utf16.yaml'],
    'itemproof: utf16.yaml is not UTF-8 text [file-unreadable]\n  help: it is UTF-16: save it as UTF-8',
  ],
  [['check', 'nope.yaml'], 'itemproof: there is no file nope.yaml'],
  [['check', 'schema.yaml/x'], 'itemproof: there is no file schema.yaml/x'],
  [['check', 'folder'], 'itemproof: folder cannot be read: it is a folder [file-unreadable]'],
  [['encode'], "error: required option '--schema <file>' not specified"],
  [['decode', '--schema', 'nope'], 'itemproof: there is no schema file nope; name one with --schema FILE'],
  [['key', 'parse', '--schema', 'folder'], 'itemproof: folder cannot be read: it is a folder [file-unreadable]'],
  [
    ['vectors', 'verify', '--vectors', 'nope'],
    'itemproof: there are no vectors in nope; write them with "itemproof vectors generate --vectors nope", or name another folder with --vectors',
  ],
  [
    ['vectors', 'verify', '--config', 'nope.yaml', '--schema', 'schema.yaml'],
    'itemproof: there is no configuration nope.yaml; name one with --config FILE, or the folder of the vectors with --vectors FOLDER',
  ],
  [
    ['vectors', 'verify', '--config', 'nope.yaml', '--vectors', 'vectors'],
    'itemproof: there is no configuration nope.yaml; name one with --config FILE, or the schema with --schema FILE',
  ],
  [
    ['vectors', 'list', '--config', 'nope.yaml'],
    'itemproof: there is no configuration nope.yaml; name one with --config FILE, or the folder of the vectors with --vectors FOLDER',
  ],
  [
    ['vectors', 'list', '--schema', 'schema.yaml'],
    'itemproof: this needs no schema: instead of --schema, name the folder of the vectors with --vectors FOLDER, or the configuration with --config FILE',
  ],
  [
    ['vectors', 'show', 'order/complete', '--schema', 'schema.yaml', '--vectors', 'vectors'],
    'itemproof: this needs no schema: leave out --schema, the vectors are those of --vectors',
  ],
  [
    ['vectors', 'remove', 'order/complete', '--schema', 'nope.yaml', '--vectors', 'vectors'],
    'itemproof: this needs no schema: leave out --schema, the vectors are those of --vectors',
  ],
  [
    ['vectors', 'lint', '--config', 'nope.yaml'],
    'itemproof: there is no configuration nope.yaml; name one with --config FILE, or the schema and the folder of its vectors with --schema FILE and --vectors FOLDER',
  ],
  [
    ['vectors', 'list', '--config', 'nope.yaml'],
    'itemproof: there is no configuration nope.yaml; name one with --config FILE, or the folder of the vectors with --vectors FOLDER',
  ],
  [
    ['vectors', 'list', '--hazard', 'key-delimiter'],
    'itemproof: there is no hazard "key-delimiter"; did you mean "key-delimiter-injection"?',
  ],
  [
    ['vectors', 'add', '--record-type', 'order', '--kind', 'items', '--description', 'one\n\u001b[31mtwo'],
    'itemproof: --description has the control character U+000A; write it as one line of text',
  ],
  [
    ['vectors', 'generate', '--schema', 'latin1.yaml'],
    'itemproof: latin1.yaml is not UTF-8 text [file-unreadable]\n  help: the byte 0xE9 in line 1, column 10 is the first that is none: save the file as UTF-8',
  ],
];

let project: Project;

const shared = sharedProjects();
afterAll(shared.removeAll);

beforeAll(async () => {
  project = await smallProject(shared.keep);
  mkdirSync(join(project.folder, 'folder'));
  symlinkSync('loop.yaml', join(project.folder, 'loop.yaml'));
  project.write('utf16.yaml', Buffer.from('\ufeffname: x\n', 'utf16le'));
  project.write('latin1.yaml', Buffer.from('name: caf\xe9\n', 'latin1'));
});

it.concurrent.each(mistakes)('%j is refused with one message, and nothing is started', async (args, message) => {
  const { code, stdout, stderr } = await project.run(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr.replace('(add --help for what there is)\n', '')).toBe(`${message}\n`);
});

it('without a command, help says what there is', async () => {
  const { code, stdout, stderr } = await itemproof([]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^Usage: itemproof \[options\] \[command\]/);
});

it('a command that fails early does not wait for its input', async () => {
  const child = spawn(process.execPath, [binary, 'encode', '--schema', 'nope'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const [code] = await once(child, 'exit');
  expect(code).toBe(2);
  child.stdin.destroy();
});
