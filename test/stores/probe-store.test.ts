import { afterEach, expect, it } from 'vitest';
import { probeStore } from '../../harness/stores/probe-store.ts';
import { openWire } from '../../harness/stores/store-wire.ts';
import { openTableClient } from '../../harness/stores/table-client.ts';
import { numberPreservingStore, startFakeStore } from './support/fake-store.ts';

const prefix = 'probe-test-';
const open: { close(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

async function probe(handlers: Parameters<typeof startFakeStore>[0]) {
  const server = await startFakeStore(handlers);
  const wire = openWire(server.connection);
  open.push(wire, server);
  return probeStore(wire, openTableClient(wire, prefix), prefix);
}

it('refuses a store that keeps numbers as they are written, and leaves no table in it', async () => {
  const { handlers, tables } = numberPreservingStore();
  await expect(probe(handlers)).rejects.toMatchObject({
    code: 'store-unusable',
    message: 'The store cannot be used: the number 1.0 came back as 1.0 instead of 1',
    hint: expect.stringContaining('Numbers are stored by value'),
  });
  expect([...tables]).toEqual([]);
});

it('refuses a store that cannot create a table', async () => {
  await expect(probe({})).rejects.toMatchObject({ code: 'store-rejection', exception: 'UnknownOperationException' });
});

it('does not take a broken answer for a missing capability', async () => {
  const { handlers } = numberPreservingStore();
  const broken = probe({ ...handlers, TransactWriteItems: () => ({ status: 502, text: '<html>' }) });
  await expect(broken).rejects.toMatchObject({
    code: 'store-reply-malformed',
    message: expect.stringMatching(/TransactWriteItems.*HTTP 502 with "<html>"/),
  });
});
