import { takenNames } from '#src/lib/list.ts';
import { canBeMade, leftOf, type Machine, quotasOf } from '#src/model/machines.ts';
import { hasAddresses } from '#src/model/network.ts';
import { sameRegion } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { Facts, VmFacts } from '#src/rules/facts.ts';
import { pointOf } from '#src/datasources/commvault-vm/point.ts';
import { prefilled } from '#src/datasources/commvault-vm/prefill.ts';
import type { CommvaultReads } from '#src/datasources/commvault-vm/reads/reads.ts';
import { hypervisorSubscription, sourceOf } from '#src/datasources/commvault-vm/reads/source.ts';
import type { CommvaultChoices } from '#src/datasources/commvault-vm/schema.ts';
import { allKnown, anyOf, known } from '#src/wizard/reads/read.ts';

const HOUR_MS = 3_600_000;

/** What the rules may know about a VM's restore by Commvault. What was not read is left out. Pure. */
export function factsOf(reads: CommvaultReads, chosen: CommvaultChoices): Facts {
  const choices = prefilled(chosen, reads);
  const vm = known(reads.vm);
  const point = pointOf(choices, reads);
  const isSnapshot = known(reads.group)?.isSnapshot ?? null;
  const region = known(reads.regions)?.find(({ name }) => sameRegion(name, choices.region));
  return {
    vm: { ...vmFacts(reads), encryptedBlobs: answerOf(choices) },
    point: {
      id: point?.id,
      ageHours: point && (reads.at - point.time) / HOUR_MS,
      // A backup is streamed unless its VM group makes snapshots (A).
      streaming: isSnapshot === null ? undefined : !isSnapshot,
    },
    vault: { subscription: sourceOf(reads).subscription ?? undefined },
    target: {
      regionHasZones: region && region.zones.length > 0,
      vmNames: takenNames(known(reads.machineNames), choices.vmName),
    },
    platform: { skuAvailable: isSizeThere(reads, choices) },
    commvault: {
      isRestoreEnabled: vm?.isRestoreEnabled ?? undefined,
      needsPasskey: vm?.needsPasskey ?? undefined,
      hasOsDisk: hasOsDisk(reads),
      hypervisorSubscription: hypervisorSubscription(reads, choices.hypervisor) ?? undefined,
      hasCores: hasCores(reads, choices),
    },
    disk: null,
    bv: null,
    job: null,
  };
}

const answerOf = ({ encryptedBlobs }: CommvaultChoices): boolean | undefined =>
  encryptedBlobs === null ? undefined : encryptedBlobs === 'yes';

/** A backup that lists no disk says nothing of them. */
function hasOsDisk({ backupDisks }: CommvaultReads): boolean | undefined {
  const disks = known(backupDisks);
  return disks === undefined || disks.length === 0
    ? undefined
    : disks.some(({ isOsDisk }) => isOsDisk);
}

/** Of the source as Azure has it, and where it is gone from there, as its backup tells. */
function vmFacts(reads: CommvaultReads): Partial<VmFacts> {
  const vm = known(reads.vm);
  const source = sourceOf(reads);
  const machine = known(reads.azureId) === null ? null : known(reads.machine);
  return {
    id: known(reads.azureId) ?? undefined,
    name: vm?.name,
    resourceGroup: source.resourceGroup ?? undefined,
    exists: source.isGone === null ? undefined : !source.isGone,
    deployment: deploymentOf(reads),
    region: source.region ?? undefined,
    size: source.size ?? undefined,
    isManaged: isManaged(reads, machine),
    ...(machine ? machineFacts(reads, machine) : {}),
  };
}

function machineFacts(reads: CommvaultReads, machine: Machine): Partial<VmFacts> {
  const sizes = machine.disks.flatMap(({ sizeGiB }) => sizeGiB ?? []);
  return {
    zone: machine.zone,
    encryptionAtHost: machine.usesEncryptionAtHost,
    hasUltraDisks: machine.hasUltraDisks ?? undefined,
    // A disk that is left out could be the large one.
    diskSizesGiB: sizes.length === machine.disks.length && sizes.length > 0 ? sizes : undefined,
    ...encryptionFacts(reads, machine),
    hasNsg: hasSecurityGroup(reads, machine),
  };
}

/** By the type that Azure gives it; where it is gone, by its hypervisor (A). */
function deploymentOf(reads: CommvaultReads): VmFacts['deployment'] | undefined {
  const id = known(reads.azureId);
  if (id) return /\/Microsoft\.ClassicCompute\//i.test(id) ? 'classic' : 'arm';
  const own = known(reads.vm)?.hypervisor?.id;
  return known(reads.hypervisors)?.find((one) => one.id === own)?.deployment;
}

/** A backup names no storage type of unmanaged disks (A). */
function isManaged(
  { backupDisks }: CommvaultReads,
  machine: Machine | null | undefined,
): boolean | undefined {
  if (machine && machine.disks.length > 0) {
    return machine.disks.every(({ managedDiskId }) => managedDiskId !== null);
  }
  const disks = known(backupDisks) ?? [];
  return disks.length === 0 ? undefined : disks.every(({ type }) => type !== null);
}

/** What Azure calls the encryption of a disk under its own key and the customer's. */
const BOTH_KEYS = 'EncryptionAtRestWithPlatformAndCustomerKeys';

/** Disks report Azure Disk Encryption, as does the extension that it needs. */
function encryptionFacts(reads: CommvaultReads, machine: Machine): Partial<VmFacts> {
  const disks = allKnown(reads.disks);
  const isEncrypted = anyOf([
    machine.extensions?.some((name) => name.startsWith('AzureDiskEncryption')) ?? false,
    reads.disks.length === 0 ? undefined : disks?.some((disk) => disk.usesDiskEncryption === true),
  ]);
  const hasKey = machine.disks.some(({ hasCustomerKey }) => hasCustomerKey);
  const hasBoth = disks?.some(({ encryption }) => encryption === BOTH_KEYS);
  const ownKeys = hasBoth === true ? 'SSE-PMK+CMK' : 'SSE-CMK';
  const other = isEncrypted && 'ADE';
  return {
    keyVaultEncrypted: isEncrypted,
    encryption: hasKey ? ownKeys : other === false ? 'SSE-PMK' : other,
  };
}

/** One NIC that is not named leaves open what it has. */
function hasSecurityGroup(reads: CommvaultReads, machine: Machine): boolean | undefined {
  if (machine.nicCount !== reads.interfaces.length) return undefined;
  const cards = reads.interfaces.map((read) => {
    const card = known(read);
    // Every NIC has an address: one that names none says nothing.
    return card?.hasSecurityGroup === false && !hasAddresses(card)
      ? undefined
      : card?.hasSecurityGroup;
  });
  return anyOf([...cards, ...reads.subnets.map((read) => known(read)?.hasSecurityGroup)]);
}

/** Whether a size is offered in the region and in the zone. */
function isSizeThere(reads: CommvaultReads, choices: CommvaultChoices): boolean | undefined {
  const all = known(reads.sizes);
  if (all === undefined || choices.vmSize === null) return undefined;
  return canBeMade(all, { size: choices.vmSize, zone: zoneMeant(reads, choices) });
}

/** The zone chosen; without one the source's number is kept where the region has it (document 003). */
function zoneMeant(reads: CommvaultReads, { zone, region }: CommvaultChoices): string | null {
  if (zone !== null) return zone === 'none' ? null : zone;
  const own = known(reads.machine)?.zone ?? null;
  const zones = known(reads.regions)?.find(({ name }) => sameRegion(name, region))?.zones ?? [];
  return own !== null && zones.includes(own) ? own : null;
}

/** Azure counts a new VM against the quotas of the region and of the size's family. */
function hasCores(reads: CommvaultReads, { vmSize }: CommvaultChoices): boolean | undefined {
  const usages = known(reads.usages);
  const size = known(reads.sizes)?.find(({ name }) => sameId(name, vmSize));
  if (usages === undefined || size === undefined || size.cores === null) return undefined;
  const [least] = quotasOf(usages, size);
  return least === undefined || leftOf(least) >= size.cores;
}
