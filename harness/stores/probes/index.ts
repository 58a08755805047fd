import { documentEquality, listAppend, nestingLimit, protoAttribute } from './documents.ts';
import { emptyIndexKey, indexKeyLength, keyLengthBytes, keyPrefixCase } from './keys.ts';
import { multiAttributeIndexKeys } from './multi-attribute-index-keys.ts';
import {
  arithmeticPrecision,
  nestedNumberNormalisation,
  numberNormalisation,
  numberPrecision,
  numberSetDuplicates,
  positiveSign,
} from './numbers.ts';
import { conditionFailureItem, partiql, timeToLive, transactions } from './operations.ts';
import type { Probe } from './probe.ts';

/** Every probe, in the order in which capabilities are reported. */
export const probes: readonly Probe[] = [
  numberNormalisation,
  nestedNumberNormalisation,
  positiveSign,
  numberPrecision,
  numberSetDuplicates,
  arithmeticPrecision,
  emptyIndexKey,
  indexKeyLength,
  keyLengthBytes,
  keyPrefixCase,
  multiAttributeIndexKeys,
  nestingLimit,
  protoAttribute,
  documentEquality,
  listAppend,
  conditionFailureItem,
  transactions,
  partiql,
  timeToLive,
];
