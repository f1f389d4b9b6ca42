import { invariant } from '#src/lib/result.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { looseDisksOf } from '#src/mocks/world/made-things.ts';
import type { JobSeed, LooseDiskSeed, Seed, WrittenSeed } from '#src/mocks/world/seed.ts';
import { seedMs } from '#src/mocks/time/text.ts';
import {
  backupVaults,
  diskInstances,
  diskJobs,
  diskRoles,
} from '#src/mocks/world/worlds/default-disks.ts';
import { defaultEstate, prod } from '#src/mocks/world/worlds/default-estate.ts';
import { type Protected, protectedMachines } from '#src/mocks/world/worlds/default-instances.ts';

/** Jobs of the default world: the past days, what runs at its start, and a rehearsal that goes on. */

export const defaultStart = '2025-06-05T02:44:00.000Z';

const HOUR = 3600;
const DAY = 24 * HOUR;

function itemOf(group: string, name: string): Protected {
  const found = protectedMachines.find(({ machine }) =>
    machine.id.endsWith(
      `/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachines/${name}`,
    ),
  );
  invariant(found, `the default world has ${name} in ${group}`);
  return found;
}

type RestoreFacts = Omit<JobSeed, 'name' | 'itemId' | 'operation'>;

function restore(group: string, machine: string, name: string, facts: RestoreFacts): JobSeed {
  return { name, itemId: itemOf(group, machine).instance.id, operation: 'Restore', ...facts };
}

const restoreGroup = prod('rg-restore-weu');
const staging = `${restoreGroup}/providers/Microsoft.Storage/storageAccounts/stprodweu01`;
const toRestoreGroup = { group: restoreGroup, account: staging };
const newMachine = (name: string) => ({
  ...toRestoreGroup,
  machine: `${restoreGroup}/providers/Microsoft.Compute/virtualMachines/${name}`,
});

const restores: readonly JobSeed[] = [
  restore('rg-app-prod', 'app01', 'running at start', {
    recoveryType: 'AlternateLocation',
    startedSecondsBefore: 14 * 60,
    target: newMachine('app01-restored'),
  }),
  restore('rg-web', 'web-fe-07', 'disks of last evening', {
    recoveryType: 'RestoreDisks',
    startedSecondsBefore: 5 * HOUR,
    target: toRestoreGroup,
  }),
  restore('testRG', 'testVM', 'failed before', {
    recoveryType: 'AlternateLocation',
    startedSecondsBefore: 84 * 60,
    target: newMachine('testVM-copy'),
    ending: 'failed',
  }),
  restore('rg-web', 'web-fe-07', 'replaced with a warning', {
    recoveryType: 'OriginalLocation',
    startedSecondsBefore: DAY + 2 * HOUR,
    target: { account: staging },
    ending: 'warnings',
  }),
  restore('rg-identity', 'dc-hq-01', 'cancelled', {
    recoveryType: 'RestoreDisks',
    startedSecondsBefore: 15 * HOUR,
    target: toRestoreGroup,
    ending: 'cancelled',
  }),
  restore('rg-hr', 'hr-db-01', 'failed disks', {
    recoveryType: 'RestoreDisks',
    startedSecondsBefore: 2 * DAY + 3 * HOUR,
    target: toRestoreGroup,
    ending: 'failed',
  }),
  restore('rg-finance', 'fin-ledger-01', 'quarterly test', {
    recoveryType: 'RestoreDisks',
    startedSecondsBefore: 4 * DAY,
    target: toRestoreGroup,
  }),
];

/** A rehearsal of 93 minutes that starts every 90: some restore is running at any time, four days on. */
const rehearsals: readonly JobSeed[] = Array.from({ length: 66 }, (_, index) =>
  restore('rg-erp', 'sql-erp-02', `rehearsal ${index}`, {
    recoveryType: 'RestoreDisks',
    startedSecondsBefore: 40 * 60 - index * 90 * 60,
    target: toRestoreGroup,
  }),
);

type Restored = readonly [
  group: string,
  machine: string,
  recoveryType: NonNullable<JobSeed['recoveryType']>,
  days: number,
  hour: number,
];

/**
 * Restores of the past month in the vault of production, older than what lists of a week show: they tell how long
 * another one takes. What they made was deleted after a look.
 */
const history: readonly JobSeed[] = (
  [
    ['rg-app-prod', 'orders-01', 'AlternateLocation', 8, 2],
    ['rg-pay', 'pay-api-02', 'RestoreDisks', 9, 5],
    ['rg-restore-weu', 'sap-keys-01', 'OriginalLocation', 10, 4],
    ['rg-app-prod', 'keys-lnx-01', 'RestoreDisks', 11, 17],
    ['rg-restore-weu', 'sap-hana-01', 'AlternateLocation', 12, 6],
    ['rg-pay', 'pay-api-02', 'OriginalLocation', 13, 20],
    ['rg-trade', 'trade-db-01', 'RestoreDisks', 14, 9],
    ['rg-app-prod', 'keys-lnx-01', 'AlternateLocation', 15, 3],
    ['rg-restore-weu', 'sap-hana-01', 'RestoreDisks', 16, 15],
    ['rg-app-prod', 'orders-01', 'OriginalLocation', 17, 7],
    ['rg-restore-weu', 'sap-keys-01', 'RestoreDisks', 18, 13],
    ['rg-pay', 'pay-api-02', 'AlternateLocation', 19, 16],
    ['rg-restore-weu', 'sap-hana-01', 'OriginalLocation', 20, 2],
    ['rg-app-prod', 'orders-01', 'AlternateLocation', 21, 8],
    ['rg-app-prod', 'keys-lnx-01', 'OriginalLocation', 22, 12],
    ['rg-restore-weu', 'sap-keys-01', 'AlternateLocation', 23, 5],
    ['rg-trade', 'trade-db-01', 'OriginalLocation', 24, 10],
  ] satisfies readonly Restored[]
).map(([group, machine, recoveryType, days, hour]) => {
  const startedSecondsBefore = days * DAY + hour * HOUR;
  const startedAt = seedMs(defaultStart) - startedSecondsBefore * 1000;
  const { instance } = itemOf(group, machine);
  const point = instance.points.find(({ time }) => seedMs(time) < startedAt);
  invariant(point, `${machine} has a restore point of ${String(days)} days ago`);
  const targets = {
    AlternateLocation: newMachine(`${machine}-check`),
    RestoreDisks: toRestoreGroup,
    OriginalLocation: { account: staging },
  };
  return restore(group, machine, `past ${machine} ${String(days)}`, {
    recoveryType,
    startedSecondsBefore,
    pointName: point.name,
    target: targets[recoveryType],
    isCleanedUp: true,
  });
});

/** The scheduled backups behind the newest points. */
const backups: readonly JobSeed[] = protectedMachines.flatMap(({ instance }) =>
  instance.points.slice(0, 4).flatMap(({ name, time }) => {
    const secondsBefore = Math.round((seedMs(defaultStart) - seedMs(time)) / 1000) + 40;
    if (secondsBefore > 6 * DAY) return [];
    return [
      {
        name: `backup ${instance.id} ${name}`,
        itemId: instance.id,
        operation: 'Backup' as const,
        pointName: name,
        startedSecondsBefore: secondsBefore,
      },
    ];
  }),
);

const failedBackups: readonly JobSeed[] = [0, 1, 2].map((night) => ({
  name: `failed backup ${night}`,
  itemId: itemOf('rg-ml', 'ml-batch-01').instance.id,
  operation: 'Backup',
  startedSecondsBefore: 4 * HOUR + 14 * 60 + night * DAY,
  ending: 'failed',
}));

const defaultJobs: readonly JobSeed[] = [
  ...restores,
  ...rehearsals,
  ...backups,
  ...failedBackups,
  ...history,
];

/** What a deleted machine left: no restore has made it. */

const gone = protectedMachines.find(({ machine }) => machine.id.endsWith('/old-crm-01'))?.machine;
invariant(gone, 'the default world had old-crm-01');

const madeAtMs = seedMs('2024-02-11T09:12:30.000Z');

const leftDisks: readonly LooseDiskSeed[] = looseDisksOf(gone).map((one) => ({
  ...one,
  disk: { ...one.disk, madeAtMs },
}));

const subnetId = `${prod('rg-network-weu')}/providers/Microsoft.Network/virtualNetworks/vnet-hub-weu/subnets/snet-shared`;

const leftParts: WrittenSeed = {
  machineIds: [],
  parts: [
    {
      id: `${groupOf(gone.id)}/providers/Microsoft.Network/networkInterfaces/old-crm-01-nic0`,
      model: {
        location: gone.location,
        tags: { application: 'crm' },
        properties: {
          ipConfigurations: [
            {
              name: 'ipconfig1',
              properties: {
                subnet: { id: subnetId },
                privateIPAllocationMethod: 'Dynamic',
                privateIPAddress: '10.10.0.20',
              },
            },
          ],
        },
      },
    },
  ],
  removedIds: [],
};

/** A night at Contoso: the documents' example among other machines, each for a fact of its own, in five more vaults. */
export const defaultWorld: Seed = {
  name: 'default',
  startsAt: defaultStart,
  frontDoor: 'WESTEUROPE',
  ...defaultEstate,
  machines: protectedMachines.map(({ machine }) => machine),
  instances: protectedMachines.map(({ instance }) => instance),
  roleAssignments: [...defaultEstate.roleAssignments, ...diskRoles],
  backupVaults,
  diskInstances,
  diskJobs,
  looseDisks: leftDisks,
  written: leftParts,
  jobs: defaultJobs,
};
