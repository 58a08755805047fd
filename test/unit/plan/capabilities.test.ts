import { expect, it } from 'vitest';
import type { Operation } from '../../../src/check/registry.ts';
import type { AcknowledgedGap } from '../../../src/config/config.ts';
import { type Capabilities, compareGaps, gapReason, supports } from '../../../src/plan/capabilities.ts';
import { everyType } from '../../support/schemas.ts';

const everything: Capabilities = {
  'key.build': true,
  'key.parse': true,
  'item.encode': true,
  'item.decode': true,
  'item.put': true,
  'item.get': true,
};

function gap(ops: readonly Operation[], ...recordTypes: string[]): AcknowledgedGap {
  const at = { file: 'itemproof.yaml', line: 7, column: 9, path: 'implementations.ada.gaps[0]' };
  return { ops, recordTypes, reason: 'it cannot', at };
}

it.each<[Capabilities, Operation, string, string | undefined, boolean]>([
  [{ 'key.parse': true }, 'key.parse', 'user', 'primary', true],
  [{ 'key.parse': ['user'] }, 'key.parse', 'user', 'primary', true],
  [{ 'key.parse': ['document/by_title'] }, 'key.parse', 'document', 'by_title', true],
  [{ 'key.parse': ['document/by_title'] }, 'key.parse', 'document', 'primary', false],
  [{ 'key.parse': ['document/by_title'] }, 'key.parse', 'document', undefined, false],
  [{ 'item.put': ['user'] }, 'item.put', 'folder', undefined, false],
  [{ 'item.put': [] }, 'item.put', 'user', undefined, false],
  [{}, 'item.put', 'user', undefined, false],
])('reads %j for %s of %s %s: %s', (capabilities, op, recordType, index, expected) => {
  expect(supports(capabilities, op, recordType, index)).toBe(expected);
});

it.each<[string, Capabilities, readonly AcknowledgedGap[], readonly string[], readonly string[]]>([
  ['everything is supported', everything, [], [], []],
  [
    'a gap is acknowledged',
    { ...everything, 'item.put': ['user', 'reading', 'document'] },
    [gap(['item.put'], 'folder')],
    ['item.put of folder'],
    [],
  ],
  [
    'all is acknowledged at once',
    { ...everything, 'item.put': undefined as never },
    [gap(['item.put'], '*')],
    ['item.put of user, reading, document, folder'],
    [],
  ],
  [
    'a gap is not acknowledged',
    { ...everything, 'item.put': ['user'] },
    [],
    [],
    [
      'ada does not support item.put of reading, document, folder, and its configuration does not say so; add it to "gaps" with a reason',
    ],
  ],
  [
    'a part of a gap is',
    { ...everything, 'item.put': ['user'] },
    [gap(['item.put'], 'folder')],
    ['item.put of folder'],
    [
      'ada does not support item.put of reading, document, and its configuration does not say so; add it to "gaps" with a reason',
    ],
  ],
  [
    'a gap was closed',
    everything,
    [gap(['item.put'], 'folder')],
    [],
    ['ada supports item.put of folder, which itemproof.yaml:7 lists as a gap; remove it there'],
  ],
  [
    'a part of a gap was closed',
    { ...everything, 'item.put': ['user', 'reading', 'folder'] },
    [gap(['item.put'], 'folder', 'document')],
    ['item.put of document'],
    ['ada supports item.put of folder, which itemproof.yaml:7 lists as a gap; remove it there'],
  ],
  [
    'a declaration is misspelt',
    { ...everything, 'item.put': ['user', 'reading', 'document', 'foldr'], 'key.parse': ['user', 'x'] },
    [gap(['key.parse'], 'reading', 'document', 'folder')],
    ['key.parse of reading, document, folder'],
    [
      'ada declares key.parse of "x", and there is no such record type',
      'ada declares item.put of "foldr", and there is no such record type; did you mean "folder"?',
      'ada does not support item.put of folder, and its configuration does not say so; add it to "gaps" with a reason',
    ],
  ],
  [
    'a single key is declared where only record types can be',
    { ...everything, 'key.build': ['user', 'reading', 'folder', 'document/primary', 'document/primry'] },
    [gap(['key.build'], 'document')],
    ['key.build of document'],
    [
      'ada declares key.build of "document/primary", and only key.parse can be declared of a single key; declare it of "document"',
      'ada declares key.build of "document/primry", and there is no such key of a record type',
    ],
  ],
  [
    'one key cannot be parsed',
    { ...everything, 'key.parse': ['user', 'reading', 'folder', 'document/primary', 'document/by_title'] },
    [],
    [],
    [
      'ada does not support key.parse of document/by_owner, and its configuration does not say so; add it to "gaps" with a reason',
    ],
  ],
  [
    'that key is acknowledged',
    { ...everything, 'key.parse': ['user', 'reading', 'folder', 'document/primary', 'document/by_title'] },
    [gap(['key.parse'], 'document/by_owner')],
    ['key.parse of document/by_owner'],
    [],
  ],
  [
    'no key of a type can be parsed',
    { ...everything, 'key.parse': ['user', 'reading', 'folder'] },
    [],
    [],
    [
      'ada does not support key.parse of document, and its configuration does not say so; add it to "gaps" with a reason',
    ],
  ],
  [
    'all is acknowledged, and one is supported',
    { ...everything, 'item.put': ['user'] },
    [gap(['item.put'], '*')],
    ['item.put of reading, document, folder'],
    [
      'ada supports item.put of user, and itemproof.yaml:7 lists all record types as a gap; name the record types that are not supported: reading, document, folder',
    ],
  ],
  [
    'all is acknowledged, and one key is supported',
    { ...everything, 'key.parse': ['document/primary', 'user'] },
    [gap(['key.parse'], '*')],
    ['key.parse of reading, document/by_owner, document/by_title, folder'],
    [
      'ada supports key.parse of user, document/primary, and itemproof.yaml:7 lists all record types as a gap; name the record types that are not supported: reading, document/by_owner, document/by_title, folder',
    ],
  ],
  [
    'a record type is acknowledged, and one of its keys is supported',
    { ...everything, 'key.parse': ['document/primary', 'user', 'reading', 'folder'] },
    [gap(['key.parse'], 'document')],
    ['key.parse of document/by_owner, document/by_title'],
    [
      'ada supports key.parse of document/primary, and itemproof.yaml:7 lists all keys of document as a gap; name the keys that are not supported: document/by_owner, document/by_title',
    ],
  ],
  [
    'a gap is acknowledged for one operation of two',
    { ...everything, 'item.put': [] },
    [gap(['item.put', 'item.get'], '*')],
    ['item.put of user, reading, document, folder'],
    ['ada supports item.get of *, which itemproof.yaml:7 lists as a gap; remove it there'],
  ],
])(
  'holds what is declared against what is acknowledged when %s',
  (_what, capabilities, gaps, acknowledged, complaints) => {
    const report = compareGaps('ada', everyType.model, JSON.parse(JSON.stringify(capabilities)), gaps);
    expect(report.acknowledged.map((each) => `${each.op} of ${each.recordTypes.join(', ')}`)).toEqual(acknowledged);
    expect(report.complaints).toEqual(complaints);
  },
);

it('says why something is not supported', () => {
  const gaps = [
    { ...gap(['item.put'], 'user'), reason: 'first' },
    { ...gap(['key.parse'], 'document/by_owner'), reason: 'second' },
  ];
  expect(gapReason(gaps, 'item.put', 'user')).toBe('first');
  expect(gapReason(gaps, 'key.parse', 'document', 'by_owner')).toBe('second');
  expect(gapReason(gaps, 'key.parse', 'document', 'primary')).toBe('not supported');
  expect(gapReason(gaps, 'item.get', 'user')).toBe('not supported');
});
