import { undeleteDisk } from '#src/api/data-protection/instances.ts';
import { startDiskRestore, startDiskValidation } from '#src/api/data-protection/restores.ts';
import { atOnce, type Write, type WriteWorld } from '#src/api/queries/testing-write.ts';
import { cancelJob } from '#src/api/recovery-services/jobs.ts';
import { getProtectedItem, listSecondaryItems } from '#src/api/recovery-services/items.ts';
import { protectMachine, undeleteItem } from '#src/api/recovery-services/protect.ts';
import {
  endFileRecovery,
  type FileRecovery,
  startFileRecovery,
} from '#src/api/recovery-services/files.ts';
import { listSecondaryPoints } from '#src/api/recovery-services/points.ts';
import {
  rightToPoint,
  startRestore,
  startSecondaryRestore,
  startValidation,
} from '#src/api/recovery-services/restores.ts';
import { changeCrossSubscription } from '#src/api/recovery-services/vaults.ts';
import { restoreOfDisk } from '#src/mocks/testing-disks.ts';
import { exampleDisks, exampleMachine, exampleVault } from '#src/mocks/testing-example.ts';
import {
  app01,
  deletedDisk,
  deletedVm,
  machineId,
  writesAzure,
} from '#src/mocks/testing-writes.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import { inGroup, prodVault, production } from '#src/mocks/world/worlds/default-estate.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { RestoreDisks } from '#src/api/recovery-services/restore.ts';

const estate = (): TestAzure => testAzure('default');

const files: FileRecovery = {
  pointId: exampleMachine.recoveryPointResourceId,
  machineId: exampleMachine.sourceResourceId,
};

/** A restore of disks in the secondary region. */
async function elsewhere({ arm }: WriteWorld): Promise<RestoreDisks> {
  const items = await listSecondaryItems(arm, resourceId(prodVault));
  const item = items.find(({ friendlyName }) => friendlyName === 'web-fe-07');
  const [point] = await listSecondaryPoints(arm, item?.id ?? resourceId(''));
  const group = resourceId(inGroup(production, 'rg-restore-weu'));
  return {
    kind: 'restoreDisks',
    recoveryPointResourceId: point?.id ?? resourceId(''),
    recoveryPointId: point?.name ?? '',
    sourceResourceId: item?.sourceResourceId ?? resourceId(''),
    stagingAccountId: resourceId(
      `${group}/providers/Microsoft.Storage/storageAccounts/stprodneu01`,
    ),
    region: 'northeurope',
    targetResourceGroupId: group,
    networkAccess: null,
  };
}

/** A machine that came into the world after its start, and that no vault has seen. */
const fresh = machineId('app99');

async function withFresh(): Promise<TestAzure> {
  const it = writesAzure();
  const machine = { ...app01, id: fresh };
  const at = it.clock.now();
  await it.azure.append([{ type: 'resource-written', at, id: fresh, ms: 0, isNew: true, machine }]);
  return it;
}

/** What starts something of a vault. */
export const writesOfBackup: readonly Write[] = [
  {
    of: 'restoreRequest',
    twice: 'two restores',
    world: estate,
    ready: atOnce(({ arm }) => startRestore(arm, exampleDisks, 'mine')),
  },
  {
    of: 'secondaryRestoreRequest',
    twice: 'two restores',
    world: estate,
    ready: async (it) => {
      const restore = await elsewhere(it);
      const right = await rightToPoint(it.arm, restore);
      return () => startSecondaryRestore(it.arm, restore, right, 'mine');
    },
  },
  {
    of: 'startDiskRestore',
    twice: 'two restores',
    world: estate,
    ready: atOnce(({ arm }) => startDiskRestore(arm, restoreOfDisk('app01_DataDisk_0'), 'mine')),
  },
  {
    of: 'startValidation',
    world: estate,
    ready: atOnce(({ arm }) => startValidation(arm, exampleMachine)),
  },
  {
    of: 'startDiskValidation',
    world: estate,
    ready: atOnce(({ arm }) => startDiskValidation(arm, restoreOfDisk('app01_DataDisk_0'))),
  },
  {
    of: 'cancelJob',
    world: estate,
    ready: async ({ arm, azure, clock }) => {
      await startRestore(arm, exampleMachine, 'mine');
      const [restore] = (await azure.state()).restores;
      clock.add(120);
      return () => cancelJob(arm, resourceId(`${exampleVault}/backupJobs/${restore?.jobId ?? ''}`));
    },
  },
  {
    of: 'startFileRecovery',
    world: estate,
    ready: atOnce(({ arm }) => startFileRecovery(arm, files, 'mine')),
  },
  {
    of: 'endFileRecovery',
    world: estate,
    ready: async ({ arm, clock }) => {
      await startFileRecovery(arm, files, 'mine');
      clock.add(300);
      return () => endFileRecovery(arm, files.pointId);
    },
  },
  {
    of: 'changeCrossSubscription',
    world: estate,
    ready: atOnce(({ arm }) => changeCrossSubscription(arm, resourceId(prodVault), 'disabled')),
  },
  {
    of: 'protectMachine',
    world: withFresh,
    ready: atOnce(({ arm }) =>
      protectMachine(arm, {
        vaultId: resourceId(prodVault),
        machineId: fresh,
        policyId: resourceId(`${prodVault}/backupPolicies/EnhancedPolicy`),
      }),
    ),
  },
  {
    of: 'undeleteItem',
    world: estate,
    ready: async ({ arm }) => {
      const item = await getProtectedItem(arm, resourceId(deletedVm));
      return () => undeleteItem(arm, item);
    },
  },
  {
    of: 'undeleteDisk',
    world: estate,
    ready: atOnce(({ arm }) => undeleteDisk(arm, resourceId(deletedDisk))),
  },
];
