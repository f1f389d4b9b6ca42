import { type CommvaultChoices, commvaultPointOf } from '#src/datasources/commvault-vm/fields.ts';
import { prefilled } from '#src/datasources/commvault-vm/prefill.ts';
import {
  type CommvaultReadName,
  type CommvaultReads,
  commvaultSourceOf,
  hypervisorSubscription,
} from '#src/datasources/commvault-vm/reads.ts';
import { takenNames } from '#src/lib/list.ts';
import { canBeMade, leftOf, type Machine, quotasOf } from '#src/model/machines.ts';
import { hasAddresses, networkIdOf } from '#src/model/network.ts';
import { sameRegion } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { FactName, Facts, FactsOf, FactValue } from '#src/rules/facts.ts';
import { sourceSubscription } from '#src/rules/facts/commvault.ts';
import {
  answered,
  elsewhere,
  factReader,
  type FactSource,
  type FactTable,
  from,
  fromAll,
  fromOneOf,
  ofChosen,
} from '#src/wizard/explain/view.ts';
import { allKnown, anyOf, known } from '#src/wizard/read.ts';

/** What only the operator knows. */
type Question = 'encryptedBlobs';

type Source = FactSource<CommvaultReadName, Question>;

/** What a draft's reads say, as its facts need it. */
interface Given {
  readonly reads: CommvaultReads;
  readonly choices: CommvaultChoices;
  /** The source as Azure has it, and where it is gone from there, as its backup tells. */
  readonly source: ReturnType<typeof commvaultSourceOf>;
  /** The source VM; null where it is gone or not known. */
  readonly machine: Machine | null;
}

const id = ['azureId', 'data[].id'] as const;
const storage = 'properties.storageProfile';
const HOUR_MS = 3_600_000;

type Table<Names extends FactName> = FactTable<Names, CommvaultReadName, Question, Given>;

/** Facts that rules about restores by Commvault read, each with where it comes from and its value. */
const COMMVAULT_FACTS: Partial<Table<FactName>> & Table<FactsOf<'commvault'>> = {
  'vm.id': from(...id, ({ reads }) => known(reads.azureId) ?? undefined),
  'vm.name': from('vm', 'vmDetails.summary.name', ({ reads }) => known(reads.vm)?.name),
  'vm.resourceGroup': fromOneOf(
    [[id], [['vm', 'vmDetails.summary.host']]],
    ({ source }) => source.resourceGroup ?? undefined,
  ),
  'vm.exists': fromOneOf([[id], [['machine', 'id']]], ({ source }) =>
    source.isGone === null ? undefined : !source.isGone,
  ),
  'vm.deployment': fromOneOf(
    [[id], [['hypervisors', 'Hypervisors[].HypervisorType']]],
    deploymentOf,
  ),
  'vm.isManaged': fromOneOf([[['machine', storage]], [['backupDisks', 'disks[].type']]], isManaged),
  'vm.size': from(
    'machine',
    'properties.hardwareProfile.vmSize',
    ({ source }) => source.size ?? undefined,
  ),
  // A disk that is left out could be the large one.
  'vm.diskSizesGiB': from('machine', `${storage}.dataDisks[].diskSizeGB`, ({ machine }) => {
    const disks = machine?.disks ?? [];
    const sizes = disks.flatMap(({ sizeGiB }) => sizeGiB ?? []);
    return sizes.length === disks.length && sizes.length > 0 ? sizes : undefined;
  }),
  'vm.keyVaultEncrypted': from(
    'disks',
    'properties.encryptionSettingsCollection.enabled',
    isDiskEncrypted,
  ),
  'vm.encryption': fromAll(
    [
      ['machine', storage],
      ['disks', 'properties.encryption.type'],
    ],
    encryptionOf,
  ),
  'vm.encryptedBlobs': answered('encryptedBlobs', ({ choices: { encryptedBlobs } }) =>
    encryptedBlobs === null ? undefined : encryptedBlobs === 'yes',
  ),
  'vm.encryptionAtHost': from(
    'machine',
    'properties.securityProfile.encryptionAtHost',
    ({ machine }) => machine?.usesEncryptionAtHost,
  ),
  'vm.hasUltraDisks': from(
    'machine',
    storage,
    ({ machine }) => machine?.hasUltraDisks ?? undefined,
  ),
  'vm.zone': from('machine', 'zones', ({ machine }) => machine?.zone),
  'vm.region': from('machine', 'location', ({ source }) => source.region ?? undefined),
  'vm.hasNsg': fromOneOf(
    [
      [['interfaces', 'properties.networkSecurityGroup.id']],
      [
        ['interfaces', 'properties.ipConfigurations[].properties.subnet.id'],
        ['subnets', 'properties.networkSecurityGroup.id'],
      ],
    ],
    hasSecurityGroup,
  ),
  'point.id': from(
    'points',
    'jobs[].jobSummary.jobId',
    ({ reads, choices }) => commvaultPointOf(choices, reads)?.id,
  ),
  'point.ageHours': from('points', 'jobs[].jobSummary.jobEndTime', ({ reads, choices }) => {
    const point = commvaultPointOf(choices, reads);
    return point && (reads.at - point.time) / HOUR_MS;
  }),
  // A backup is streamed unless its VM group makes snapshots (A).
  'point.streaming': from('group', 'snapshotManagement.enableHardwareSnapshot', ({ reads }) => {
    const isSnapshot = known(reads.group)?.isSnapshot ?? null;
    return isSnapshot === null ? undefined : !isSnapshot;
  }),
  'vault.subscription': {
    ...from(...id, ({ source }) => source.subscription ?? undefined),
    words: sourceSubscription,
  },
  'target.regionHasZones': from(
    'regions',
    'value[].availabilityZoneMappings',
    ({ reads, choices }) => {
      const region = known(reads.regions)?.find(({ name }) => sameRegion(name, choices.region));
      return region && region.zones.length > 0;
    },
  ),
  'target.vmNames': from('machineNames', 'value[].name', ({ reads, choices }) =>
    takenNames(known(reads.machineNames), choices.vmName),
  ),
  'platform.skuAvailable': from('sizes', 'value[].locationInfo', isSizeThere),
  'commvault.isRestoreEnabled': from(
    'vm',
    'vmDetails.activityControl[]',
    ({ reads }) => known(reads.vm)?.isRestoreEnabled ?? undefined,
  ),
  'commvault.needsPasskey': from(
    'vm',
    'vmDetails.passkey.passKeyRequiredForRestore',
    ({ reads }) => known(reads.vm)?.needsPasskey ?? undefined,
  ),
  // A backup that lists no disk says nothing of them.
  'commvault.hasOsDisk': from('backupDisks', 'disks[].isOSDisk', ({ reads }) => {
    const disks = known(reads.backupDisks) ?? [];
    return disks.length === 0 ? undefined : disks.some(({ isOsDisk }) => isOsDisk);
  }),
  // Nothing reports it: a VM that it backs up is in it.
  'commvault.hypervisorSubscription': fromOneOf(
    [
      [['vm', 'vmDetails.summary.hypervisor.id'], id],
      [
        ['hypervisorVms', 'vmStatusInfoList[].pseudoClient.clientId'],
        ['hypervisorAzureIds', 'data[].id'],
      ],
    ],
    ({ reads, choices }) => hypervisorSubscription(reads, choices.hypervisor) ?? undefined,
  ),
  'commvault.sharesNetwork': from(
    'interfaces',
    'properties.ipConfigurations[].properties.subnet.id',
    sharesNetwork,
  ),
  'commvault.hasCores': fromAll(
    [
      ['usages', 'value[].limit'],
      ['sizes', 'value[].capabilities'],
    ],
    hasCores,
  ),
  'c.staging.region': ofChosen('accounts', 'value[].location'),
  'c.staging.tier': ofChosen('accounts', 'value[].sku.tier'),
  'c.vnet.region': ofChosen('networks', 'value[].location'),
  'c.vnet.subscription': ofChosen('networks', 'value[].id'),
};

const SOURCES: Readonly<Partial<Record<FactName, Source>>> = COMMVAULT_FACTS;

/** Where a fact comes from; a fact of another kind of backup is read by other rules. */
export const factSourceOf = (fact: FactName): Source => SOURCES[fact] ?? elsewhere('job');

const readFacts = factReader(COMMVAULT_FACTS, { disk: null, bv: null, job: null });

/** What the rules may know about a VM's restore by Commvault. What was not read is left out. Pure. */
export function commvaultFactsOf(reads: CommvaultReads, chosen: CommvaultChoices): Facts {
  const machine = known(reads.azureId) === null ? null : known(reads.machine);
  return readFacts({
    reads,
    choices: prefilled(chosen, reads),
    source: commvaultSourceOf(reads),
    machine: machine ?? null,
  });
}

/** By the type that Azure gives it; where it is gone, by its hypervisor (A). */
function deploymentOf({ reads }: Given): FactValue<'vm.deployment'> | undefined {
  const azureId = known(reads.azureId);
  if (azureId) return /\/Microsoft\.ClassicCompute\//i.test(azureId) ? 'classic' : 'arm';
  const own = known(reads.vm)?.hypervisor?.id;
  return known(reads.hypervisors)?.find((one) => one.id === own)?.deployment;
}

/** A backup names no storage type of unmanaged disks (A). */
function isManaged({ reads, machine }: Given): boolean | undefined {
  if (machine && machine.disks.length > 0) {
    return machine.disks.every(({ managedDiskId }) => managedDiskId !== null);
  }
  const disks = known(reads.backupDisks) ?? [];
  return disks.length === 0 ? undefined : disks.every(({ type }) => type !== null);
}

/** Disks report Azure Disk Encryption, as does the extension that it needs. */
function isDiskEncrypted({ reads, machine }: Given): boolean | undefined {
  if (machine === null) return undefined;
  const disks = allKnown(reads.disks);
  return anyOf([
    machine.extensions?.some((name) => name.startsWith('AzureDiskEncryption')) ?? false,
    reads.disks.length === 0 ? undefined : disks?.some((disk) => disk.usesDiskEncryption),
  ]);
}

/** What Azure calls the encryption of a disk under its own key and the customer's. */
const BOTH_KEYS = 'EncryptionAtRestWithPlatformAndCustomerKeys';

function encryptionOf(given: Given): FactValue<'vm.encryption'> | undefined {
  const { reads, machine } = given;
  if (machine === null) return undefined;
  if (machine.disks.some(({ encryptionSetId }) => encryptionSetId !== null)) {
    const hasBoth = allKnown(reads.disks)?.some(({ encryption }) => encryption === BOTH_KEYS);
    return hasBoth === true ? 'SSE-PMK+CMK' : 'SSE-CMK';
  }
  const isEncrypted = isDiskEncrypted(given);
  if (isEncrypted === undefined) return undefined;
  return isEncrypted ? 'ADE' : 'SSE-PMK';
}

/** One NIC that is not named leaves open what it has. */
function hasSecurityGroup({ reads, machine }: Given): boolean | undefined {
  if (machine?.nicCount !== reads.interfaces.length) return undefined;
  const cards = reads.interfaces.map((read) => {
    const card = known(read);
    // Every NIC has an address: one that names none says nothing.
    return card?.hasSecurityGroup === false && !hasAddresses(card)
      ? undefined
      : card?.hasSecurityGroup;
  });
  return anyOf([...cards, ...reads.subnets.map((read) => known(read)?.hasSecurityGroup)]);
}

/** Without a network selected, Commvault uses the subnets of the source's NICs. */
function sharesNetwork({ reads, choices: { vnet }, machine }: Given): boolean | undefined {
  if (vnet === null) return true;
  const cards = reads.interfaces.map((read) => {
    const card = known(read);
    if (card?.subnetIds.some((one) => sameId(networkIdOf(one), vnet)) === true) return true;
    return card !== undefined && hasAddresses(card) ? false : undefined;
  });
  // One NIC that is not named could be on it.
  return anyOf([...cards, machine?.nicCount === cards.length ? false : undefined]);
}

/** Whether a size is offered in the region and in the zone. */
function isSizeThere(given: Given): boolean | undefined {
  const all = known(given.reads.sizes);
  const { vmSize } = given.choices;
  if (all === undefined || vmSize === null) return undefined;
  return canBeMade(all, { size: vmSize, zone: zoneMeant(given) });
}

/** The zone chosen; without one the source's number is kept where the region has it (document 003). */
function zoneMeant({ reads, choices: { zone, region } }: Given): string | null {
  if (zone !== null) return zone === 'none' ? null : zone;
  const own = known(reads.machine)?.zone ?? null;
  const zones = known(reads.regions)?.find(({ name }) => sameRegion(name, region))?.zones ?? [];
  return own !== null && zones.includes(own) ? own : null;
}

/** Azure counts a new VM against the quotas of the region and of the size's family. */
function hasCores({ reads, choices: { vmSize } }: Given): boolean | undefined {
  const usages = known(reads.usages);
  const size = known(reads.sizes)?.find(({ name }) => sameId(name, vmSize));
  if (usages === undefined || size === undefined || size.cores === null) return undefined;
  const [least] = quotasOf(usages, size);
  return least === undefined || leftOf(least) >= size.cores;
}
