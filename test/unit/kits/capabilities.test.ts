import { expect, it } from 'vitest';
import { type Adapter, introduction } from '../../../harness/kits/typescript/adapter.ts';
import { readHello } from '../../../src/protocol/hello.ts';
import type { Hello } from '../../../src/protocol/messages.ts';

const operations = { buildKeys: () => ({}), decodeItem: () => ({}) };

function helloOf(capabilities?: Adapter['capabilities']): Hello | { readonly problem: string } {
  const adapter = { implementation: 'i', version: '1', open: () => operations, ...(capabilities && { capabilities }) };
  return readHello(JSON.parse(JSON.stringify(introduction(adapter, operations))));
}

it('the TypeScript kit declares what it is told, for only some record types', () => {
  const capabilities = { 'key.build': true, 'key.parse': ['note/primary'], 'item.get': ['note', 'user'] } as const;
  expect(helloOf(capabilities)).toMatchObject({ implementation: 'i', capabilities });
});

it('the TypeScript kit declares every operation that there is, when it is told nothing', () => {
  expect(helloOf()).toHaveProperty('capabilities', { 'key.build': true, 'item.decode': true });
});
