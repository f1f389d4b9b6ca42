import { guidFrom } from '#src/mocks/world/ids.ts';
import type { JobSeed, Seed } from '#src/mocks/world/seed.ts';
import { seedMs } from '#src/mocks/time/text.ts';
import {
  dailyPoints,
  diskInstanceOf,
  diskPointAt,
  disksOf,
  instanceOf,
  machineOf,
} from '#src/mocks/world/worlds/builders.ts';

/**
 * Names that people may give, or an answer may hold, and that no page should suffer from: HTML, text from
 * right to left, what reverses or hides text, emoji, 10 kB, NUL. What is in an id is what an id can hold.
 */

const HTML = `<img src=x onerror=alert('name')>`;
const SCRIPT = `<script>alert("name")</script>`;
const RIGHT_TO_LEFT = 'שרת גיבוי 5';
const REVERSED = 'report\u202egpj.exe';
const UNSEEN = 'pay\u200b\u200b\u2060ments\ufeff';
const EMOJI = '👩‍💻🔥';
const NUL = 'before\0after';
const ENDLESS = 'endless'.repeat(1_430);

const subscriptionId = '3f6a1d92-7c54-4e0b-8d1f-92b7c05ae418';
const otherSubscriptionId = 'b0e7d2c1-64af-4b39-a5c8-1d9f37e60a52';
const location = 'westeurope';
const startsAt = '2025-06-05T02:44:00.000Z';

const groupId = (name: string): string => `/subscriptions/${subscriptionId}/resourceGroups/${name}`;
const groups = [`rg-${RIGHT_TO_LEFT}`, `rg-${REVERSED}`, `rg-${HTML}`, `rg-${UNSEEN}`] as const;
const [machineGroup, targetGroup, vaultGroup, snapshotGroup] = [
  groupId(groups[0]),
  groupId(groups[1]),
  groupId(groups[2]),
  groupId(groups[3]),
];
const vaultId = `${vaultGroup}/providers/Microsoft.RecoveryServices/vaults/rsv-${HTML}`;
const otherVaultId = `${machineGroup}/providers/Microsoft.RecoveryServices/vaults/${RIGHT_TO_LEFT} ${EMOJI}`;

const machines = [HTML, `${RIGHT_TO_LEFT} ${EMOJI}`, 'endless', REVERSED].map((name) =>
  machineOf(machineGroup, name, {
    location,
    size: 'Standard_D4s_v5',
    osType: 'Linux',
    disks: disksOf(name, 'Premium_LRS', [128, 512]),
  }),
);

/** As the vaults call the machines. */
const friendlyNames = [
  `${HTML} ${SCRIPT}`,
  `${RIGHT_TO_LEFT} ${EMOJI}`,
  `${NUL} ${ENDLESS}`,
  REVERSED,
];

const instances = machines.map((machine, index) =>
  instanceOf(index === 1 ? otherVaultId : vaultId, machine, {
    friendlyName: friendlyNames[index] ?? '',
    policyName: `${SCRIPT} ${NUL} ${REVERSED}`,
    points: dailyPoints({
      key: machine.id,
      newest: '2025-06-04T22:00:00.000Z',
      days: 7,
      osType: 'Linux',
    }),
  }),
);

const diskName = `data-${REVERSED}-${RIGHT_TO_LEFT}`;
const backupVaultId = `${vaultGroup}/providers/Microsoft.DataProtection/backupVaults/bv-${HTML}`;
const accountId = `${machineGroup}/providers/Microsoft.Storage/storageAccounts/st${REVERSED}`;
const restoredId = `${targetGroup}/providers/Microsoft.Compute/virtualMachines/${RIGHT_TO_LEFT}-restored`;

const jobs = instances.flatMap((instance, index): readonly JobSeed[] => [
  {
    name: `running ${String(index)}`,
    itemId: instance.id,
    operation: 'Restore',
    recoveryType: 'AlternateLocation',
    startedSecondsBefore: (index + 10) * 60,
    target: { group: targetGroup, account: accountId, machine: `${restoredId}-${String(index)}` },
  },
  {
    name: `failed ${String(index)}`,
    itemId: instance.id,
    operation: 'Restore',
    recoveryType: 'RestoreDisks',
    startedSecondsBefore: (index + 2) * 3600,
    target: { group: targetGroup, account: accountId },
    ending: 'failed',
    error: {
      code: 400_229,
      title: `${SCRIPT} ${REVERSED}`,
      text: `${NUL}: ${RIGHT_TO_LEFT} ${REVERSED} ${HTML} ${ENDLESS}`,
      recommendations: [`${HTML} ${REVERSED}`, `${RIGHT_TO_LEFT} ${UNSEEN}`],
    },
  },
]);

export const hostileNamesWorld: Seed = {
  name: 'hostile-names',
  startsAt,
  frontDoor: 'WESTEUROPE',
  subscriptions: [
    {
      subscriptionId,
      displayName: `${SCRIPT} ${NUL} ${REVERSED}`,
      tenantId: '72f988bf-0000-4000-a000-2d7cd011db47',
    },
    {
      subscriptionId: otherSubscriptionId,
      displayName: `${RIGHT_TO_LEFT} ${ENDLESS}`,
      tenantId: '72f988bf-0000-4000-a000-2d7cd011db47',
    },
  ],
  groups: groups.map((name) => ({ subscriptionId, name, location })),
  vaults: [vaultId, otherVaultId].map((id) => ({
    id,
    location,
    redundancy: 'GeoRedundant',
    crossRegionRestore: 'Enabled',
    crossSubscriptionRestore: 'Enabled',
    tags: { [`${SCRIPT} ${NUL}`]: `${REVERSED} ${ENDLESS}`, [RIGHT_TO_LEFT]: `${UNSEEN} ${HTML}` },
  })),
  machines,
  instances,
  accounts: [{ id: accountId, location, kind: 'StorageV2', sku: 'Standard_LRS' }],
  networks: [
    {
      id: `${machineGroup}/providers/Microsoft.Network/virtualNetworks/vnet-${HTML}`,
      location,
      subnets: [{ name: `subnet-${REVERSED}`, prefix: '10.0.0.0/24' }],
    },
  ],
  encryptionSets: [],
  diskAccesses: [],
  backupVaults: [{ id: backupVaultId, location, hasIdentity: true }],
  diskInstances: [
    diskInstanceOf(backupVaultId, `${machineGroup}/providers/Microsoft.Compute/disks/${diskName}`, {
      id: `${backupVaultId}/backupInstances/${diskName}-${guidFrom(`disk:${diskName}`)}`,
      location,
      snapshotGroup,
      points: [diskPointAt(diskName, seedMs('2025-06-04T22:00:00.000Z'))],
    }),
  ],
  jobs,
};
