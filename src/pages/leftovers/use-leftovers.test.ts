import { expect, test } from 'vitest';
import { freshStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { knownRestore } from '#src/pages/leftovers/use-leftovers.ts';
import { job } from '#src/progress/testing.ts';
import { newDraft } from '#src/wizard/draft/schema.ts';

freshStorage();

const vault = '/subscriptions/s1/resourceGroups/v/providers/Microsoft.RecoveryServices/vaults/rsv';
const jobId = resourceId(`${vault}/backupJobs/j1`);
const item = `${vault}/backupFabrics/Azure/protectionContainers/c/protectedItems/VM;iaasvmcontainerv2;home;app-01`;
const staging =
  '/subscriptions/s2/resourceGroups/st/providers/Microsoft.Storage/storageAccounts/sa';

const started = (choices: Readonly<Record<string, string | null>>) => ({
  draft: newDraft('d', 0, { datasource: 'azure-vm', instance: item, ...choices }),
  jobId,
  unusedAfter: [resourceId('/old-os')],
});

const jobOf = (more: Partial<JobDetails> = {}): JobDetails =>
  job({
    id: jobId,
    itemName: 'app-01',
    status: 'completed',
    startedAt: instant(1),
    endedAt: instant(2),
    durationMs: 1,
    tasks: [],
    properties: [{ name: 'Config Blob Container Name', value: 'app01-x' }],
    restoreKind: 'restoreDisks',
    ...more,
  });

test('a restore is known by its draft and its job', () => {
  const choices = {
    subscription: 's2',
    rg: 'target',
    staging,
    vmName: 'app02',
    option: 'createVm',
  };
  expect(knownRestore(started(choices), jobOf())).toEqual({
    jobId,
    source: 'app-01',
    machine: 'app02',
    group: '/subscriptions/s2/resourceGroups/target',
    isReplace: false,
    sourceGroup: '/subscriptions/s1/resourceGroups/home',
    accountId: staging,
    container: 'app01-x',
    from: 1,
    to: 2,
    isInProgress: false,
    named: ['/old-os'],
  });
});

test('without a subscription of its own it goes to that of its vault', () => {
  expect(knownRestore(started({ rg: 'target' }), jobOf()).group).toBe(
    '/subscriptions/s1/resourceGroups/target',
  );
});

test('the disk that a Backup vault’s job names is one of its restore', () => {
  const restored = resourceId('/restored');
  const ofDisk = {
    instanceId: resourceId('/i'),
    sourceDiskId: resourceId('/s'),
    recoveryPointTime: null,
    restoredDiskId: restored,
  };
  const known = knownRestore(started({}), { ...job(), ...ofDisk });
  expect(known.named).toEqual(['/old-os', '/restored']);
});

test.each([
  ['was not read', undefined, true],
  ['Azure no longer has', null, false],
  ['runs', jobOf({ status: 'inProgress' }), true],
  ['has a status that is not known', jobOf({ status: 'unknown' }), true],
  ['failed', jobOf({ status: 'failed' }), false],
])('a restore whose job %s', (_, read, isInProgress) => {
  const known = knownRestore(started({ rg: null }), read);
  expect(known).toMatchObject({ isInProgress, group: null });
  expect(known.source).toContain('app-01');
});

test('a draft whose fields make no sense leaves things unknown', () => {
  const known = knownRestore(started({ instance: 'x', option: 'replaceDisks' }), null);
  expect(known).toMatchObject({
    sourceGroup: null,
    accountId: null,
    container: null,
    isReplace: true,
  });
});
