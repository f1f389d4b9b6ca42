import { describe, expect, test } from 'vitest';
import type { PointOfJob } from '#src/api/queries/job-point.ts';
import type { SubmittedTask } from '#src/api/commvault/jobs.ts';
import { ArmError } from '#src/api/arm/error.ts';
import { diskJobPoint } from '#src/datasources/azure-disk/DiskJob.tsx';
import { filePictureOf } from '#src/datasources/azure-vm/files/picture.ts';
import { fileViewOf } from '#src/datasources/azure-vm/files/model.ts';
import { type PointRead, vmJobPoint } from '#src/datasources/azure-vm/job-point.ts';
import { exampleDraft, exampleReads } from '#src/datasources/azure-vm/testing.ts';
import { commvaultJobPoint } from '#src/datasources/commvault-vm/CommvaultJob.tsx';
import type { JobPoint } from '#src/datasources/job.ts';
import { instant } from '#src/lib/time.ts';
import { diskWith } from '#src/model/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Reading } from '#src/ui/picture/model.ts';

/** What each datasource says of the restore point of a job that another browser started, by how far its read is. */

const TIME = instant(Date.UTC(2025, 5, 4, 22, 3));
const AT = instant(Date.UTC(2025, 5, 5, 2, 45));
const readIt = () => undefined;

const NOTHING: PointRead = { data: undefined, error: null, isFetching: false };
const point = {
  at: AT,
  time: TIME,
  expiresAt: null,
  consistency: 'CrashConsistent',
  tier: 'Vault',
  vmSize: 'Standard_D4s_v5',
  resourceGroup: 'rg-app-prod',
  disks: [
    { lun: -1, name: 'os', sizeGiB: 30 },
    { lun: 0, name: 'data', sizeGiB: 126 },
  ],
} as const;
type Found = Extract<PointOfJob, { is: 'found' }>;
const found = (more: Partial<Found['point']> = {}, hasSizes = true): PointRead => ({
  ...NOTHING,
  data: { is: 'found', hasSizes, point: { ...point, disks: [...point.disks], ...more } },
});
const refused = (status: number) =>
  new ArmError({ kind: 'refused', status, message: 'It was refused.' });

/** A value, or the word for why it isn’t there. */
const wordOf = <Value>(one: Reading<Value>): string => {
  if (one.is !== 'unknown') return one.is === 'known' ? String(one.value) : 'none';
  return one.why ?? one.fact;
};

const sizesOf = (disks: JobPoint['disks']): string =>
  disks.is === 'known'
    ? disks.value.map(({ name, sizeGiB }) => `${name} ${wordOf(sizeGiB)}`).join(', ')
    : wordOf(disks);

const lineOf = ({ consistency, tier, disks, newDisks, readIt: again }: JobPoint): string =>
  [
    wordOf(consistency),
    wordOf(tier),
    sizesOf(disks),
    ...(newDisks === undefined ? [] : [`new ${sizesOf(newDisks)}`]),
    ...(again === null ? [] : ['Read it']),
  ].join(' | ');

const unread = (why: string, ...more: readonly string[]) => [why, why, why, ...more].join(' | ');
const sized = 'OS disk 30, Data disk 0 126';

const VM_ROWS: readonly (readonly [string, PointRead, string, RegExp])[] = [
  ['on its way', { ...NOTHING, isFetching: true }, unread('onItsWay'), /: on its way\.$/],
  ['read', found(), `CrashConsistent | Vault-Standard | ${sized}`, /Sizes: its VM, read 02:45\.$/],
  [
    'read, expired',
    found({ expiresAt: instant(AT - 60_000) }),
    `CrashConsistent | Vault-Standard | ${sized}`,
    /The point expired 5 Jun 2025, 02:44\.$/,
  ],
  [
    'refused',
    { ...NOTHING, error: refused(403) },
    unread('notRead', 'Read it'),
    /: not read\. It was refused\./,
  ],
  [
    'throttled',
    { ...NOTHING, error: refused(429) },
    unread('notRead', 'Read it'),
    /: not read\. It was refused\./,
  ],
  ['offline', NOTHING, unread('notRead', 'Read it'), /: not read\.$/],
  [
    'VM not read',
    found({ disks: point.disks.map((disk) => ({ ...disk, sizeGiB: null })) }, false),
    'CrashConsistent | Vault-Standard | OS disk notRead, Data disk 0 notRead | Read it',
    /Disk sizes: not read\.$/,
  ],
  [
    'VM without these disks',
    found({ disks: point.disks.map((disk) => ({ ...disk, sizeGiB: null })) }),
    'CrashConsistent | Vault-Standard | OS disk notReported, Data disk 0 notReported',
    /Disk sizes: not reported\.$/,
  ],
  [
    'gone',
    { ...NOTHING, data: { is: 'gone', at: AT } },
    unread('notInJob'),
    /^No restore point of 4 Jun 2025, 22:03 was found, read 02:45\.$/,
  ],
  [
    'not named',
    { ...NOTHING, data: { is: 'notNamed' } },
    unread('notInJob'),
    /: not in the job\.$/,
  ],
  [
    'not reported',
    found({ consistency: 'unknown', tier: 'unknown', disks: null }),
    unread('notReported'),
    /Disk sizes: not reported\.$/,
  ],
  [
    'without disks',
    found({ disks: [] }),
    'CrashConsistent | Vault-Standard | none',
    /read 02:45\./,
  ],
];

describe('Azure VM', () => {
  test.each(VM_ROWS)('%s', (_, read, expected, note) => {
    const shown = vmJobPoint(TIME, read, readIt, AT);
    expect(lineOf(shown)).toBe(expected);
    expect(shown.note).toMatch(note);
  });

  test('a job that doesn’t name the time of its point reads nothing', () => {
    expect(lineOf(vmJobPoint(null, NOTHING, readIt, AT))).toBe(unread('notInJob'));
  });

  test('forty disks and names of 64 characters are what was read', () => {
    const long = 'n'.repeat(64);
    const disks = Array.from({ length: 40 }, (_, lun) => ({
      lun: lun - 1,
      name: long,
      sizeGiB: 4,
    }));
    const shown = vmJobPoint(TIME, found({ disks, vmSize: long, resourceGroup: long }), readIt, AT);
    expect(shown.disks.is === 'known' && shown.disks.value).toHaveLength(40);
    expect(shown.lines.map(wordOf)).toEqual([long, long]);
  });
});

const diskJob = {
  itemName: 'data-01',
  sourceDiskId: resourceId('/disks/data-01'),
  restoredDiskId: resourceId('/disks/data-01-night'),
};
const disk = diskWith({ sizeGiB: 128 });
const tier = 'none | Snapshot';

const DISK_ROWS = [
  [
    'on its way',
    { isFetching: true },
    `${tier} | data-01 onItsWay | new data-01-night onItsWay`,
    {},
  ],
  ['read', { data: disk, at: AT }, `${tier} | data-01 128 | new data-01-night 128`, {}],
  [
    'not read',
    { error: refused(403) },
    `${tier} | data-01 notRead | new data-01-night notRead | Read it`,
    {},
  ],
  [
    'gone',
    { data: null, at: AT },
    `${tier} | data-01 notReported | new data-01-night notReported`,
    {},
  ],
  [
    'not in the job',
    {},
    `${tier} | data-01 notInJob | new Disk notInJob`,
    { sourceDiskId: resourceId(''), restoredDiskId: null },
  ],
] as const;

test.each(DISK_ROWS)('Azure Disk: %s', (_, read, expected, job) => {
  const shown = diskJobPoint(
    { ...diskJob, ...job },
    { data: undefined, error: null, isFetching: false, at: null, ...read },
    readIt,
  );
  expect(lineOf(shown)).toBe(expected);
});

const TASK: SubmittedTask = {
  description: null,
  guid: null,
  name: null,
  newName: null,
  resourceGroup: null,
  upTo: null,
  isInPlace: null,
  overwrites: null,
  isManaged: null,
  newDisks: null,
};
const inJob = 'notInJob | Backup copy | notInJob';

const TASK_ROWS: readonly (readonly [string, Partial<SubmittedTask>, string])[] = [
  ['its task not read', {}, `${inJob} | new notRead`],
  ['no disks in its task', { newName: 'app01-b' }, `${inJob} | new notReported`],
  ['an empty list of disks', { newName: 'app01-b', newDisks: [] }, `${inJob} | new notReported`],
  ['named disks', { newDisks: ['os-b', ''] }, `${inJob} | new os-b notInJob, Disk notInJob`],
];

test.each(TASK_ROWS)('Commvault: %s', (_, task, expected) => {
  expect(lineOf(commvaultJobPoint({ task: { ...TASK, ...task } }))).toBe(expected);
});

test('files, which Azure has no job of, are drawn by the point that was selected', () => {
  const { source, point: drawn } = filePictureOf(fileViewOf(exampleDraft(), exampleReads())).model;
  expect([wordOf(drawn.consistency), wordOf(drawn.tier)]).toEqual([
    'AppConsistent',
    'Snapshot and Vault-Standard',
  ]);
  expect(sizesOf(source.disks)).toBe('OS disk 32');
});

test(`${String(VM_ROWS.length + DISK_ROWS.length + TASK_ROWS.length)} states of 3 datasources are in the tables`, () => {
  expect([VM_ROWS.length, DISK_ROWS.length, TASK_ROWS.length]).toEqual([12, 5, 4]);
});
