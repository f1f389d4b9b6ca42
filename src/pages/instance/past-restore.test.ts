import { expect, test } from 'vitest';
import { toDiskJobDetails } from '#src/api/data-protection/jobs/map.ts';
import { toJobDetails } from '#src/api/recovery-services/jobs/map.ts';
import { diskJobWire } from '#src/api/data-protection/jobs/wire.ts';
import { jobWire } from '#src/api/recovery-services/jobs/wire.ts';
import { pastRestore, startedBy, tookMs } from '#src/pages/instance/past-restore.ts';
import { newDraft } from '#src/wizard/draft/schema.ts';

const vmJob = (propertyBag: Readonly<Record<string, string>>, more: object = {}) =>
  toJobDetails(
    jobWire.parse({
      id: '/vault/backupJobs/j',
      name: 'j',
      properties: {
        jobType: 'AzureIaaSVMJob',
        operation: 'Restore',
        status: 'Completed',
        entityFriendlyName: 'app01',
        startTime: '2025-06-04T22:00:00Z',
        endTime: '2025-06-04T23:32:00Z',
        duration: 'PT5M',
        extendedInfo: { propertyBag },
        ...more,
      },
    }),
  );

const at = { 'Recovery point time ': '5/8/2025 8:38:46 AM' };

test('a new VM, restored disks and a replacement each have the target that their job reports', () => {
  expect(
    pastRestore(
      vmJob({
        ...at,
        'Job Type': 'Recover VM to an alternate location',
        'Target VM Name': 'app01-r',
        'Target resource group': 'rg-dr',
      }),
    ),
  ).toEqual({
    pointTime: Date.UTC(2025, 4, 8, 8, 38, 46),
    kind: 'Create new virtual machine',
    target: 'app01-r',
  });
  const disks = { 'Job Type': 'Recover disks', 'Target resource group': 'rg-dr' };
  expect(pastRestore(vmJob({ ...at, ...disks })).target).toBe('Resource group rg-dr');
  const replace = { 'Job Type': 'Replace disks', 'Target VM Name': 'app01' };
  expect(pastRestore(vmJob({ ...at, ...replace }))).toMatchObject({
    kind: 'Replace disk/s',
    target: 'app01 (original)',
  });
});

test('what a job does not report is not guessed', () => {
  const nothing = { pointTime: null, kind: null, target: null };
  expect(pastRestore(vmJob({}))).toEqual(nothing);
  expect(pastRestore(vmJob({ 'Job Type': 'Recover disks', 'Target VM Name': 'x' })).target).toBe(
    null,
  );
  expect(pastRestore(vmJob({ 'Recovery point time ': 'yesterday' })).pointTime).toBeNull();
});

test('a disk job reports its restore point and the disk that it created', () => {
  const job = toDiskJobDetails(
    diskJobWire.parse({
      id: '/v/backupJobs/d',
      name: 'd',
      properties: {
        operation: 'Restore',
        status: 'Completed',
        extendedInfo: {
          sourceRecoverPoint: { recoveryPointTime: '2025-06-04T20:00:00Z' },
          recoveryDestination: '/subscriptions/s/resourceGroups/g/providers/M/disks/data-2',
        },
      },
    }),
  );
  expect(pastRestore(job)).toEqual({
    pointTime: Date.parse('2025-06-04T20:00:00Z'),
    kind: 'New disk',
    target: 'data-2',
  });
});

test('a restore took the time from its start to its end, and a running one has no duration', () => {
  expect(tookMs(vmJob({}))).toBe(92 * 60_000);
  expect(tookMs(vmJob({}, { endTime: undefined }))).toBe(5 * 60_000);
  expect(tookMs(vmJob({}, { endTime: undefined, duration: undefined }))).toBeNull();
  expect(tookMs(vmJob({}, { status: 'InProgress', endTime: undefined }))).toBeNull();
});

test('only a restore of this browser has somebody who started it', () => {
  const draft = (isAdopted: boolean) => ({
    ...newDraft('d', 1, { datasource: 'azure-vm', instance: null }),
    submission: { state: 'job', jobId: '/j', isAdopted } as const,
  });
  expect(startedBy(draft(false))).toBe('You, in this browser');
  expect(startedBy(draft(true))).toContain('Likely you');
  expect(startedBy(null)).toBeNull();
});
