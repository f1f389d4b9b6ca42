import {
  instanceQuery,
  recoveryPointsQuery,
  secondaryPointsQuery,
  vaultEncryptionQuery,
  vaultQuery,
} from '#src/api/queries/instances.ts';
import {
  loadBalancerQuery,
  networkInterfaceQuery,
  networkSubnetQuery,
  publicAddressQuery,
} from '#src/api/queries/network.ts';
import { permissionsQuery } from '#src/api/queries/permissions.ts';
import { diskQuery, machineQuery, subscriptionsQuery } from '#src/api/queries/targets.ts';
import type { NetworkInterface } from '#src/model/network.ts';
import type { ProtectedItem } from '#src/model/instances.ts';
import type { Vault } from '#src/model/vaults.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Machine } from '#src/model/machines.ts';
import { notKnown } from '#src/strings/not-known.ts';
import {
  goesToSecondary,
  type ViewChoice,
} from '#src/datasources/azure-vm/choices/target-region.ts';
import { networkIds } from '#src/datasources/azure-vm/reads/network-ids.ts';
import {
  COMPUTE,
  ITEM,
  networkPart,
  RIGHTS,
  SUBSCRIPTION,
  VAULT,
} from '#src/datasources/azure-vm/reads/operations.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';
import { many, one } from '#src/wizard/reads/read-table.ts';

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
