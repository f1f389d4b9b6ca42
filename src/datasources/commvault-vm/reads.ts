import {
  accessNodesQuery,
  type CommvaultHypervisor,
  hypervisorsQuery,
  keyVaultsQuery,
  machineByVmIdQuery,
  machineNamesOfGroupQuery,
  securityGroupsQuery,
} from '#src/api/commvault/places.ts';
import { parseResourceId, resourceGroupId } from '#src/api/arm/resource-id.ts';
import { vmOf } from '#src/api/commvault/home.ts';
import type { CommvaultPoint } from '#src/api/commvault/jobs.ts';
import {
  type CommvaultDisk,
  commvaultDisksQuery,
  commvaultGroupQuery,
  commvaultPointsQuery,
  type CommvaultVm,
  type CommvaultVmDetails,
  commvaultVmQuery,
  firstVmsQuery,
} from '#src/api/commvault/vms.ts';
import { diskEncryptionSetsQuery, diskQuery } from '#src/api/compute/disks.ts';
import { machineQuery } from '#src/api/compute/machines.ts';
import { computeUsagesQuery, machineSizesQuery } from '#src/api/compute/sizes.ts';
import {
  networkInterfaceQuery,
  networkSubnetQuery,
  virtualNetworksQuery,
} from '#src/api/network.ts';
import {
  regionsQuery,
  resourceGroupsQuery,
  subscriptionsQuery,
} from '#src/api/resources/places.ts';
import { storageAccountsQuery } from '#src/api/storage-accounts.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Machine } from '#src/model/machines.ts';
import type { NetworkInterface } from '#src/model/network.ts';
import type { Region, StorageAccount, VirtualNetwork } from '#src/model/places.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { flow } from '#src/strings/commvault-restore.ts';
import { type FactRead, ofTable } from '#src/wizard/explain/view.ts';
import { type AnswersOf, many, one, queryAbout } from '#src/wizard/read-table.ts';
import { known, type Read } from '#src/wizard/read.ts';

/** The reads that tell what the source is: choices are prefilled from them. */
interface SourceReads {
  readonly vm: Read<CommvaultVmDetails>;
  /** The VM of the same `vmId` in Azure; null: none that the person may read. */
  readonly azureId: Read<ResourceId | null>;
  readonly machine: Read<Machine | null>;
  readonly hypervisors: Read<readonly CommvaultHypervisor[]>;
  /** VMs of the CommServe, the first page; asked where they can tell the subscription of a hypervisor. */
  readonly hypervisorVms: Read<readonly CommvaultVm[]>;
  /** Some of those of the chosen hypervisor in Azure, as `azureId`. */
  readonly hypervisorAzureIds: readonly Read<ResourceId | null>[];
  readonly backupDisks: Read<readonly CommvaultDisk[]>;
  readonly interfaces: readonly Read<NetworkInterface>[];
}

/** The reads that choices are prefilled from. */
export interface PrefillReads extends Pick<
  SourceReads,
  'vm' | 'azureId' | 'machine' | 'hypervisorAzureIds'
> {
  readonly points: Read<readonly CommvaultPoint[]>;
  readonly regions: Read<readonly Region[]>;
  readonly accounts: Read<readonly StorageAccount[]>;
  readonly networks: Read<readonly VirtualNetwork[]>;
  readonly securityGroups: Read<readonly Regional[]>;
  readonly keyVaults: Read<readonly Regional[]>;
  readonly encryptionSets: Read<readonly Regional[]>;
}

/** A resource that only VMs of its region can use. */
export interface Regional {
  readonly id: string;
  readonly region: string;
}

/** What is known of the source; null: not known, or not there any more. */
export interface CommvaultSource {
  readonly name: string | null;
  readonly hypervisor: string | null;
  readonly subscription: string | null;
  readonly resourceGroup: string | null;
  readonly region: string | null;
  readonly size: string | null;
  /** Azure has it no more, or doesn't let the person read it; null: that isn't known. */
  readonly isGone: boolean | null;
}

/** The source as Azure reports it, and where it is gone from there as Commvault does. Pure. */
export function commvaultSourceOf(
  reads: Pick<SourceReads, 'vm' | 'azureId' | 'machine'>,
): CommvaultSource {
  const vm = known(reads.vm);
  const azureId = known(reads.azureId);
  const machine = azureId === null ? null : known(reads.machine);
  const place = parseResourceId(azureId ?? '');
  return {
    name: vm?.name ?? null,
    hypervisor: vm?.hypervisor?.id ?? null,
    subscription: place?.subscriptionId ?? null,
    resourceGroup: place?.resourceGroup ?? vm?.resourceGroup ?? null,
    region: machine?.region ?? null,
    size: machine?.size ?? null,
    isGone: machine === undefined ? null : machine === null,
  };
}

/**
 * The subscription of a hypervisor: it is one set of credentials of Azure, and no answer has which (C), but VMs that
 * it backs up are there. Null: none tells, or they disagree.
 */
export function hypervisorSubscription(
  reads: Pick<SourceReads, 'vm' | 'azureId' | 'machine' | 'hypervisorAzureIds'>,
  hypervisor: string | null,
): string | null {
  const source = commvaultSourceOf(reads);
  if (hypervisor === null) return null;
  if (hypervisor === source.hypervisor && source.subscription !== null) return source.subscription;
  const found = reads.hypervisorAzureIds.flatMap(
    (read) => parseResourceId(known(read) ?? '')?.subscriptionId.toLowerCase() ?? [],
  );
  const [first = null, ...others] = new Set(found);
  return others.length === 0 ? first : null;
}

const words = flow.reads;
const atRestore = 'atRestore';

/** What a read depends on: choices with what is filled in, and reads further up in the table. */
interface Given {
  readonly choices: {
    readonly instance: string | null;
    readonly hypervisor: string | null;
    readonly cv: 'in-place' | 'out-of-place';
    readonly subscription: string | null;
    readonly rg: string | null;
    readonly region: string | null;
  };
  readonly reads: SourceReads;
}

const of = queryAbout<Given>();

const idOf = ({ choices: { instance } }: Given) =>
  instance === null ? null : resourceId(instance);
const placeOf = ({ choices: { instance } }: Given) => vmOf(instance ?? '');
const machineOf = ({ reads }: Given) => known(reads.machine);
const subscriptionOf = ({ choices }: Given) => choices.subscription;
const isNew = ({ choices }: Given): boolean => choices.cv === 'out-of-place';

/** One VM may be in a place that the person can't read, or be a copy elsewhere. */
const MOST_VMS = 3;

const listOfTarget = <const What extends string>(what: What) =>
  ({ what, after: 'azureId', unlessChosen: 'subscription', readAgain: atRestore }) as const;

/** What the restore of a VM by Commvault reads; each read stands below those that it depends on. */
export const COMMVAULT_READS = {
  vm: one({ what: words.vm, after: null, readAgain: atRestore }, of(idOf, commvaultVmQuery)),
  points: one(
    { what: words.points, after: null, chosenIn: 'point', readAgain: atRestore },
    of(idOf, commvaultPointsQuery),
  ),
  backupDisks: one(
    { what: words.backupDisks, after: null, readAgain: atRestore },
    of(idOf, commvaultDisksQuery),
  ),
  group: one({ what: words.group, after: 'vm' }, (given: Given) => {
    const place = placeOf(given);
    const group = known(given.reads.vm)?.group?.id;
    return place === null || group === undefined ? null : commvaultGroupQuery(place.host, group);
  }),
  hypervisors: one(
    { what: words.hypervisors, after: null },
    of(placeOf, ({ host }) => hypervisorsQuery(host)),
  ),
  accessNodes: one(
    { what: words.accessNodes, after: null },
    of(placeOf, ({ host }) => accessNodesQuery(host)),
  ),
  azureId: one(
    { what: words.azureId, after: null },
    of(placeOf, ({ name }) => machineByVmIdQuery(name)),
  ),
  hypervisorVms: one({ what: words.hypervisorVms, after: 'vm' }, (given: Given) => {
    const place = placeOf(given);
    const { hypervisor, subscription } = commvaultSourceOf(given.reads);
    const isKnown = given.choices.hypervisor === hypervisor && subscription !== null;
    const isOwnRead = known(given.reads.azureId) !== undefined;
    return place === null || isKnown || !isOwnRead ? null : firstVmsQuery(place.host);
  }),
  hypervisorAzureIds: many(
    { what: words.hypervisorAzureIds, after: 'hypervisorVms' },
    ({ choices, reads }: Given) =>
      (known(reads.hypervisorVms) ?? [])
        .filter((vm) => !vm.isDeleted && vm.hypervisor?.id === choices.hypervisor)
        .slice(0, MOST_VMS)
        .map(({ guid }) => machineByVmIdQuery(guid)),
  ),
  machine: one(
    { what: words.machine, after: 'azureId', readAgain: atRestore },
    of(({ reads }) => known(reads.azureId), machineQuery),
  ),
  disks: many({ what: words.disks, after: 'machine' }, (given: Given) =>
    (machineOf(given)?.disks ?? []).flatMap(({ managedDiskId }) =>
      managedDiskId === null ? [] : [diskQuery(managedDiskId)],
    ),
  ),
  interfaces: many({ what: words.interfaces, after: 'machine' }, (given: Given) =>
    (machineOf(given)?.nicIds ?? []).map(networkInterfaceQuery),
  ),
  /** Whether a subnet has a security group matters only where no NIC has one. */
  subnets: many({ what: words.subnets, after: 'interfaces' }, ({ reads }: Given) => {
    const cards = reads.interfaces.flatMap((read) => known(read) ?? []);
    const hasOwn = cards.some(({ hasSecurityGroup }) => hasSecurityGroup);
    const ids = hasOwn ? [] : cards.flatMap(({ subnetIds }) => subnetIds);
    return [...new Set(ids)].map(networkSubnetQuery);
  }),
  subscriptions: one({ what: words.subscriptions, after: null }, () => subscriptionsQuery()),
  groups: one(listOfTarget(words.groups), of(subscriptionOf, resourceGroupsQuery), isNew),
  regions: one(listOfTarget(words.regions), of(subscriptionOf, regionsQuery)),
  accounts: one(listOfTarget(words.accounts), of(subscriptionOf, storageAccountsQuery)),
  networks: one(
    { ...listOfTarget(words.networks), chosenIn: 'vnet' },
    of(subscriptionOf, virtualNetworksQuery),
    isNew,
  ),
  securityGroups: one(
    listOfTarget(words.securityGroups),
    of(subscriptionOf, securityGroupsQuery),
    isNew,
  ),
  encryptionSets: one(
    listOfTarget(words.encryptionSets),
    of(subscriptionOf, diskEncryptionSetsQuery),
    isNew,
  ),
  keyVaults: one(listOfTarget(words.keyVaults), of(subscriptionOf, keyVaultsQuery), isNew),
  machineNames: one(
    { ...listOfTarget(words.machineNames), chosenIn: 'rg' },
    ({ choices: { subscription, rg } }: Given) =>
      subscription === null || rg === null
        ? null
        : machineNamesOfGroupQuery(resourceGroupId(subscription, rg)),
    isNew,
  ),
  sizes: one(
    { ...listOfTarget(words.sizes), chosenIn: 'region' },
    ({ choices: { subscription, region } }: Given) =>
      subscription === null || region === null ? null : machineSizesQuery(subscription, region),
    isNew,
  ),
  usages: one(
    { ...listOfTarget(words.usages), chosenIn: 'region' },
    ({ choices: { subscription, region } }: Given) =>
      subscription === null || region === null ? null : computeUsagesQuery(subscription, region),
    isNew,
  ),
};

/** The name of a read about the restore of a VM by Commvault. */
export type CommvaultReadName = keyof typeof COMMVAULT_READS;

/** What the wizard reads, each read with its state, or those of several things. */
export type CommvaultAnswers = AnswersOf<typeof COMMVAULT_READS>;

/** Everything that is known of the restore of one VM. */
export interface CommvaultReads extends CommvaultAnswers {
  /** The moment at which they are looked at: ages are counted to it. */
  readonly at: Instant;
}

/** The whole table, each read with what it waits for. */
const SOURCES: Readonly<
  Record<CommvaultReadName, FactRead & { readonly after: CommvaultReadName | null }>
> = COMMVAULT_READS;

/** What the table says of a read. */
export const commvaultReadWords = ofTable(SOURCES);

const isReadName = (read: string): read is CommvaultReadName =>
  Object.hasOwn(COMMVAULT_READS, read);

/** Reads of what only the VM in Azure reports. */
const OF_MACHINE: readonly string[] = ['machine', 'disks', 'interfaces', 'subnets'];

/** The answers of a read, by its name: of a VM that Azure has no more, that nothing is reported of it. */
export function commvaultAnswersOf(reads: CommvaultReads, name: string): readonly Read<unknown>[] {
  if (OF_MACHINE.includes(name) && known(reads.azureId) === null) return [reads.azureId];
  const found: Read<unknown> | readonly Read<unknown>[] = isReadName(name) ? reads[name] : [];
  return 'state' in found ? [found] : found;
}
