import {
  isProtectionStopped,
  type RecoveryPoint,
  type Vault,
} from '#src/model/recovery-services.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { Disk, Machine, MachineDisk } from '#src/model/target.ts';
import type { VmFacts } from '#src/rules/facts.ts';
import { allKnown, anyOf, known, type Read } from '#src/wizard/reads/read.ts';
import type { NetworkInterface } from '#src/model/network.ts';
import type { NetworkReads, Reads } from '#src/datasources/azure-vm/reads/reads.ts';

/**
 * What is known of the source machine: from the recovery point as it was then, from the machine as it
 * is now. A property that neither tells is left out.
 */
export function vmFacts(reads: Reads, point: RecoveryPoint | undefined): Partial<VmFacts> {
  const item = known(reads.instance);
  const machine = known(reads.machine);
  return {
    id: item?.sourceResourceId,
    name: item?.friendlyName,
    resourceGroup: item?.resourceGroup,
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
    zone: machine.zone,
    diskCount: listsDisks(machine) ? machine.disks.length : undefined,
    diskSizesGiB: sizes.length > 0 ? sizes : undefined,
    availabilitySet: machine.availabilitySet,
    hasUltraDisks: listsDisks(machine) ? (machine.hasUltraDisks ?? undefined) : undefined,
    hybridBenefit: machine.hybridBenefit,
    nicCount: machine.nicCount ?? undefined,
    hasExtensions: machine.extensions === null ? undefined : machine.extensions.length > 0,
    isSql: machine.extensions?.includes(SQL_EXTENSION) === true ? true : undefined,
    hasUserIdentity: machine.hasUserIdentity,
    hasKeyVaultLink: machine.hasKeyVaultLink ?? undefined,
    fromCustomImage: machine.isFromCustomImage ?? undefined,
    isGeneralized: machine.isGeneralized ?? undefined,
    isRunning: machine.isRunning ?? undefined,
    encryptionAtHost: machine.usesEncryptionAtHost,
  };
}

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
        .map((id) => disks.map(known).find((one) => sameId(one?.id ?? '', id))?.isShared),
    );
  const hasShared = areShared(machine.disks);
  return {
    hasSharedDisks: areShared(backedUp),
    leavesOutSharedDisks: luns && hasShared && areShared(leftOut),
    hasWriteAccelerator: backedUp.some(({ hasWriteAccelerator }) => hasWriteAccelerator),
  };
}

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
  const cards = allKnown(reads.interfaces);
  return {
    staticIp: ofCards(({ hasStaticAddress }) => hasStaticAddress),
    // Azure deletes no network with a card in it.
    vnetInPrimary: ofCards(({ subnetIds }) => subnetIds.length > 0),
    hasNsg: anyOf([
      ofCards(({ hasSecurityGroup }) => hasSecurityGroup),
      ...reads.subnets.map((read) => known(read)?.hasSecurityGroup),
    ]),
    ...(cards === undefined
      ? {}
      : { loadBalancer: balancerOf(reads), reservedIpCount: reservedOf(reads) }),
  };
}

function answer<Value>(value: Value | undefined, meets: (value: Value) => boolean) {
  return value === undefined ? undefined : meets(value);
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
