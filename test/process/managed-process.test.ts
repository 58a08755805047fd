import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it, onTestFinished } from 'vitest';
import { announcement } from '../../harness/process/announcement.ts';
import { killAll, liveChildren } from '../../harness/process/child-registry.ts';
import { startProcess } from '../../harness/process/managed-process.ts';
import { commandNotFound, describeExit } from '../../harness/process/process-exit.ts';
import { runToEnd } from '../../harness/process/run-to-end.ts';
import { compile } from '../stores/support/compiled.ts';

const env = process.env;
const node = (source: string, ...args: string[]) => ({
  name: 'the script',
  command: process.execPath,
  args: ['-e', source, ...args],
  env,
});
const shell = (script: string) => ({ name: 'the script', command: 'sh', args: ['-c', script], env });

afterEach(() => killAll());

/** Counts the processes that are connected: whoever is killed, however it is, closes its connection. */
async function attendance() {
  let present = 0;
  const changed: (() => void)[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    present++;
    sockets.push(socket);
    socket.on('error', () => {});
    socket.once('close', () => {
      present--;
      for (const tell of changed.splice(0)) tell();
    });
    for (const tell of changed.splice(0)) tell();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    port: String(address.port),
    async becomes(wanted: number, ms: number) {
      const deadline = AbortSignal.timeout(ms);
      while (present !== wanted) {
        await Promise.race([
          new Promise<void>((resolve) => changed.push(resolve)),
          sleep(ms, undefined, { signal: deadline }).catch(() => {
            throw new Error(`${present} instead of ${wanted} processes after ${ms} ms`);
          }),
        ]);
      }
    },
    /** Ends everybody who lives only as long as the connection. */
    dismiss: () => {
      for (const socket of sockets) socket.end();
    },
    close: () => server.close(),
  };
}

/** Ignores SIGTERM, and starts another one that does. */
const stubborn = `
  process.on('SIGTERM', () => {});
  console.log('deaf');
  require('node:net').connect(Number(process.argv[1]), '127.0.0.1').resume();
  if (process.argv[2] === 'parent') {
    require('node:child_process').spawn(process.execPath, ['-e', process.argv[3], process.argv[1]], { stdio: 'ignore' });
  }
`;

it('passes the streams through, and ends with the command', async () => {
  const cat = await startProcess({ name: 'cat', command: 'cat', args: [], env, stdin: 'pipe' });
  const said = text(cat.stdout);
  cat.stdin?.end('one\ntwo\n');
  expect(await said).toBe('one\ntwo\n');
  expect(await cat.exited).toEqual({ code: 0, signal: null, expected: false, stderrTail: '' });
  expect(liveChildren()).toBe(0);
});

it('gives the command no file descriptor of the watchdog, and no child it does not know', async () => {
  const { code } = await runToEnd({ ...shell('! { true <&3; } 2>/dev/null && wait'), name: 'sh' }, 5_000);
  expect(code).toBe(0);
});

it('keeps the end of what a command says, and how it ended', async () => {
  const script = 'for (let i = 0; i < 20000; i++) console.error("line " + i); process.exitCode = 3';
  const exit = await runToEnd(node(script), 5_000);
  expect(exit).toMatchObject({ code: 3, signal: null, expected: false, timedOut: false });
  expect(exit.stderrTail.endsWith('line 19998\nline 19999')).toBe(true);
  expect(exit.stderrTail.length).toBeLessThan(20_000);
  expect(describeExit('It', { ...exit, stderrTail: 'oops' })).toBe(
    'It ended with exit code 3. It wrote to stderr:\noops',
  );
});

it('tells a command that is not there from one that fails', async () => {
  const exit = await runToEnd({ name: 'it', command: '/does/not/exist', args: [], env }, 5_000);
  expect(commandNotFound(exit)).toBe(true);
  expect(describeExit('It', exit)).toMatch(/^It could not be started: there is no such program/);
});

it('says that a working directory is not there', async () => {
  await expect(runToEnd({ ...shell('true'), cwd: '/does/not/exist' }, 5_000)).rejects.toMatchObject({
    code: 'process-start-failed',
    message: expect.stringContaining('in /does/not/exist'),
  });
});

it('kills what does not end when asked, and what it started', async () => {
  const room = await attendance();
  const child = await startProcess({ ...node(stubborn, room.port, 'parent', stubborn), stdin: 'ignore' });
  await room.becomes(2, 30_000);
  const start = performance.now();
  const exit = await child.stop({ graceMs: 100 });
  expect(exit).toMatchObject({ signal: 'SIGKILL', expected: true });
  await room.becomes(0, 10_000);
  expect(performance.now() - start).toBeGreaterThanOrEqual(95);
  expect(await child.stop()).toBe(exit);
  room.close();
});

it('kills what a command leaves behind when it ends by itself', async () => {
  const room = await attendance();
  const child = await startProcess({ ...node(stubborn, room.port, 'parent', stubborn), stdin: 'ignore' });
  await room.becomes(2, 30_000);
  process.kill(child.pid, 'SIGKILL');
  expect(await child.exited).toMatchObject({ signal: 'SIGKILL', expected: false });
  await room.becomes(0, 10_000);
  room.close();
});

/** Writes a lot, and leaves behind a process in a session of its own that keeps one of the streams open. */
const forsaken = `
  const { spawn } = require('node:child_process');
  const [, kept, port] = process.argv;
  const stdio = ['ignore', 'stdout', 'stderr'].map((name) => (name === kept ? 'inherit' : 'ignore'));
  const source = "require('node:net').connect(Number(process.argv[1]), '127.0.0.1').resume()";
  spawn(process.execPath, ['-e', source, port], { detached: true, stdio }).unref();
  process[kept].write('x'.repeat(100_000) + 'the end', () => process.exit(0));
`;

it.each(['stdout', 'stderr'] as const)('does not wait for who keeps its %s, and reads what it wrote', async (kept) => {
  const room = await attendance();
  onTestFinished(() => void room.close());
  const child = await startProcess({ ...node(forsaken, kept, room.port), stdin: 'ignore' });
  const closed = once(child[kept], 'close');
  let said = '';
  child[kept].on('data', (chunk: Buffer) => {
    said += chunk.toString('latin1');
  });
  child.stdout.resume();
  await room.becomes(1, 30_000);
  expect(await child.exited).toMatchObject({ code: 0, expected: false });
  // Only a stream that is closed lets this process end.
  await closed;
  expect(said).toBe(`${'x'.repeat(100_000)}the end`);
  await room.becomes(1, 1_000);
  room.dismiss();
  await room.becomes(0, 10_000);
});

it('reads what was written right before the end, also when it was busy meanwhile', async () => {
  const child = await startProcess({ ...shell('echo first; sleep 0.2; echo last; echo last >&2'), stdin: 'ignore' });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('latin1');
  });
  await once(child.stdout, 'data');
  const start = performance.now();
  while (performance.now() - start < 1_500);
  expect(await child.exited).toMatchObject({ code: 0, stderrTail: 'last' });
  expect(said).toBe('first\nlast\n');
});

it('kills everything at once, and does not call that a death', async () => {
  const room = await attendance();
  const children = await Promise.all(
    [1, 2].map(() => startProcess({ ...node(stubborn, room.port, 'parent', stubborn), stdin: 'ignore' })),
  );
  await room.becomes(4, 30_000);
  killAll();
  await room.becomes(0, 10_000);
  for (const child of children) expect(await child.exited).toMatchObject({ signal: 'SIGKILL', expected: true });
  room.close();
});

it('leaves nothing behind when the parent is killed, however stubborn', async () => {
  const room = await attendance();
  const compiled = compile('harness/process/managed-process.ts');
  onTestFinished(() => compiled.remove());
  const parent = compiled.run(
    `
      import { startProcess } from './harness/process/managed-process.js';
      const [port, source] = process.argv.slice(2);
      const args = ['-e', source, port, 'parent', source];
      const child = await startProcess({ name: 'x', command: process.execPath, args, env: process.env, stdin: 'pipe' });
      child.stdout.once('data', () => child.stop({ graceMs: 60_000 }));
    `,
    room.port,
    stubborn,
  );
  await room.becomes(2, 30_000);
  parent.kill('SIGKILL');
  await room.becomes(0, 10_000);
  room.close();
});

it('stops what takes too long', async () => {
  expect(await runToEnd(shell('sleep 60'), 100)).toMatchObject({ timedOut: true, expected: true });
});

it('waits for the announcement of a server', async () => {
  const server = await startProcess({ ...shell('echo starting; echo port=80; echo 81; sleep 60'), stdin: 'ignore' });
  expect((await announcement(server, 'stdout', /^port=(\d+)$/m, 5_000))[1]).toBe('80');
  await server.stop();
});

it('says why there was no announcement', async () => {
  const dying = await startProcess({ ...shell('echo broken >&2; exit 7'), stdin: 'ignore' });
  await expect(announcement(dying, 'stdout', /ready/, 5_000)).rejects.toMatchObject({
    code: 'process-ended-early',
    message: 'the script ended with exit code 7. It wrote to stderr:\nbroken',
  });
  const silent = await startProcess({ ...shell('echo thinking >&2; sleep 60'), stdin: 'ignore' });
  await expect(announcement(silent, 'stdout', /ready/, 300)).rejects.toMatchObject({
    code: 'process-not-ready',
    message: 'the script was not ready within 300 ms. It wrote to stderr:\nthinking',
  });
  await silent.stop();
});
