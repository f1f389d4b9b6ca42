import { expect, test } from 'vitest';
import { machine, planOf, replacement, disks } from '#src/datasources/azure-vm/commands/testing.ts';
import { vmPlanText } from '#src/datasources/azure-vm/commands/plan.ts';
import { groundOf } from '#src/datasources/azure-vm/next-steps/ground.ts';
import { machineId, source, vaultId } from '#src/datasources/azure-vm/next-steps/testing-ground.ts';
import type { SentRestore } from '#src/datasources/azure-vm/plan/sent-restore.ts';
import type { RestoreKind } from '#src/model/jobs.ts';
import type { AfterLine } from '#src/model/next-steps.ts';
import { instant } from '#src/lib/time.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import type { Restore } from '#src/api/recovery-services/restore.ts';
import { job } from '#src/progress/testing.ts';

const sentAs = (restore: Restore | null): SentRestore => ({
  subscriptionId: null,
  hasIdentity: false,
  requestId: null,
  nextSteps: [],
  plan: restore && vmPlanText(planOf(restore)),
  source,
});
const jobOf = (
  restoreKind: RestoreKind | null,
  bag: Readonly<Record<string, string | undefined>> = {},
) =>
  job({
    id: resourceId(`${vaultId}/backupJobs/1`),
    restoreKind,
    properties: Object.entries(bag).map(([name, value = '']) => ({ name, value })),
  });
const group = resourceId('/subscriptions/sub-b/resourceGroups/rg-found');
const built = (id: ResourceId): AfterLine => ({
  id,
  kind: 'build',
  sentence: 'Create VM',
  state: 'done',
  at: instant(1),
  machineId: id,
  check: null,
  latest: null,
});

test('a new VM is the one that was sent for', () => {
  const sent = sentAs({ ...machine, identity: { kind: 'system' } });
  const bag = { 'Target VM Name': 'other', 'Config Blob Container Name': 'app01-1' };
  expect(groundOf({ job: jobOf('createVm', bag), sent, group, lines: [] })).toEqual({
    kind: 'createVm',
    isElsewhere: false,
    vaultId,
    machineId: machine.targetVirtualMachineId,
    source,
    osType: 'Windows',
    stagingId: machine.stagingAccountId,
    container: 'app01-1',
    targetGroupId: machine.targetResourceGroupId,
    identity: { kind: 'system' },
  });
});

test('replaced disks are of the source', () => {
  const sent = sentAs(replacement);
  const ground = groundOf({ job: jobOf('replaceDisks'), sent, group: null, lines: [] });
  expect(ground?.machineId).toBe(replacement.sourceResourceId);
  expect(ground?.targetGroupId).toBeNull();
});

test('restored disks have the VM that was built of them, the latest of several', () => {
  const lines = [built(machineId), built(resourceId('/built/last'))];
  const from = { job: jobOf('restoreDisks'), sent: sentAs(disks), group };
  expect(groundOf({ ...from, lines })?.machineId).toBe('/built/last');
  expect(groundOf({ ...from, lines: [] })?.machineId).toBeNull();
});

test.each([
  [
    { 'Target VM Name': 'app09' },
    group,
    `${group}/providers/Microsoft.Compute/virtualMachines/app09`,
  ],
  [
    {
      'Target VM Name': 'app09',
      'Target resource group': 'rg-x',
      'Target Subscription ID': 'sub-x',
    },
    null,
    '/subscriptions/sub-x/resourceGroups/rg-x/providers/Microsoft.Compute/virtualMachines/app09',
  ],
  [{ 'Target VM Name': 'app09', 'Target resource group': 'rg-x' }, null, null],
  [{}, group, null],
])('of another browser’s restore the VM is as its job names it: %j in %s', (bag, found, id) => {
  const ground = groundOf({ job: jobOf('createVm', bag), sent: null, group: found, lines: [] });
  expect(ground).toMatchObject({
    machineId: id,
    isElsewhere: true,
    source: null,
    stagingId: null,
    identity: null,
  });
});

test('the system is that of the source at the press, else what Azure reports of what was restored', () => {
  const from = { job: jobOf('createVm'), group, lines: [], osType: 'Linux' } as const;
  expect(groundOf({ ...from, sent: sentAs(machine) })?.osType).toBe('Windows');
  expect(groundOf({ ...from, sent: null })?.osType).toBe('Linux');
  expect(groundOf({ ...from, osType: null, sent: null })?.osType).toBeNull();
});

test('a plan that can’t be read, or a draft of before, is as if it were another browser’s', () => {
  const from = { job: jobOf('createVm', { 'Target VM Name': 'vm' }), group, lines: [] };
  for (const plan of [null, '{', '{}']) {
    const sent = { ...sentAs(null), plan };
    expect(groundOf({ ...from, sent })?.machineId).toMatch(/rg-found\/.*\/vm$/);
  }
});

test('a backup has no next steps', () => {
  expect(groundOf({ job: jobOf(null), sent: null, group: null, lines: [] })).toBeNull();
});
