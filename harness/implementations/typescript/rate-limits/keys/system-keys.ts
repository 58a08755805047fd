import * as part from './components.ts';
import { indexKey } from './index-key.ts';
import { key } from './key-text.ts';

/** Where a namespace keeps what concerns all of it. */
export const systemPartition = key`${part.namespaceId}/SYSTEM#`;

export const systemGroup = indexKey<{ readonly namespaceId: string }>({
  GSI4PK: key`${part.namespaceId}`,
  GSI4SK: systemPartition,
});

/** The same of the table itself, whose namespace is "_". */
export const tablePartition = key`_/SYSTEM#`;

export const tableGroup = indexKey({ GSI4PK: key`_`, GSI4SK: tablePartition });
