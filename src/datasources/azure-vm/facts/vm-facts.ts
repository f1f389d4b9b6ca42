import { isProtectionStopped } from '#src/model/instances.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import type { Vault } from '#src/model/vaults.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { Disk, Machine, MachineDisk } from '#src/model/machines.ts';
import type { VmFacts } from '#src/rules/facts.ts';
import { allKnown, anyOf, known, type Read } from '#src/wizard/reads/read.ts';
import { hasAddresses, type NetworkInterface } from '#src/model/network.ts';
import type { NetworkReads, Reads } from '#src/datasources/azure-vm/reads/reads.ts';

/**
 * What is known of the source machine: from the recovery point as it was then, from the machine as it
 * is now. A property that neither tells is left out.
 */
export function vmFacts(reads: Reads, point: RecoveryPoint | undefined): Partial<VmFacts> {
  const item = known(reads.instance);
  const machine = known(reads.machine);
  return {
    id: item?.sourceResourceId || undefined,
    name: item?.friendlyName || undefined,
    resourceGroup: item?.resourceGroup || undefined,
    deployment: item?.deployment,
    exists: machine === undefined ? undefined : machine !== null,
    isProtectionStopped: item && isProtectionStopped(item.protectionState),
    isManaged: point?.isManaged ?? managedDisks(machine),
    isPremium: point?.isPremium ?? undefined,
    encryption: encryptionOf(point, machine, reads.disks),
    size: point?.vmSize ?? machine?.size ?? undefined,
    region: regionOf(machine, known(reads.vault)),
    hasPrivateEndpointDisks: point?.hasPrivateAccessDisks ?? privateDisks(reads.disks),
    ...(machine === undefined || machine === null
      ? {}
      : { ...presentFacts(machine), ...diskFacts(machine, point, reads.disks) }),
    osType: point?.osType ?? machine?.osType ?? undefined,
    ...networkFacts(reads),
  };
}

/** What Azure puts into a machine that it knows to run SQL Server; a machine without it may run it too. */
const SQL_EXTENSION = 'SqlIaasExtension';

/** What only the machine itself tells. */
function presentFacts(machine: Machine): Partial<VmFacts> {
  const sizes = machine.disks.flatMap(({ sizeGiB }) => (sizeGiB === null ? [] : [sizeGiB]));
  return {
    ...(listsDisks(machine) ? wholeFacts(machine) : reportedFacts(machine)),
    diskSizesGiB: sizes.length > 0 ? sizes : undefined,
    nicCount: machine.nicCount ?? undefined,
    hasExtensions: machine.extensions === null ? undefined : machine.extensions.length > 0,
    isSql: machine.extensions?.includes(SQL_EXTENSION) === true ? true : undefined,
    hasKeyVaultLink: machine.hasKeyVaultLink ?? undefined,
    fromCustomImage: machine.isFromCustomImage ?? undefined,
    isGeneralized: machine.isGeneralized ?? undefined,
    isRunning: machine.isRunning ?? undefined,
  };
}

/** What Azure writes only where it is used: left out, the machine has none. */
const wholeFacts = (machine: Machine): Partial<VmFacts> => ({
  zone: machine.zone,
  diskCount: machine.disks.length,
  availabilitySet: machine.availabilitySet,
  hasUltraDisks: machine.hasUltraDisks ?? undefined,
  hybridBenefit: machine.hybridBenefit,
  hasUserIdentity: machine.hasUserIdentity,
  encryptionAtHost: machine.usesEncryptionAtHost,
});

/** The same of an answer that lacks what every machine has: what it leaves out isn't known. */
const reportedFacts = (machine: Machine): Partial<VmFacts> => ({
  zone: machine.zone ?? undefined,
  availabilitySet: machine.availabilitySet ?? undefined,
  hybridBenefit: machine.hybridBenefit || undefined,
  hasUserIdentity: machine.hasUserIdentity || undefined,
  encryptionAtHost: machine.usesEncryptionAtHost || undefined,
});

/** What the disks of today tell of those in the point: where it doesn't list them, of all of them. */
function diskFacts(
  machine: Machine,
  point: RecoveryPoint | undefined,
  disks: readonly Read<Disk>[],
): Partial<VmFacts> {
  if (!listsDisks(machine)) return {};
  const luns = point?.disks?.map(({ lun }) => lun);
  const backedUp = machine.disks.filter(({ lun }) => lun === null || luns?.includes(lun) !== false);
  const leftOut = machine.disks.filter((disk) => !backedUp.includes(disk));
  const areShared = (some: readonly MachineDisk[]) =>
    anyOf(
      some
        .flatMap(({ managedDiskId }) => managedDiskId ?? [])
        .map((id) => sharedOf(disks.map(known).find((one) => sameId(one?.id ?? '', id)))),
    );
  const hasShared = areShared(machine.disks);
  return {
    hasSharedDisks: areShared(backedUp),
    leavesOutSharedDisks: luns && hasShared && areShared(leftOut),
    hasWriteAccelerator: backedUp.some(({ hasWriteAccelerator }) => hasWriteAccelerator),
  };
}

/** A disk that is not shared may leave that out; one that doesn't even say its size says nothing. */
const sharedOf = (disk: Disk | undefined): boolean | undefined =>
  disk?.isShared === false && disk.sizeGiB === null ? undefined : disk?.isShared;

/** Whether a machine says anything of its disks: each has one at least, that of its system. */
const listsDisks = ({ disks }: Machine): boolean => disks.length > 0;

/** A vault protects machines of its own region only, so a machine that is gone was there. */
function regionOf(
  machine: Machine | null | undefined,
  vault: Vault | undefined,
): string | undefined {
  return machine === null ? vault?.region : machine?.region;
}

function managedDisks(machine: Machine | null | undefined): boolean | undefined {
  if (!machine || !listsDisks(machine)) return undefined;
  return machine.disks.every(({ managedDiskId }) => managedDiskId !== null);
}

/** A point says only that its source was encrypted by a disk extension; keys are the disks' own. */
function encryptionOf(
  point: RecoveryPoint | undefined,
  machine: Machine | null | undefined,
  disks: readonly Read<Disk>[],
): VmFacts['encryption'] | undefined {
  if (point?.isEncrypted === true) return 'ADE';
  if (point?.isEncrypted !== false || !machine || !listsDisks(machine)) return undefined;
  if (!machine.disks.some(({ hasCustomerKey }) => hasCustomerKey)) return 'SSE-PMK';
  const hasBoth = disks.some((disk) => known(disk)?.encryption === BOTH_KEYS);
  return hasBoth ? 'SSE-PMK+CMK' : 'SSE-CMK';
}

/** What Azure calls the encryption of a disk under its own key and the customer's. */
const BOTH_KEYS = 'EncryptionAtRestWithPlatformAndCustomerKeys';

/** Of a machine without managed disks nothing is known by them. */
function privateDisks(disks: readonly Read<Disk>[]): boolean | undefined {
  const answers = disks.map((disk) => known(disk)?.hasPrivateAccess ?? undefined);
  return answers.length === 0 ? undefined : anyOf(answers);
}

/** What the NICs of the source VM report, as far as they were read. */
export function networkFacts(reads: Reads): Partial<VmFacts> {
  const machine = known(reads.machine) ?? null;
  // If one NIC isn't listed, what it is connected to stays unknown.
  if (machine === null || machine.nicCount !== reads.interfaces.length) return {};
  const ofCards = (meets: (card: NetworkInterface) => boolean) =>
    anyOf(reads.interfaces.map((read) => answer(known(read), meets)));
  const cards = allKnown(reads.interfaces)?.every(hasAddresses) === true;
  return {
    staticIp: ofCards(({ hasStaticAddress }) => hasStaticAddress),
    // Azure deletes no network with a card in it.
    vnetInPrimary: ofCards(({ subnetIds }) => subnetIds.length > 0),
    hasNsg: anyOf([
      ofCards(({ hasSecurityGroup }) => hasSecurityGroup),
      ...reads.subnets.map((read) => known(read)?.hasSecurityGroup),
    ]),
    ...(cards ? { loadBalancer: balancerOf(reads), reservedIpCount: reservedOf(reads) } : {}),
  };
}

/** Every NIC has an address: one that names none says nothing of what it is connected to. */
function answer(
  card: NetworkInterface | undefined,
  meets: (card: NetworkInterface) => boolean,
): boolean | undefined {
  if (card === undefined) return undefined;
  return meets(card) || (hasAddresses(card) ? false : undefined);
}

function balancerOf({ balancers }: NetworkReads): VmFacts['loadBalancer'] | undefined {
  if (balancers.length === 0) return 'none';
  const isExternal = anyOf(balancers.map((read) => known(read)?.isExternal));
  if (isExternal === undefined) return undefined;
  return isExternal ? 'external' : 'internal';
}

function reservedOf({ publicAddresses }: NetworkReads): number | undefined {
  const addresses = allKnown(publicAddresses);
  if (addresses === undefined || addresses.some(({ isReserved }) => isReserved === null)) {
    return undefined;
  }
  return addresses.filter(({ isReserved }) => isReserved).length;
}
