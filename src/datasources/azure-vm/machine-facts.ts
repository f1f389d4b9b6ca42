import { isDeletedSoftly, isProtectionStopped, type ProtectedItem } from '#src/model/instances.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import type { Vault } from '#src/model/vaults.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { Disk, Machine, MachineDisk } from '#src/model/machines.ts';
import { hasAddresses, networkIdOf, type NetworkInterface } from '#src/model/network.ts';
import type { FactName, FactsOf, FactValue } from '#src/rules/facts.ts';
import {
  factsOfAnswers,
  type AnswerFacts,
  type Question,
  reportedOf,
} from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { pointOf } from '#src/datasources/azure-vm/target.ts';
import type { NetworkReads, ReadName, Reads } from '#src/datasources/azure-vm/reads.ts';
import {
  answered,
  elsewhere,
  type FactTable,
  from,
  fromAll,
  fromOneOf,
  type WireField,
} from '#src/wizard/explain/view.ts';
import { allKnown, anyOf, known, type Read } from '#src/wizard/read.ts';

/** What a draft's reads say, as its facts need it: what is not known is undefined. */
export interface VmFactsGiven {
  readonly reads: Reads;
  readonly choices: VmChoices;
  readonly item: ProtectedItem | undefined;
  readonly vault: Vault | undefined;
  /** null: it is gone. */
  readonly machine: Machine | null | undefined;
  /** The chosen restore point. */
  readonly point: RecoveryPoint | undefined;
  readonly answers: AnswerFacts;
}

/** Facts of the restore of a virtual machine. */
export type VmFactsAbout<Names extends FactName> = FactTable<
  Names,
  ReadName,
  Question,
  VmFactsGiven
>;

export function givenOf(reads: Reads, choices: VmChoices): VmFactsGiven {
  const point = pointOf(choices, reads);
  return {
    reads,
    choices,
    item: known(reads.instance),
    vault: known(reads.vault),
    machine: known(reads.machine),
    point,
    answers: factsOfAnswers(choices, reportedOf(reads, point)),
  };
}

const storage = 'properties.storageProfile';
const address = 'properties.ipConfigurations[].properties';
const managedDisk = `${storage}.osDisk.managedDisk, ${storage}.dataDisks[].managedDisk`;

/** The system as it was at the point, else as it is. */
const osType = [
  ['points', 'value[].properties.osType'],
  ['machine', `${storage}.osDisk.osType`],
] as const satisfies readonly WireField[];

const encryption = [
  ['points', 'value[].properties.isSourceVMEncrypted'],
  ['machine', `${storage}.osDisk.managedDisk.diskEncryptionSet.id`],
] as const satisfies readonly WireField[];

/**
 * Facts about the source machine: from the recovery point as it was then, from the machine as it is
 * now. What neither tells is not known.
 */
export const MACHINE_FACTS: VmFactsAbout<FactsOf<'vm' | 'item'>> = {
  'vm.id': from(
    'instance',
    'properties.sourceResourceId',
    ({ item }) => item?.sourceResourceId || undefined,
  ),
  'vm.name': from(
    'instance',
    'properties.friendlyName',
    ({ item }) => item?.friendlyName || undefined,
  ),
  'vm.resourceGroup': from(
    'instance',
    'properties.sourceResourceId',
    ({ item }) => item?.resourceGroup || undefined,
  ),
  'vm.deployment': from('instance', 'properties.protectedItemType', ({ item }) => item?.deployment),
  'vm.exists': from('machine', 'id', ({ machine }) =>
    machine === undefined ? undefined : machine !== null,
  ),
  'vm.isProtectionStopped': from(
    'instance',
    'properties.protectionState',
    ({ item }) => item && isProtectionStopped(item.protectionState),
  ),
  'vm.isManaged': fromOneOf(
    [[['points', 'value[].properties.isManagedVirtualMachine']], [['machine', managedDisk]]],
    ({ point, machine }) => point?.isManaged ?? managedDisks(machine),
  ),
  // The disks tell whether Azure's own key is used beside the customer's.
  'vm.encryption': fromOneOf(
    [[...encryption, ['disks', 'properties.encryption.type']], encryption],
    encryptionOf,
  ),
  'vm.isPremium': from(
    'points',
    'value[].properties.sourceVMStorageType',
    ({ point }) => point?.isPremium ?? undefined,
  ),
  'vm.size': fromOneOf(
    [
      [['points', 'value[].properties.virtualMachineSize']],
      [['machine', 'properties.hardwareProfile.vmSize']],
    ],
    ({ point, machine }) => point?.vmSize ?? machine?.size ?? undefined,
  ),
  'vm.zone': from('machine', 'zones[]', zoneOf),
  // A vault protects machines of its own region only, so a machine that is gone was there.
  'vm.region': fromOneOf(
    [
      [['machine', 'location']],
      [
        ['machine', 'id'],
        ['vault', 'location'],
      ],
    ],
    ({ machine, vault }) => (machine === null ? vault?.region : machine?.region),
  ),
  'vm.osType': fromOneOf(
    [[osType[0]], [osType[1]]],
    ({ reads, point }) => reportedOf(reads, point).osType,
  ),
  'vm.isGeneralized': from(
    'machine',
    'properties.instanceView.statuses[].code',
    ({ machine }) => machine?.isGeneralized ?? undefined,
  ),
  'vm.isRunning': from(
    'machine',
    'properties.instanceView.statuses[].code',
    ({ machine }) => machine?.isRunning ?? undefined,
  ),
  'vm.fromCustomImage': from(
    'machine',
    `${storage}.imageReference`,
    ({ machine }) => machine?.isFromCustomImage ?? undefined,
  ),
  'vm.hasUserIdentity': from('machine', 'identity.type', ({ machine }) =>
    unlessLeftOut(machine, (one) => one.hasUserIdentity),
  ),
  'vm.hasKeyVaultLink': from(
    'machine',
    'properties.osProfile.secrets',
    ({ machine }) => machine?.hasKeyVaultLink ?? undefined,
  ),
  'vm.hasUltraDisks': from(
    'machine',
    `${storage}.osDisk.managedDisk.storageAccountType`,
    ({ machine }) =>
      machine && listsDisks(machine) ? (machine.hasUltraDisks ?? undefined) : undefined,
  ),
  'vm.hasPrivateEndpointDisks': fromOneOf(
    [
      [['points', 'value[].properties.isPrivateAccessEnabledOnAnyDisk']],
      [['disks', 'properties.networkAccessPolicy']],
    ],
    ({ point, reads }) => point?.hasPrivateAccessDisks ?? privateDisks(reads.disks),
  ),
  'vm.encryptionAtHost': from(
    'machine',
    'properties.securityProfile.encryptionAtHost',
    ({ machine }) => unlessLeftOut(machine, (one) => one.usesEncryptionAtHost),
  ),
  'vm.diskCount': from('machine', `${storage}.osDisk, ${storage}.dataDisks[]`, ({ machine }) =>
    machine && listsDisks(machine) ? machine.disks.length : undefined,
  ),
  'vm.diskSizesGiB': from(
    'machine',
    `${storage}.osDisk.diskSizeGB, ${storage}.dataDisks[].diskSizeGB`,
    ({ machine }) => {
      const sizes = machine?.disks.flatMap(({ sizeGiB }) => sizeGiB ?? []) ?? [];
      return sizes.length > 0 ? sizes : undefined;
    },
  ),
  'vm.maxDiskGiB': { from: 'nobody', because: 'diskHistory' },
  'vm.availabilitySet': from('machine', 'properties.availabilitySet.id', ({ machine }) =>
    unlessLeftOut(machine, (one) => one.availabilitySet),
  ),
  'vm.loadBalancer': fromAll(
    [
      ['interfaces', `${address}.loadBalancerBackendAddressPools[].id`],
      ['balancers', 'properties.frontendIPConfigurations[].properties.publicIPAddress.id'],
    ],
    (given) => (isAddressed(given) ? balancerOf(given.reads) : undefined),
  ),
  'vm.nicCount': from(
    'machine',
    'properties.networkProfile.networkInterfaces',
    ({ machine }) => machine?.nicCount ?? undefined,
  ),
  'vm.reservedIpCount': fromAll(
    [
      ['interfaces', `${address}.publicIPAddress.id`],
      ['publicAddresses', 'properties.publicIPAllocationMethod'],
    ],
    (given) => (isAddressed(given) ? reservedOf(given.reads) : undefined),
  ),
  'vm.staticIp': from('interfaces', `${address}.privateIPAllocationMethod`, (given) =>
    anyCard(given, ({ hasStaticAddress }) => hasStaticAddress),
  ),
  'vm.hasNsg': fromAll(
    [
      ['interfaces', 'properties.networkSecurityGroup.id'],
      ['subnets', 'properties.networkSecurityGroup.id'],
    ],
    (given) =>
      cardsOf(given) &&
      anyOf([
        anyCard(given, ({ hasSecurityGroup }) => hasSecurityGroup),
        ...given.reads.subnets.map((read) => known(read)?.hasSecurityGroup),
      ]),
  ),
  'vm.hybridBenefit': from('machine', 'properties.licenseType', ({ machine }) =>
    unlessLeftOut(machine, (one) => one.hybridBenefit),
  ),
  'vm.isSql': {
    ...answered('isSql', ({ answers }) => answers.isSql),
    unless: [['machine', 'resources[].name']],
  },
  'vm.hasExtensions': from('machine', 'resources', ({ machine }) => {
    const extensions = machine?.extensions ?? null;
    return extensions === null ? undefined : extensions.length > 0;
  }),
  'vm.cloudInit': answered('cloudInit', ({ answers }) => answers.cloudInit),
  'vm.domainJoined': answered('domainJoined', ({ answers }) => answers.domainJoined),
  'vm.domainTrouble': answered('domainTrouble', ({ answers }) => answers.domainTrouble),
  'vm.dc': { ...answered('dc', ({ answers }) => answers.dc), unless: osType },
  'vm.otherDcReachable': answered('otherDcReachable', ({ answers }) => answers.otherDcReachable),
  'vm.isolatedNetwork': answered('isolatedNetwork', ({ answers }) => answers.isolatedNetwork),
  // Azure deletes no network with a card in it.
  'vm.vnetInPrimary': from('interfaces', `${address}.subnet.id`, (given) =>
    anyCard(given, ({ subnetIds }) => subnetIds.length > 0),
  ),
  'vm.keyVaultEncrypted': elsewhere('commvault'),
  'vm.encryptedBlobs': elsewhere('commvault'),
  'vm.hasSharedDisks': from('disks', 'properties.maxShares', (given) => {
    const disks = disksOf(given);
    return disks && areShared(disks.backedUp, given);
  }),
  'vm.leavesOutSharedDisks': fromAll(
    [
      ['disks', 'properties.maxShares'],
      ['points', 'value[].properties.recoveryPointDiskConfiguration.includedDiskList[].lun'],
    ],
    (given) => {
      const disks = disksOf(given);
      if (disks === undefined || !disks.isListed) return undefined;
      return areShared(disks.all, given) && areShared(disks.leftOut, given);
    },
  ),
  'vm.hasWriteAccelerator': from(
    'machine',
    `${storage}.osDisk.writeAcceleratorEnabled, ${storage}.dataDisks[].writeAcceleratorEnabled`,
    (given) => disksOf(given)?.backedUp.some(({ hasWriteAccelerator }) => hasWriteAccelerator),
  ),
  'vm.system': elsewhere('files'),
  'vm.isDeduplicated': elsewhere('files'),
  'vm.spansDisks': elsewhere('files'),
  'vm.isAccountRestricted': elsewhere('files'),
  'item.isSoftDeleted': from('instance', 'properties.isScheduledForDeferredDelete', ({ item }) =>
    isDeletedSoftly(item),
  ),
};

/** Whether a machine says anything of its disks: each has one at least, that of its system. */
const listsDisks = ({ disks }: Machine): boolean => disks.length > 0;

/**
 * What Azure writes only where it is used: left out, the machine has none. Of an answer that lacks what
 * every machine has, what it leaves out isn't known.
 */
function unlessLeftOut<Value extends string | boolean | null>(
  machine: Machine | null | undefined,
  read: (machine: Machine) => Value,
): Value | undefined {
  if (machine === null || machine === undefined) return undefined;
  const value = read(machine);
  const isLeftOut = value === null || value === false;
  return isLeftOut && !listsDisks(machine) ? undefined : value;
}

/** The zone of the machine; null: it is in none. */
export function zoneOf({ machine }: Pick<VmFactsGiven, 'machine'>): string | null | undefined {
  return unlessLeftOut(machine, (one) => one.zone);
}

function managedDisks(machine: Machine | null | undefined): boolean | undefined {
  if (!machine || !listsDisks(machine)) return undefined;
  return machine.disks.every(({ managedDiskId }) => managedDiskId !== null);
}

/** What the disks of today tell of those in the point: where it doesn't list them, of all of them. */
function disksOf({ machine, point }: VmFactsGiven) {
  if (!machine || !listsDisks(machine)) return undefined;
  const all = machine.disks;
  const luns = point?.disks?.map(({ lun }) => lun);
  const backedUp = all.filter(({ lun }) => lun === null || luns?.includes(lun) !== false);
  const leftOut = all.filter((disk) => !backedUp.includes(disk));
  return { all, backedUp, leftOut, isListed: luns !== undefined };
}

const areShared = (some: readonly MachineDisk[], { reads }: VmFactsGiven): boolean | undefined =>
  anyOf(
    some
      .flatMap(({ managedDiskId }) => managedDiskId ?? [])
      .map((id) => sharedOf(reads.disks.map(known).find((one) => sameId(one?.id ?? '', id)))),
  );

/** A disk that is not shared may leave that out; one that doesn't even say its size says nothing. */
const sharedOf = (disk: Disk | undefined): boolean | undefined =>
  disk?.isShared === false && disk.sizeGiB === null ? undefined : disk?.isShared;

/** A point says only that its source was encrypted by a disk extension; keys are the disks' own. */
function encryptionOf({
  point,
  machine,
  reads,
}: VmFactsGiven): FactValue<'vm.encryption'> | undefined {
  if (point?.isEncrypted === true) return 'ADE';
  if (point?.isEncrypted !== false || !machine || !listsDisks(machine)) return undefined;
  if (!machine.disks.some(({ encryptionSetId }) => encryptionSetId !== null)) return 'SSE-PMK';
  const hasBoth = reads.disks.some((disk) => known(disk)?.encryption === BOTH_KEYS);
  return hasBoth ? 'SSE-PMK+CMK' : 'SSE-CMK';
}

/** What Azure calls the encryption of a disk under its own key and the customer's. */
const BOTH_KEYS = 'EncryptionAtRestWithPlatformAndCustomerKeys';

/** Of a machine without managed disks nothing is known by them. */
function privateDisks(disks: readonly Read<Disk>[]): boolean | undefined {
  const answers = disks.map((disk) => known(disk)?.hasPrivateAccess ?? undefined);
  return answers.length === 0 ? undefined : anyOf(answers);
}

/** The NICs of the machine. If one of them isn't listed, what they are connected to stays unknown. */
const cardsOf = ({ machine, reads }: VmFactsGiven): readonly Read<NetworkInterface>[] | undefined =>
  machine?.nicCount === reads.interfaces.length ? reads.interfaces : undefined;

function anyCard(
  given: VmFactsGiven,
  meets: (card: NetworkInterface) => boolean,
): boolean | undefined {
  const cards = cardsOf(given);
  return cards && anyOf(cards.map((read) => answer(known(read), meets)));
}

/** Whether a NIC of the machine is on a network; undefined while that is not known. */
export function isOnNetworkOf(
  { draft, reads }: { readonly draft: { readonly choices: VmChoices }; readonly reads: Reads },
  network: string,
): boolean | undefined {
  return anyCard(givenOf(reads, draft.choices), ({ subnetIds }) =>
    subnetIds.some((id) => sameId(networkIdOf(id), network)),
  );
}

/** Every NIC has an address: one that names none says nothing of what it is connected to. */
function answer(
  card: NetworkInterface | undefined,
  meets: (card: NetworkInterface) => boolean,
): boolean | undefined {
  if (card === undefined) return undefined;
  return meets(card) || (hasAddresses(card) ? false : undefined);
}

/** Whether every NIC is known and names its addresses. */
const isAddressed = (given: VmFactsGiven): boolean =>
  allKnown(cardsOf(given) ?? [{ state: 'not asked' }])?.every(hasAddresses) === true;

function balancerOf({ balancers }: NetworkReads): FactValue<'vm.loadBalancer'> | undefined {
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
