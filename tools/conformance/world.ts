import { instant, isoText } from '#src/lib/time.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { fold, initialState, type State } from '#src/mocks/world/fold.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import { planJob } from '#src/mocks/world/plan-seed-job.ts';
import type { MachineSeed, Seed, VaultSeed } from '#src/mocks/world/seed.ts';
import { diskInstanceOf, instanceOf, machineOf } from '#src/mocks/world/worlds/builders.ts';

/** The worlds that samples are held against: one of each thing, in a few conditions. */

/** The name of all that has no name of its own form. */
export const NAME = 'conformance';
export const REGION = 'westus';
export const SECONDARY_REGION = 'eastus';
export const SUBSCRIPTION = 'c0ffee00-0000-4000-a000-000000000002';
export const JOB = 'c0ffee00-0000-4000-a000-000000000003';
export const OPERATION = 'c0ffee00-0000-4000-a000-000000000005';
export const POINT = '1000000000001';
const TAIL = `iaasvmcontainerv2;${NAME};${NAME}`;
export const CONTAINER = `IaasVMContainer;${TAIL}`;
export const ITEM = `VM;${TAIL}`;
export const SIZE = 'Standard_D2s_v5';
export const ZONE = '1';
export const TEMPLATE = 'https://conformance.blob.core.windows.net/template.json';

const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/${NAME}`;
const idOf = (type: string, name = NAME): string => `${GROUP}/providers/Microsoft.${type}/${name}`;
export const VAULT = idOf('RecoveryServices/vaults');
export const ITEM_ID = `${VAULT}/backupFabrics/Azure/protectionContainers/${CONTAINER}/protectedItems/${ITEM}`;
const MACHINE = idOf('Compute/virtualMachines');
const ACCOUNT = idOf('Storage/storageAccounts');
const BACKUP_VAULT = idOf('DataProtection/backupVaults');
const IDENTITY = idOf('ManagedIdentity/userAssignedIdentities');

const SAME_NAME = `resourceGroups vaults backupVaults backupInstances deletedBackupInstances virtualMachines
  disks virtualNetworks subnets storageAccounts containers diskAccesses diskEncryptionSets resourceGuards
  backupPolicies backupResourceGuardProxies userAssignedIdentities networkInterfaces publicIPAddresses sqlVirtualMachines`;

/** What a thing is called here, by its type in lower case. */
export const NAMES: ReadonlyMap<string, string> = new Map([
  ...SAME_NAME.split(/\s+/).map((type): [string, string] => [type.toLowerCase(), NAME]),
  ['subscriptions', SUBSCRIPTION],
  ['locations', REGION],
  ['backupfabrics', 'Azure'],
  ['protectioncontainers', CONTAINER],
  ['protecteditems', ITEM],
  ['recoverypoints', POINT],
  ['backupjobs', JOB],
]);

/** In what a world differs from the first. */
interface Condition {
  readonly name: string;
  readonly vault?: Partial<VaultSeed>;
  readonly machine?: Partial<MachineSeed>;
  /** Where its disks are attached; missing: at the LUNs that restores name. */
  readonly luns?: readonly number[];
  readonly tiers?: readonly ('InstantRP' | 'HardenedRP' | 'ArchivedRP')[];
  /** Its backups of disks are deleted, and can be brought back. */
  readonly isDeleted?: true;
  /** Its jobs restore in the secondary region, where all is that a restore uses. */
  readonly isSecondary?: true;
  /** The vault protects nothing, and no NIC and SQL virtual machine is there. */
  readonly isEmpty?: true;
}

const CONDITIONS: readonly Condition[] = [
  { name: 'usual' },
  { name: 'restores in the secondary region', isSecondary: true },
  {
    name: 'an empty vault of one region',
    isEmpty: true,
    vault: { redundancy: 'LocallyRedundant', crossRegionRestore: 'Disabled' },
  },
  {
    name: 'the customer’s key',
    vault: {
      encryption: 'CustomerManaged',
      key: { uri: 'https://conformance.vault.azure.net/keys/conformance' },
    },
  },
  {
    name: 'a guarded vault',
    vault: { guardProxy: NAME, resourceGuard: idOf('DataProtection/resourceGuards') },
  },
  { name: 'points in the archive', tiers: ['ArchivedRP'] },
  { name: 'a machine in no zone', machine: { zone: undefined } },
  { name: 'a stopped machine', machine: { isStopped: true } },
  { name: 'an encrypted machine', machine: { encryption: 'ADE' } },
  { name: 'a machine with two disks', luns: [0, 1] },
  { name: 'deleted backups of disks', isDeleted: true },
];

/** Ids of disks that samples attach, or detach where `attached` is in front. */
const diskName = (index: number, attached = ''): string =>
  index === 0 ? `${attached}${NAME}` : `${attached}${NAME}-${String(index + 1)}`;
export const diskId = (index: number, attached = ''): string =>
  idOf('Compute/disks', diskName(index, attached));

const disk = (lun: number, id?: string) => ({
  lun,
  name: `disk-${lun < 0 ? 'os' : String(lun)}`,
  sizeGiB: 32,
  sku: 'Standard_LRS' as const,
  ...(id === undefined ? {} : { id }),
});

const machineIn = ({ machine, luns }: Condition): MachineSeed =>
  machineOf(GROUP, NAME, {
    location: REGION,
    size: SIZE,
    osType: 'Linux',
    zone: ZONE,
    disks: [
      disk(-1),
      ...(luns?.map((lun, index) => disk(lun, diskId(index, 'attached-'))) ??
        Array.from({ length: 16 }, (_, lun) => disk(lun))),
    ],
    ...machine,
  });

/** A NIC, a public address and a registration at SQL, which requests name. */
const PARTS = [
  { id: idOf('Network/networkInterfaces'), model: { location: REGION, properties: {} } },
  { id: idOf('Network/publicIPAddresses'), model: { location: REGION, properties: {} } },
  {
    id: idOf('SqlVirtualMachine/sqlVirtualMachines'),
    model: { location: REGION, properties: { virtualMachineResourceId: MACHINE } },
  },
];

/** Times of a world. */
export interface Times {
  /** When points were taken. */
  readonly pastMs: number;
  /** When jobs were requested. */
  readonly jobsMs: number;
  readonly nowMs: number;
}

/** A machine with its backups, a world that has them, and what else a restore uses. */
function seedOf(condition: Condition, { pastMs, nowMs }: Times) {
  const { isEmpty = false, isDeleted = false, tiers = ['InstantRP', 'HardenedRP'] } = condition;
  const target = condition.isSecondary === true ? SECONDARY_REGION : REGION;
  const placed = (type: string) => ({ id: idOf(type), location: target });
  const point = { name: POINT, time: isoText(instant(pastMs)) };
  const machine = machineIn(condition);
  const instance = instanceOf(VAULT, machine, {
    policyName: NAME,
    points: [
      {
        ...point,
        consistency: 'AppConsistent',
        tiers: tiers.map((type) => ({ type, status: 'Valid' })),
        privateAccess: false,
      },
    ],
  });
  const seed: Seed = {
    name: NAME,
    startsAt: isoText(instant(nowMs)),
    frontDoor: 'CONFORMANCE',
    subscriptions: [{ subscriptionId: SUBSCRIPTION, displayName: NAME, tenantId: JOB }],
    regions: [REGION, SECONDARY_REGION].map((name, index, all) => ({
      name,
      displayName: name,
      hasZones: true,
      pair: all[1 - index] ?? '',
    })),
    groups: [{ subscriptionId: SUBSCRIPTION, name: NAME, location: REGION }],
    vaults: [
      {
        id: VAULT,
        location: REGION,
        redundancy: 'GeoRedundant',
        crossRegionRestore: 'Enabled',
        crossSubscriptionRestore: 'Enabled',
        identityType: 'SystemAssigned, UserAssigned',
        userIdentities: [IDENTITY],
        ...condition.vault,
      },
    ],
    instances: isEmpty ? [] : [instance],
    machines: [machine, { ...machine, id: idOf('Compute/virtualMachines', 'unprotected') }],
    accounts: [{ ...placed('Storage/storageAccounts'), kind: 'StorageV2', sku: 'Standard_LRS' }],
    containers: [{ id: `${ACCOUNT}/blobServices/default/containers/${NAME}` }],
    linkedTemplates: {
      [TEMPLATE]:
        '{"$schema":"deploymentTemplate.json#","contentVersion":"1.0.0.0","resources":[]}',
    },
    networks: [
      {
        ...placed('Network/virtualNetworks'),
        subnets: [{ name: NAME, prefix: '10.0.0.0/24' }],
      },
    ],
    encryptionSets: [
      {
        ...placed('Compute/diskEncryptionSets'),
        encryptionType: 'EncryptionAtRestWithCustomerKey',
      },
    ],
    diskAccesses: [{ ...placed('Compute/diskAccesses'), endpoint: 'Approved' }],
    keyVaults: [placed('KeyVault/vaults')],
    looseDisks: [0, 1, 2].map((index) => ({
      id: diskId(index),
      owner: machine,
      disk: { ...disk(0), name: diskName(index) },
    })),
    written: { machineIds: [], removedIds: [], parts: isEmpty ? [] : PARTS },
    jobs: [],
    // Identities may do everything everywhere: a sample says nothing of who holds which role.
    roleAssignments: [VAULT, IDENTITY, BACKUP_VAULT].map((holder) => ({
      holder,
      role: holder === BACKUP_VAULT ? 'Contributor' : 'VM Restore Operator',
      scope: `/subscriptions/${SUBSCRIPTION}`,
    })),
    backupVaults: [{ id: BACKUP_VAULT, location: REGION, hasIdentity: true }],
    diskInstances: [
      diskInstanceOf(BACKUP_VAULT, diskId(0), {
        id: `${BACKUP_VAULT}/backupInstances/${NAME}`,
        location: REGION,
        snapshotGroup: GROUP,
        points: [point],
        ...(isDeleted ? { softDeleted: { at: point.time, days: 14 } } : {}),
      }),
    ],
  };
  return { seed, machine, instance };
}

/** Jobs of each kind: the first is what samples name, and goes on for ever. */
const JOBS = (['Restore', 'Backup'] as const).flatMap((operation) =>
  (['stalled', 'completed', 'failed', 'cancelled', 'warnings'] as const).map((ending) => ({
    operation,
    ending,
  })),
);

function jobEvents(
  { isSecondary }: Condition,
  { instance, machine }: ReturnType<typeof seedOf>,
  atMs: number,
): readonly WorldEvent[] {
  return JOBS.map((job, index) => {
    const jobId = index === 0 ? JOB : guidFrom(`job:${index}`);
    const { plan } = planJob(job, { instance, machine, jobId, atMs });
    return {
      type: 'restore-accepted',
      at: atMs,
      operationId: index === 0 ? OPERATION : guidFrom(`operation:${index}`),
      jobId,
      operationMs: 60_000,
      clientRequestId: null,
      requestId: guidFrom(`request:${index}`),
      apiVersion: '2024-04-01',
      path: `${ITEM_ID}/recoveryPoints`,
      body: null,
      plan: isSecondary === true ? { ...plan, secondaryRegion: SECONDARY_REGION } : plan,
    };
  });
}

/** What follows from a state when something more is done. */
export function withEvents(state: State, events: readonly WorldEvent[]): State {
  return fold(
    state,
    events.map((event, index) => ({ seq: state.seq + index + 1, event })),
  );
}

/** A world that gets a sample's request. */
export interface World {
  readonly name: string;
  readonly state: State;
  readonly nowMs: number;
}

/** The worlds at some times, the usual one first, each made when it is looked at. */
export function* worldsAt(times: Times): Generator<World> {
  for (const condition of CONDITIONS) {
    const things = seedOf(condition, times);
    const begun = initialState({ seed: things.seed, faults: [], profile: 'recorded' });
    const state = withEvents(begun, jobEvents(condition, things, times.jobsMs));
    yield { name: condition.name, state, nowMs: times.nowMs };
  }
}
