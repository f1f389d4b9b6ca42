import { instant, isoText } from '#src/lib/time.ts';
import { parseJson } from '#src/mocks/json.ts';
import type { SimulatedRequest } from '#src/mocks/service.ts';
import { simulate } from '#src/mocks/simulate.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { fold, initialState, type State } from '#src/mocks/world/fold.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import type { DiskSeed, JobSeed, MachineSeed, Seed, VaultSeed } from '#src/mocks/world/seed.ts';
import { diskInstanceOf, instanceOf, machineOf } from '#src/mocks/world/worlds/builders.ts';

import { isOfPlane, isSecondary, type Operation, ownRequest } from './operations.ts';
import { elementsOf, isObject, type Sample, textAt } from './sample.ts';

/** The worlds that samples are held against, with one of each thing, in a few conditions; and what is sent to them. */

/** The name of all that has no name of its own form. */
const NAME = 'conformance';
const REGION = 'westus';
const SECONDARY_REGION = 'eastus';
const SUBSCRIPTION = guidFrom(NAME);
export const OPERATION = guidFrom('operation');
const POINT = '1000000000001';
const TAIL = `iaasvmcontainerv2;${NAME};${NAME}`;
const CONTAINER = `IaasVMContainer;${TAIL}`;
const ITEM = `VM;${TAIL}`;
const SIZE = 'Standard_D2s_v5';
const ZONE = '1';
const TEMPLATE = 'https://conformance.blob.core.windows.net/template.json';

const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/${NAME}`;
const idOf = (type: string, name = NAME): string => `${GROUP}/providers/Microsoft.${type}/${name}`;
const VAULT = idOf('RecoveryServices/vaults');
const ITEM_ID = `${VAULT}/backupFabrics/Azure/protectionContainers/${CONTAINER}/protectedItems/${ITEM}`;
const MACHINE = idOf('Compute/virtualMachines');
const ACCOUNT = idOf('Storage/storageAccounts');
const BACKUP_VAULT = idOf('DataProtection/backupVaults');
const IDENTITY = idOf('ManagedIdentity/userAssignedIdentities');
/** Disks that requests attach, and those that they detach. */
const looseDisk = (index: number): string => idOf('Compute/disks', `${NAME}-${index}`);
const attachedDisk = (index: number): string => idOf('Compute/disks', `attached-${index}`);

/** Jobs of each kind. What samples name is the first, which goes on for ever. */
const job = (operation: JobSeed['operation'], ending: JobSeed['ending'] & string) => ({
  name: `${operation} ${ending}`,
  itemId: ITEM_ID,
  operation,
  ending,
  startedSecondsBefore: 3000,
});
const JOBS = [
  job('Restore', 'stalled'),
  ...(['completed', 'failed', 'cancelled', 'warnings'] as const).flatMap((ending) => [
    job('Restore', ending),
    job('Backup', ending),
  ]),
];
const JOB = guidFrom(`${NAME}:job:Restore stalled`);

/** In what a world differs from the usual one. */
interface Condition {
  readonly vault?: Partial<VaultSeed>;
  readonly machine?: Partial<MachineSeed>;
  readonly tiers?: readonly ('InstantRP' | 'HardenedRP' | 'ArchivedRP')[];
  /** Its backups of disks are deleted, and can be brought back. */
  readonly isDeleted?: true;
  /** All that a restore uses is in the secondary region. */
  readonly isSecondary?: true;
  /** The vault protects nothing, and no NIC and SQL virtual machine is there. */
  readonly isEmpty?: true;
}

const disk = (lun: number, id?: string): DiskSeed => ({
  lun,
  name: `disk-${lun < 0 ? 'os' : String(lun)}`,
  sizeGiB: 32,
  sku: 'Standard_LRS',
  ...(id === undefined ? {} : { id }),
});

/** Each is there because samples need it, official ones or those of the tests. */
const CONDITIONS: readonly Condition[] = [
  {},
  { isSecondary: true },
  { isEmpty: true, vault: { redundancy: 'LocallyRedundant', crossRegionRestore: 'Disabled' } },
  {
    vault: {
      encryption: 'CustomerManaged',
      key: { uri: 'https://conformance.vault.azure.net/keys/conformance' },
    },
  },
  { vault: { guardProxy: NAME, resourceGuard: idOf('DataProtection/resourceGuards') } },
  { tiers: ['ArchivedRP'] },
  { machine: { zone: undefined } },
  { machine: { isStopped: true } },
  { machine: { encryption: 'ADE' } },
  { machine: { disks: [disk(-1), disk(0, attachedDisk(0)), disk(1, attachedDisk(1))] } },
  { isDeleted: true },
];

/** A NIC, a public address and a registration at SQL, which requests name. */
const PARTS = [
  'Network/networkInterfaces',
  'Network/publicIPAddresses',
  'SqlVirtualMachine/sqlVirtualMachines',
].map((type) => ({
  id: idOf(type),
  model: { location: REGION, properties: { virtualMachineResourceId: MACHINE } },
}));

/** A machine with its backups, a world that has them, and what else a restore uses. */
function seedOf(condition: Condition, pastMs: number, nowMs: number): Seed {
  const { isEmpty = false, isDeleted = false, tiers = ['InstantRP', 'HardenedRP'] } = condition;
  const target = condition.isSecondary === true ? SECONDARY_REGION : REGION;
  const placed = (type: string) => ({ id: idOf(type), location: target });
  const point = { name: POINT, time: isoText(instant(pastMs)) };
  const machine = machineOf(GROUP, NAME, {
    location: REGION,
    size: SIZE,
    osType: 'Linux',
    zone: ZONE,
    disks: Array.from({ length: 17 }, (_, index) => disk(index - 1)),
    ...condition.machine,
  });
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
  return {
    name: NAME,
    startsAt: isoText(instant(nowMs)),
    frontDoor: 'CONFORMANCE',
    subscriptions: [{ subscriptionId: SUBSCRIPTION, displayName: NAME, tenantId: OPERATION }],
    regions: [
      { name: REGION, displayName: REGION, hasZones: true, pair: SECONDARY_REGION },
      { name: SECONDARY_REGION, displayName: SECONDARY_REGION, hasZones: true, pair: REGION },
    ],
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
      { ...placed('Network/virtualNetworks'), subnets: [{ name: NAME, prefix: '10.0.0.0/24' }] },
    ],
    encryptionSets: [
      {
        ...placed('Compute/diskEncryptionSets'),
        encryptionType: 'EncryptionAtRestWithCustomerKey',
      },
    ],
    diskAccesses: [{ ...placed('Compute/diskAccesses'), endpoint: 'Approved' }],
    keyVaults: [placed('KeyVault/vaults')],
    looseDisks: [looseDisk(0), looseDisk(1), idOf('Compute/disks')].map((id) => ({
      id,
      owner: machine,
      disk: disk(0, id),
    })),
    written: { machineIds: [], removedIds: [], parts: isEmpty ? [] : PARTS },
    jobs: isEmpty ? [] : JOBS,
    presets: [{ operationId: OPERATION, jobId: JOB }],
    // Identities may do everything everywhere: a sample says nothing of who holds which role.
    roleAssignments: [VAULT, IDENTITY, BACKUP_VAULT].map((holder) => ({
      holder,
      role: holder === BACKUP_VAULT ? 'Contributor' : 'VM Restore Operator',
      scope: `/subscriptions/${SUBSCRIPTION}`,
    })),
    backupVaults: [{ id: BACKUP_VAULT, location: REGION, hasIdentity: true }],
    diskInstances: [
      diskInstanceOf(BACKUP_VAULT, idOf('Compute/disks'), {
        id: `${BACKUP_VAULT}/backupInstances/${NAME}`,
        location: REGION,
        snapshotGroup: GROUP,
        points: [point],
        ...(isDeleted ? { softDeleted: { at: point.time, days: 14 } } : {}),
      }),
    ],
  };
}

/** A world at the moment in which it gets a sample's request. */
export interface World {
  readonly state: State;
  readonly nowMs: number;
}

/** The worlds of a moment, the usual one first, each made when it is looked at; their points were taken in the past. */
export function* worldsAt(nowMs: number, pastMs: number): Generator<World> {
  for (const condition of CONDITIONS) {
    const seed = seedOf(condition, pastMs, nowMs);
    yield { state: initialState({ seed, faults: [], profile: 'recorded' }), nowMs };
  }
}

/** What follows from a state when something more is done. */
export const withEvents = (state: State, events: readonly WorldEvent[]): State =>
  fold(
    state,
    events.map((event, index) => ({ seq: state.seq + index + 1, event })),
  );

/** The protected item is gone, and what was going on with it. */
export const withoutItem = (state: State, at: number): State =>
  withEvents(state, [{ type: 'resource-removed', at, id: ITEM_ID }]);

type Names = ReadonlyMap<string, string>;

/** What things are called in requests of a plane. */
interface Words {
  /** By the type in lower case that stands before them in ids. */
  readonly names: Names;
  /** By the key under which they stand in bodies. */
  readonly byKey: Names;
  /** The version that is sent where a sample names none, or one of the other plane (azure-contract §9). */
  readonly version: string;
}

const SAME_NAME = `resourceGroups vaults backupVaults backupInstances deletedBackupInstances virtualMachines
  disks virtualNetworks subnets storageAccounts containers diskAccesses diskEncryptionSets resourceGuards
  backupPolicies backupResourceGuardProxies userAssignedIdentities networkInterfaces publicIPAddresses sqlVirtualMachines`;

const PRIMARY: Words = {
  names: new Map([
    ...SAME_NAME.split(/\s+/).map((type): [string, string] => [type.toLowerCase(), NAME]),
    ['subscriptions', SUBSCRIPTION],
    ['locations', REGION],
    ['backupfabrics', 'Azure'],
    ['protectioncontainers', CONTAINER],
    ['protecteditems', ITEM],
    ['recoverypoints', POINT],
    ['backupjobs', JOB],
  ]),
  byKey: new Map([
    ['recoveryPointId', POINT],
    ['containerName', CONTAINER],
    ['protectedItemName', ITEM],
    ['jobName', JOB],
    ['subscriptions', SUBSCRIPTION],
    ['subscriptionId', SUBSCRIPTION],
    ['resourceGroupName', NAME],
    ['resourceName', NAME],
    ['region', REGION],
    ['location', REGION],
    ['uri', TEMPLATE],
    ['vmSize', SIZE],
    ['zones', ZONE],
    ['canonicalizedResource', `/blob/${NAME}/${NAME}`],
    // A page token is good for the service that gave it: the list is requested from its start.
    ['$skipToken', ''],
    ['audience', `https://RecoveryServices/IaasCoord/aadmgmt/${SECONDARY_REGION}`],
  ]),
  version: '2024-04-01',
};
const SECONDARY: Words = {
  names: new Map([...PRIMARY.names, ['locations', SECONDARY_REGION]]),
  // Official samples have a machine's id as `resourceId` (azure-contract §9).
  byKey: new Map([...PRIMARY.byKey, ['region', SECONDARY_REGION], ['resourceId', VAULT]]),
  version: '2023-01-15',
};

/** An id with the worlds' names in the place of the sample's; its form stays. */
const idInWorld = (id: string, { names }: Words): string =>
  id.replaceAll(/(^|\/)([\w.]+)\/([^/]+)/g, (whole, before: string, type: string) => {
    const name = names.get(type.toLowerCase());
    return name === undefined ? whole : `${before}${type}/${name}`;
  });

const DISK_LISTS: ReadonlyMap<string, (index: number) => string> = new Map([
  ['dataDisksToAttach', looseDisk],
  ['dataDisksToDetach', attachedDisk],
]);

/** A body with the worlds' names, also where they are keys (identities are). */
function inWorld(value: unknown, words: Words, key = ''): unknown {
  if (typeof value === 'string') {
    // A machine that a restore makes isn't there before it.
    const suffix = key === 'targetVirtualMachineId' ? '-new' : '';
    return words.byKey.get(key) ?? `${idInWorld(value, words)}${suffix}`;
  }
  if (Array.isArray(value)) {
    const diskAt = DISK_LISTS.get(key);
    return elementsOf(value).map((one, index) => {
      if (diskAt === undefined) return inWorld(one, words, key);
      return inWorld(one, { ...words, byKey: new Map([['diskId', diskAt(index)]]) });
    });
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, one]) => [idInWorld(name, words), inWorld(one, words, name)]),
  );
}

/** A request as the simulated Azure gets it from a client. */
export function sent(method: string, address: string, body?: unknown): SimulatedRequest {
  return {
    method,
    url: new URL(address, 'https://management.azure.com'),
    headers: new Map([
      ['authorization', 'Bearer conformance'],
      ['content-type', 'application/json'],
      ['x-ms-client-request-id', OPERATION],
    ]),
    body: body === undefined ? '' : JSON.stringify(body),
    requestId: OPERATION,
    isRead: method === 'GET',
    remaining: { of: 'reads', left: 1000 },
    graphQuota: null,
    jobReads: null,
  };
}

/** A request of the list of operations with the worlds' names. */
export function own(text: string, words: Words): SimulatedRequest {
  const { method, path, body } = ownRequest(text);
  const address = `${idInWorld(path, words)}?api-version=${words.version}`;
  return sent(method, address, inWorld(body, words));
}

/** What things are called in an operation's requests; the simulated Azure's own token stands in the place of the sample's. */
export function wordsFor({ state, nowMs }: World, operation: Operation): Words {
  const words = isSecondary(operation) ? SECONDARY : PRIMARY;
  const sealing = operation.traits.get('sealed by');
  if (sealing === undefined) return words;
  const { body } = simulate(own(sealing, words), state, nowMs).response;
  const token = textAt(parseJson(body ?? ''), 'properties.accessTokenString');
  return { ...words, byKey: new Map([...words.byKey, ['accessTokenString', token]]) };
}

/** What a sample sends, in these words; what a request makes has the sample's name. */
export function requestOf(
  { plain, body, version }: Sample,
  operation: Operation,
  words: Words,
): SimulatedRequest {
  const { method, traits } = operation;
  const path = operation.path.replaceAll(
    /([^/]+)\/\{([^}]+)\}/g,
    (_, type: string, name: string) => {
      const known = name === 'operationId' ? OPERATION : words.names.get(type.toLowerCase());
      const value = (traits.get('makes') === name ? undefined : known) ?? plain.get(name) ?? '';
      return `${type}/${encodeURIComponent(value)}`;
    },
  );
  const query = [...plain].filter(
    ([name]) => !operation.path.includes(`{${name}}`) && !/^\$skipToken$/i.test(name),
  );
  const isUsable = version !== '' && isOfPlane(operation, version);
  const parameters = new URLSearchParams([
    ...query.filter(([name]) => name !== 'api-version'),
    ['api-version', isUsable ? version : words.version],
  ]);
  return sent(
    method,
    `${path}?${parameters.toString()}`,
    traits.has('body') ? inWorld(body, words) : undefined,
  );
}
