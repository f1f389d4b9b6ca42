import { instanceQuery } from '#src/api/recovery-services/items.ts';
import { recoveryPointsQuery, secondaryPointsQuery } from '#src/api/recovery-services/points.ts';
import { vaultEncryptionQuery, vaultQuery } from '#src/api/recovery-services/vaults.ts';
import { permissionsQuery } from '#src/api/authorization.ts';
import { diskQuery } from '#src/api/compute/disks.ts';
import { machineQuery } from '#src/api/compute/machines.ts';
import {
  loadBalancerQuery,
  networkInterfaceQuery,
  networkSubnetQuery,
  publicAddressQuery,
} from '#src/api/network.ts';
import { subscriptionsQuery } from '#src/api/resources/places.ts';
import { goesToSecondary, type ViewChoice } from '#src/datasources/azure-vm/target.ts';
import {
  COMPUTE,
  ITEM,
  networkPart,
  RIGHTS,
  SUBSCRIPTION,
  TARGET_READS,
  VAULT,
} from '#src/datasources/azure-vm/target-reads.ts';
import type { Instant } from '#src/lib/time.ts';
import type { ProtectedItem } from '#src/model/instances.ts';
import type { Machine } from '#src/model/machines.ts';
import type { NetworkInterface } from '#src/model/network.ts';
import type { Vault } from '#src/model/vaults.ts';
import { resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';
import type { Subscription } from '#src/model/places.ts';
import { notKnown } from '#src/strings/not-known.ts';
import type { MadeGroup } from '#src/wizard/draft/schema.ts';
import type { FactRead } from '#src/wizard/explain/view.ts';
import { type AnswersOf, many, nothingRead, one } from '#src/wizard/read-table.ts';
import { known, type Read } from '#src/wizard/read.ts';

const { reads: words } = notKnown;

/** What a read of the source depends on: choices, and reads further up in the table. */
interface Chosen {
  readonly choices: { readonly instance: string | null };
}
interface OfItem {
  readonly reads: { readonly instance: Read<ProtectedItem> };
}
interface OfVault {
  readonly reads: { readonly vault: Read<Vault> };
}
interface OfMachine {
  readonly reads: { readonly machine: Read<Machine | null> };
}
interface OfCards {
  readonly reads: { readonly interfaces: readonly Read<NetworkInterface>[] };
}

/** A query about the chosen instance; null: none is chosen. */
const ofInstance =
  <Query>(query: (id: ReturnType<typeof resourceId>) => Query) =>
  ({ choices: { instance } }: Chosen): Query | null =>
    instance === null ? null : query(resourceId(instance));

/** A query about what the instance names. */
const ofItem =
  <Query>(query: (item: ProtectedItem) => Query) =>
  ({ reads }: OfItem): Query | null => {
    const item = known(reads.instance);
    return item === undefined ? null : query(item);
  };

/** What is read of what is restored, wherever it is restored to; each read stands below those that it depends on. */
export const SOURCE_READS = {
  instance: one(
    {
      what: words.instance,
      operation: `GET ${ITEM}`,
      apiVersion: '2024-04-01',
      after: null,
      readAgain: 'atRestore',
    },
    ofInstance(instanceQuery),
  ),
  points: one(
    {
      what: words.points,
      operation: `GET ${ITEM}/recoveryPoints`,
      apiVersion: '2024-04-01',
      after: null,
      chosenIn: 'point',
      readAgain: 'atRestore',
    },
    ofInstance(recoveryPointsQuery),
  ),
  vault: one(
    {
      what: words.vault,
      operation: `GET ${VAULT}`,
      apiVersion: '2024-04-01',
      after: 'instance',
      readAgain: 'atRestore',
    },
    ofItem(({ vaultId }) => vaultQuery(vaultId)),
  ),
  /** The points in the secondary region of the vault, where the restore goes there. */
  secondaryPoints: one(
    {
      what: words.secondaryPoints,
      operation: `GET ${ITEM}/recoveryPoints`,
      apiVersion: '2023-01-15',
      after: null,
      chosenIn: 'regionView',
      readAgain: 'atRestore',
    },
    ofInstance(secondaryPointsQuery),
    ({ choices, reads }: OfVault & { readonly choices: ViewChoice }) =>
      goesToSecondary(choices, reads),
  ),
  vaultEncryption: one(
    {
      what: words.vaultEncryption,
      operation: `GET ${VAULT}/backupEncryptionConfigs/backupResourceEncryptionConfig`,
      apiVersion: '2024-04-01',
      after: 'instance',
    },
    ofItem(({ vaultId }) => vaultEncryptionQuery(vaultId)),
  ),
  machine: one(
    {
      what: words.machine,
      operation: `GET ${SUBSCRIPTION}/resourceGroups/{group}/${COMPUTE}/virtualMachines/{vm}?$expand=instanceView`,
      apiVersion: '2024-03-01',
      after: 'instance',
      readAgain: 'atRestore',
    },
    // An item that doesn't name its VM leaves nothing to read.
    ({ reads }: OfItem) => {
      const id = known(reads.instance)?.sourceResourceId ?? '';
      return id === '' ? null : machineQuery(id);
    },
  ),
  disks: many(
    {
      what: words.disks,
      operation: `GET ${SUBSCRIPTION}/resourceGroups/{group}/${COMPUTE}/disks/{disk}`,
      apiVersion: '2023-10-02',
      after: 'machine',
    },
    ({ reads }: OfMachine) =>
      (known(reads.machine)?.disks ?? []).flatMap(({ managedDiskId }) =>
        managedDiskId === null ? [] : [diskQuery(managedDiskId)],
      ),
  ),
  subscriptions: one(
    {
      what: words.subscriptions,
      operation: 'GET /subscriptions',
      apiVersion: '2022-12-01',
      after: null,
    },
    () => subscriptionsQuery(),
  ),
  /** What the person may do with the vault; asked where it restores to its secondary region. */
  vaultPermissions: one(
    {
      what: words.vaultPermissions,
      operation: `GET ${VAULT}/${RIGHTS}/permissions`,
      apiVersion: '2022-04-01',
      after: 'vault',
    },
    ofItem(({ vaultId }) => permissionsQuery(vaultId)),
    ({ reads }: OfVault & OfItem) => known(reads.vault)?.crossRegionRestore === true,
  ),
  interfaces: many(
    networkPart(words.interfaces, 'networkInterfaces/{card}', 'machine'),
    ({ reads }: OfMachine) => (known(reads.machine)?.nicIds ?? []).map(networkInterfaceQuery),
  ),
  /** Subnets of the cards; asked only while no card has a security group of its own. */
  subnets: many(
    networkPart(words.subnets, 'virtualNetworks/{network}/subnets/{subnet}', 'interfaces'),
    ({ reads }: OfCards) => networkIds(reads.interfaces).subnets.map(networkSubnetQuery),
  ),
  publicAddresses: many(
    networkPart(words.publicAddresses, 'publicIPAddresses/{address}', 'interfaces'),
    ({ reads }: OfCards) => networkIds(reads.interfaces).publicAddresses.map(publicAddressQuery),
  ),
  balancers: many(
    networkPart(words.balancers, 'loadBalancers/{balancer}', 'interfaces'),
    ({ reads }: OfCards) => networkIds(reads.interfaces).balancers.map(loadBalancerQuery),
  ),
};

/** What the cards of a machine name of its network. */
interface NetworkIds {
  readonly subnets: readonly ResourceId[];
  readonly publicAddresses: readonly ResourceId[];
  readonly balancers: readonly ResourceId[];
}

/** Ids that the cards read so far name, each once. */
export function networkIds(interfaces: readonly Read<NetworkInterface>[]): NetworkIds {
  const cards = interfaces.flatMap((read) => known(read) ?? []);
  // A card's own security group says it already: whatever the subnet has, there is one.
  const isGuarded = cards.some(({ hasSecurityGroup }) => hasSecurityGroup);
  return {
    subnets: isGuarded ? [] : once(cards.flatMap(({ subnetIds }) => subnetIds)),
    publicAddresses: once(cards.flatMap(({ publicAddressIds }) => publicAddressIds)),
    balancers: once(cards.flatMap(({ balancerIds }) => balancerIds)),
  };
}

function once(ids: readonly ResourceId[]): ResourceId[] {
  return [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()];
}

/** Everything that the wizard asks Azure, each read in one entry. */
export const READS = { ...SOURCE_READS, ...TARGET_READS };

/** Every read by name, without the current time. */
export type ReadName = keyof typeof READS;

/** A read as the table has it, with the reads and fields that there are. */
export interface VmReadSource extends FactRead {
  /** Method and path, with names for what differs; a query that belongs to it stands behind. */
  readonly operation: string;
  readonly apiVersion: string;
  readonly after: ReadName | null;
}

/** What the table says of each read. */
export const READ_SOURCES: Readonly<Record<ReadName, VmReadSource>> = READS;

/** What is known of a backup instance, wherever it is restored to. */
export type SourceReads = AnswersOf<typeof SOURCE_READS> & Moment;

interface Moment {
  /** The moment at which they are looked at: ages are counted to it. */
  readonly at: Instant;
}

/** Everything the wizard has asked Azure about one draft, each read with its state. */
export interface Reads extends AnswersOf<typeof READS>, Moment {
  /** The resource groups that the draft's own presses created; left out: none. */
  readonly made?: readonly MadeGroup[] | undefined;
}

/** The network of the source machine: its cards, and what they name. */
export type NetworkReads = Pick<Reads, 'interfaces' | 'subnets' | 'publicAddresses' | 'balancers'>;

/** Reads that start only once it is known where a restore would go. */
export const TARGET_NOT_READ = nothingRead(TARGET_READS);

/** No read has started yet. */
export const NOTHING_READ = nothingRead(READS);

/** Whether a read was refused or has failed, so that something may be not known for good. */
export function hasTrouble(reads: Reads): boolean {
  const { at: _at, made: _made, ...own } = reads;
  const all: readonly (Read<unknown> | readonly Read<unknown>[])[] = Object.values(own);
  return all.some((read) =>
    ('state' in read ? [read] : read).some(
      ({ state }) => state === 'forbidden' || state === 'failed',
    ),
  );
}

/** The name of a subscription; undefined while it is not read. */
export const subscriptionName = (
  { subscriptions }: { readonly subscriptions: Read<Subscription[]> },
  wanted: string | null,
): string | undefined => known(subscriptions)?.find(({ id }) => sameId(id, wanted))?.name;

/** The answers of a read, which may be one for each of several things. */
export function answersOf(reads: Reads, name: ReadName): readonly Read<unknown>[] {
  const read = reads[name];
  return 'state' in read ? [read] : read;
}
