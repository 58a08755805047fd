import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { expect, it } from 'vitest';
import { packagePath } from '../../harness/stores/package-root.ts';
import { compareExactly, compareItems } from '../../src/check/compare.ts';
import type { JsonObject } from '../../src/value/json.ts';
import type { ItemVector, VectorFile } from '../../src/vector/vector.ts';
import { binary, command, environmentWith, itemproof } from '../e2e/support/command.ts';

const schema = ['--schema', 'schema/domains/rate-limits/schema.yaml'];

/** Every item of the shipped vectors, with its record type. */
const vectors = readdirSync(packagePath('vectors/rate-limits'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: recordType }) => {
    const path = join('vectors/rate-limits', recordType, 'items.json');
    const file = JSON.parse(readFileSync(packagePath(path), 'utf8')) as VectorFile;
    return file.vectors.flatMap((vector) => ('keys' in vector ? [{ recordType, vector: vector as ItemVector }] : []));
  });

/** The answer to one line, whichever it is. */
type Line = {
  readonly item?: JsonObject;
  readonly keys?: JsonObject;
  readonly record?: JsonObject;
  readonly record_type?: string;
  readonly components?: JsonObject;
  readonly error?: {
    readonly class: string;
    readonly path: string;
    readonly rule: string;
    readonly message: string;
    readonly schema?: string;
  };
};

function toLines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

function fromLines(output: string): readonly Line[] {
  return output === ''
    ? []
    : output
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => JSON.parse(line) as Line);
}

async function filter(words: readonly string[], input: string | Uint8Array) {
  const { code, stdout, stderr } = await itemproof([...words, ...schema], { input });
  return { code, stderr, stdout, lines: fromLines(stdout) };
}

it('encode makes the item of every vector, and key build its keys', async () => {
  const input = toLines(vectors.map(({ recordType, vector }) => ({ record_type: recordType, record: vector.record })));
  const encoded = await filter(['encode'], input);
  expect({ code: encoded.code, stderr: encoded.stderr }).toEqual({ code: 0, stderr: '' });
  expect(encoded.lines).toHaveLength(vectors.length);
  expect(
    vectors.filter(({ vector }, index) => !compareItems(vector.item as JsonObject, encoded.lines[index]?.item).passed),
  ).toEqual([]);
  const built = await filter(['key', 'build'], input);
  expect(built.code).toBe(0);
  expect(
    vectors.filter(({ vector }, index) => !compareExactly(vector.keys as JsonObject, built.lines[index]?.keys).passed),
  ).toEqual([]);
});

it('decode and encode after it bring back every item', async () => {
  const decoded = await filter(['decode'], toLines(vectors.map(({ vector }) => ({ item: vector.item }))));
  expect({ code: decoded.code, stderr: decoded.stderr }).toEqual({ code: 0, stderr: '' });
  expect(decoded.lines.map((line) => line.record_type)).toEqual(vectors.map(({ recordType }) => recordType));
  const encoded = await filter(['encode'], decoded.stdout);
  expect({ code: encoded.code, stderr: encoded.stderr }).toEqual({ code: 0, stderr: '' });
  expect(encoded.lines).toHaveLength(vectors.length);
  expect(
    vectors.filter(({ vector }, index) => !compareItems(vector.item as JsonObject, encoded.lines[index]?.item).passed),
  ).toEqual([]);
});

it('identify names the record type of every item, and key parse its components', async () => {
  const identified = await filter(['identify'], toLines(vectors.map(({ vector }) => ({ item: vector.item }))));
  expect(identified.code).toBe(0);
  expect(identified.lines).toEqual(vectors.map(({ recordType }) => ({ record_type: recordType })));
  const parsed = await filter(
    ['key', 'parse'],
    toLines(vectors.map(({ recordType, vector }) => ({ record_type: recordType, key: vector.keys['primary'] }))),
  );
  expect(parsed.code).toBe(0);
  expect(
    vectors.filter(({ vector }, index) => {
      const components = Object.entries(parsed.lines[index]?.components ?? {});
      return components.some(([name, value]) => (vector.read ?? vector.record)[name] !== value);
    }),
  ).toEqual([]);
});

it('what an older writer left out, and what a newer one added, comes back too', async () => {
  const [first] = vectors.filter(({ recordType }) => recordType === 'entity_meta');
  const { cascade: _cascade, ...rest } = first?.vector.item ?? {};
  const items = [rest, { ...rest, colour: { S: 'red' }, tags: { SS: ['a', 'b'] } }];
  const decoded = await filter(['decode'], toLines(items.map((item) => ({ item }))));
  expect(decoded.lines).toMatchObject([
    { record: { cascade: false }, defaulted: ['cascade'] },
    { record: { cascade: false }, defaulted: ['cascade'], unknown_attributes: { colour: { S: 'red' } } },
  ]);
  const encoded = await filter(['encode'], decoded.stdout);
  expect(encoded.lines.map(({ item }) => item)).toEqual(items);
});

it('a line that cannot be used gives an error in its place, and the rest goes on', async () => {
  const [{ recordType, vector } = { recordType: '', vector: undefined }] = vectors;
  const good = { record_type: recordType, record: vector?.record };
  const bad = [
    '{',
    '[]',
    'null',
    '{"record_type":1,"record":{}}',
    '{"record_type":"audit_evnt","record":{}}',
    '{"record_type":"version","record":{"schema_version":7}}',
    '{"record_type":"version","record":{},"defaulted":"x"}',
    '{"record_type":"version"}',
  ];
  const input = [JSON.stringify(good), ...bad.flatMap((line) => [line, JSON.stringify(good)])].join('\n');
  const { code, stderr, lines } = await filter(['encode'], input);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(lines.map((line) => (line.error === undefined ? 'ok' : line.error.class))).toEqual([
    'ok',
    ...[
      'invalid-line',
      'invalid-line',
      'invalid-line',
      'invalid-line',
      'invalid-record',
      'invalid-record',
      'invalid-line',
      'invalid-record',
    ].flatMap((each) => [each, 'ok']),
  ]);
  expect(lines[1]?.error).toMatchObject({ rule: 'line', path: '', message: expect.stringMatching(/^no JSON: /) });
  expect(lines[7]?.error).toMatchObject({ path: '/record_type' });
  expect(lines[9]?.error?.message).toContain('did you mean "audit_event"?');
  expect(lines[11]?.error).toMatchObject({
    path: '/schema_version',
    schema: expect.stringMatching(/^schema\/domains\/rate-limits\/schema\.yaml:\d+:\d+$/),
  });
});

it('bytes that are not UTF-8 are refused, and never replaced by something else', async () => {
  const record = '{"record_type":"version","record":{"schema_version":"caf';
  const input = Buffer.concat([Buffer.from(record), Buffer.from([0xe9]), Buffer.from('"}}\n{}\n')]);
  const { code, lines } = await filter(['encode'], input);
  expect(code).toBe(1);
  expect(lines).toEqual([
    { error: { class: 'invalid-line', path: '', rule: 'line', message: 'a line that is not UTF-8' } },
    { error: { class: 'invalid-line', path: '/record_type', rule: 'line', message: '"record_type" must be text' } },
  ]);
});

it('CR LF, a last line without its end, and an empty one at the end are fine', async () => {
  const items = vectors.slice(0, 3).map(({ vector }) => JSON.stringify({ item: vector.item }));
  for (const input of [
    items.join('\r\n'),
    `${items.join('\r\n')}\r\n`,
    `${items.join('\n')}\n\n`,
    `${items.join('\n')}\n  `,
  ]) {
    const { code, lines } = await filter(['identify'], input);
    expect(code).toBe(0);
    expect(lines).toHaveLength(3);
  }
});

it('an empty line gives an error in its place, so that each answer stands where its line stood', async () => {
  const items = vectors.slice(0, 2).map(({ vector }) => JSON.stringify({ item: vector.item }));
  const { code, stderr, lines } = await filter(['identify'], `\r\n${items.join('\r\n\r\n \t\n')}\n\n\n`);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const empty = {
    error: { class: 'invalid-line', path: '', rule: 'line', message: 'an empty line; each line must be a JSON object' },
  };
  const [first, second] = vectors.map(({ recordType }) => ({ record_type: recordType }));
  expect(lines).toEqual([empty, first, empty, empty, second, empty]);
});

it.each([
  ['in the line itself', '{"record_type":"version","record_type":"bucket","record":{}}', '/record_type', 'record_type'],
  [
    'in the record',
    '{"record_type":"version","record":{"schema_version":"1","schema_version":"2"}}',
    '/record/schema_version',
    'schema_version',
  ],
  ['in another spelling', '{"record_type":"version","record":{"a":1, "\\u0061" :2}}', '/record/a', 'a'],
  [
    'deep down',
    '{"record":{"l":[{"x":1},{"a/b":{"k":1,"j":[],"k":2}}]},"record_type":"version"}',
    '/record/l/1/a~1b/k',
    'k',
  ],
])('a key that is there twice is an error in its place: %s', async (_what, line, path, key) => {
  const { code, lines } = await filter(['encode'], `${line}\n`);
  expect(code).toBe(1);
  expect(lines).toEqual([
    { error: { class: 'invalid-line', path, rule: 'line', message: `the key "${key}" is there twice` } },
  ]);
});

it.each([
  [['encode'], '{"record_type":"version","record":{},"defaultd":[]}', '/defaultd', 'did you mean "defaulted"?'],
  [
    ['encode'],
    '{"record_type":"version","record":{},"unknown_atributes":{}}',
    '/unknown_atributes',
    'did you mean "unknown_attributes"?',
  ],
  [['decode'], '{"item":{},"table":"x"}', '/table', 'there is "item", "record_type"'],
  [['identify'], '{"itme":{}}', '/itme', 'did you mean "item"?'],
  [['key', 'build'], '{"record_type":"version","recrod":{}}', '/recrod', 'did you mean "record"?'],
  [['key', 'parse'], '{"record_type":"version","indx":"gsi4","key":{}}', '/indx', 'did you mean "index"?'],
  [['encode'], '{"error":{"class":"x"},"record":{}}', '/error', 'there is "record_type", "record"'],
])('%j takes no member that it does not know: %s', async (words, line, path, help) => {
  const { code, lines } = await filter(words, `${line}\n`);
  expect(code).toBe(1);
  expect(lines).toMatchObject([{ error: { class: 'invalid-line', path, message: expect.stringContaining(help) } }]);
});

it('a name in "defaulted" that is none is refused', async () => {
  const record = { schema_version: '1', updated_at: '2024-01-02T03:04:05Z' };
  const line = { record_type: 'version', record, defaulted: ['updated_by', 'client_min_versoin'] };
  const { code, lines } = await filter(['encode'], toLines([line]));
  expect(code).toBe(1);
  expect(lines).toMatchObject([{ error: { class: 'invalid-record', rule: 'unknown', path: '/defaulted/1' } }]);
  expect(lines[0]?.error?.message).toContain('did you mean "client_min_version"?');
});

it('what one filter refused goes through the next ones as it is', async () => {
  const item = vectors[0]?.vector.item;
  const decoded = await filter(['decode'], `${JSON.stringify({ item })}\n{\n${JSON.stringify({ item })}\n`);
  const [, refused] = decoded.stdout.split('\n');
  expect(decoded.code).toBe(1);
  const encoded = await filter(['encode'], decoded.stdout);
  expect({ code: encoded.code, stderr: encoded.stderr }).toEqual({ code: 1, stderr: '' });
  expect(encoded.stdout.split('\n')[1]).toBe(refused);
  expect(encoded.lines.map((line) => line.item)).toEqual([item, undefined, item]);
  for (const words of [['decode'], ['identify'], ['key', 'build'], ['key', 'parse']])
    expect(await filter(words, `${refused}\r\n`)).toMatchObject({ code: 1, stdout: `${refused}\n` });
});

it('decode takes the record type of a line where keys do not tell it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'filters-'));
  const file = join(folder, 'schema.yaml');
  const table = '{ keys: { primary: { partition_key: user_id } } }';
  const attributes = '{ user_id: { type: string, max_length: 9, required: true }, n: { type: integer } }';
  writeFileSync(
    file,
    `tables: { users: ${table}, carts: ${table} }
record_types:
  user: { table: users, attributes: ${attributes} }
  cart: { table: carts, attributes: ${attributes} }
`,
  );
  const natural = ['--schema', file];
  const item = { user_id: { S: 'u1' }, n: { N: '1' } };
  const input = toLines([
    { item },
    { item, record_type: 'cart' },
    { item, record_type: 'crat' },
    { item, record_type: 1 },
  ]);
  const decoded = await itemproof(['decode', ...natural], { input });
  const [unsaid, cart, misspelt, wrong] = fromLines(decoded.stdout);
  expect(unsaid?.error?.message).toContain('user and cart have this key, and no record type is given');
  expect(cart).toEqual({ record_type: 'cart', record: { user_id: 'u1', n: '1' } });
  expect(misspelt?.error?.message).toContain('did you mean "cart"?');
  expect(wrong?.error).toMatchObject({ class: 'invalid-line', path: '/record_type' });
  const encoded = await itemproof(['encode', ...natural], { input: toLines([cart]) });
  expect(fromLines(encoded.stdout)).toEqual([{ item }]);
  rmSync(folder, { recursive: true });
});

it('shows a number as it is in the line, wherever it stands', async () => {
  const numbers = ['9007199254740993', '1e999', '-0', '1.0'];
  const records = numbers.map((number) => `{"record_type":"version","record":{"schema_version":${number}}}`);
  const encoded = await filter(['encode'], `${records.join('\n')}\n`);
  expect(encoded.lines.map(({ error }) => error?.message.split('found ')[1])).toEqual(numbers);
  const items = numbers.map((number) => `{"item":{"PK":{"S":${number}},"SK":{"S":"${number}"}}}`);
  const decoded = await filter(['decode'], `${items.join('\n')}\n`);
  expect(decoded.lines.map(({ error }) => error?.message.split('found ')[1])).toEqual(
    numbers.map((number) => `{"PK":{"S":${number}},"SK":{"S":"${number}"}}`),
  );
  const long = `[${'1.0, '.repeat(200)}1.00]`;
  const { lines } = await filter(['encode'], `{"record_type":"version","record":${long}}\n`);
  const found = lines[0]?.error?.message.split('found ')[1] ?? '';
  expect(found).toMatch(/^\[(1\.0,)+[1.0,]*\.\.\.[1.0,]*1\.0,1\.00\]$/);
  expect(found.length).toBeLessThanOrEqual(120);
});

it('no input gives no output', async () => {
  expect(await filter(['decode'], '')).toEqual({ code: 0, stderr: '', stdout: '', lines: [] });
});

it('whoever pipes slowly sees each answer at once', async () => {
  const child = spawn(process.execPath, [binary, 'identify', ...schema], { cwd: packagePath(), stdio: 'pipe' });
  for (const { recordType, vector } of vectors.slice(0, 3)) {
    child.stdin.write(`${JSON.stringify({ item: vector.item })}\n`);
    const [answer] = (await once(child.stdout, 'data')) as [Buffer];
    expect(JSON.parse(answer.toString('utf8'))).toEqual({ record_type: recordType });
  }
  child.stdin.end();
  expect((await once(child, 'exit'))[0]).toBe(0);
});

it('a reader that has seen enough ends the filter without a word', async () => {
  const lines = toLines(Array.from({ length: 20_000 }, () => ({ item: vectors[0]?.vector.item })));
  const script = `"$0" "$1" identify ${schema.join(' ')} | head -1; echo "\${PIPESTATUS[0]}"`;
  const { code, stdout, stderr } = await command('bash', ['-c', script, process.execPath, binary], { input: lines });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  // What is left of the input was not judged, so nothing says that it is clean.
  expect(stdout).toBe(`${JSON.stringify({ record_type: vectors[0]?.recordType })}\n3\n`);
});

it('memory does not grow with the input', async () => {
  const few = await peakOf(3_000);
  const many = await peakOf(300_000);
  expect(many.lines).toBe(300_000);
  // A heap that may not hold the input ends a filter that keeps it; what lies outside of the heap counts here.
  expect(many.bytes).toBeGreaterThan(2 * heapLimit);
  expect(1024 * (many.peak - few.peak)).toBeLessThan(many.bytes / 2);
});

/** What the old generation of a measured filter may hold, in bytes: it starts with about half of it. */
const heapLimit = 64 * 1024 * 1024;

/** The most memory, in kilobytes, that decoding so many lines takes, and how much that was. */
async function peakOf(count: number) {
  const line = toLines([{ item: vectors.find(({ recordType }) => recordType === 'bucket')?.vector.item }]);
  const block = line.repeat(100);
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${heapLimit / 1024 / 1024}`,
      '--require',
      packagePath('test/fixtures/report-memory.cjs'),
      binary,
      'decode',
      ...schema,
    ],
    { cwd: packagePath(), env: environmentWith(), stdio: 'pipe' },
  );
  let lines = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++;
  });
  const source = Readable.from(Array.from({ length: count / 100 }, () => block));
  const [[code], said] = await Promise.all([
    once(child, 'close') as Promise<[number]>,
    text(child.stderr),
    pipeline(source, child.stdin),
  ]);
  expect(code).toBe(0);
  const peak = Number(/^peak (\d+)$/m.exec(said)?.[1]);
  expect(peak).toBeGreaterThan(0);
  return { lines, peak, bytes: (count / 100) * block.length };
}
