import { parseResourceId } from '#src/api/arm/resource-id.ts';
import {
  type Check,
  hasTier,
  isBlank,
  isElsewhere,
  type Restore,
  targetSubscription,
} from '#src/mocks/recovery-services/judgement.ts';
import { machinesNamed } from '#src/mocks/world/lookup.ts';
import type { NetworkSeed } from '#src/mocks/world/place-seed.ts';
import { sameRegion } from '#src/model/places.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

const needed =
  (
    key: 'targetVirtualMachineId' | 'targetResourceGroupId' | 'virtualNetworkId' | 'subnetId',
  ): Check =>
  ({ body }) =>
    isBlank(body[key]) ? `${key} is missing.` : null;

const targetOf = ({ body }: Restore) => parseResourceId(body.targetVirtualMachineId ?? '');

/** Document 000, Create a VM: unused in the subscription, also by a restore that is on its way. */
function isTaken(restore: Restore): boolean {
  const target = targetOf(restore);
  const named = machinesNamed(restore.state, target?.name ?? '');
  const there = named.filter(({ exists }) => exists).map(({ id }) => id);
  return [...there, ...restore.state.reserved].some(
    (id) =>
      sameId(nameOf(id), target?.name) &&
      sameId(parseResourceId(id)?.subscriptionId, target?.subscriptionId),
  );
}

/**
 * Names of virtual machines that Azure refuses. The documents have no rule of their own (rules.md,
 * G-16): these are Compute's general ones, and every line here is a guess (G). Reserved words bind only
 * resources with an address of their own, so they are taken.
 * @returns why a name is refused, or null.
 */
function refusedName(name: string): string | null {
  if (name.length < 1 || name.length > 64) {
    return `The virtual machine name '${name}' must have 1 to 64 characters.`;
  }
  if (!/^[A-Za-z0-9._-]+$/.test(name)) {
    return `The virtual machine name '${name}' may have letters, digits, '.', '_' and '-' only.`;
  }
  const [first = '', last = ''] = [name[0], name.at(-1)];
  return '._-'.includes(first) || '.-'.includes(last)
    ? `The virtual machine name '${name}' must begin with a letter or digit, and not end in '.' or '-'.`
    : null;
}

const aboutTheName: readonly Check[] = [
  (restore) =>
    sameId(targetOf(restore)?.type, 'Microsoft.Compute/virtualMachines')
      ? null
      : 'targetVirtualMachineId is not the id of a virtual machine.',
  // The last segment and not the parsed name: parsing forgives a slash at the end.
  ({ body }) => refusedName(nameOf(body.targetVirtualMachineId ?? '')),
  (restore) =>
    isTaken(restore)
      ? 'A virtual machine with the target name exists already in the subscription.'
      : null,
  // Where both ids name a group they must name the same (G).
  (restore) =>
    sameId(
      restore.body.targetResourceGroupId,
      restore.body.targetVirtualMachineId?.replace(/\/providers\/.*/i, ''),
    )
      ? null
      : 'targetVirtualMachineId is not in the target resource group.',
];

const onNetwork =
  (check: (network: NetworkSeed, restore: Restore) => string | null): Check =>
  (restore) => {
    const { state, body } = restore;
    const network = state.seed.networks.find(({ id }) => sameId(id, body.virtualNetworkId));
    return network === undefined
      ? `The virtual network ${body.virtualNetworkId ?? ''} was not found.`
      : check(network, restore);
  };

const subnetOf = ({ id, subnets }: NetworkSeed, { body }: Restore) =>
  subnets.find(({ name }) => sameId(`${id}/subnets/${name}`, body.subnetId));

/** Document 000, Create a VM: the network is of the restore's region and of the target subscription. */
const aboutTheNetwork: readonly Check[] = [
  onNetwork(({ location }, { vault }) =>
    sameRegion(location, vault.location)
      ? null
      : 'The virtual network must be in the region of the vault.',
  ),
  onNetwork(({ id }, restore) =>
    sameId(parseResourceId(id)?.subscriptionId, targetSubscription(restore))
      ? null
      : 'The virtual network must be in the target subscription.',
  ),
  onNetwork((network, restore) =>
    subnetOf(network, restore) === undefined
      ? 'The subnet does not exist in the virtual network.'
      : null,
  ),
  // A delegated subnet takes nothing but what its service puts there (general knowledge, G).
  onNetwork((network, restore) => {
    const service = subnetOf(network, restore)?.delegatedTo;
    return service === undefined
      ? null
      : `The subnet is delegated to ${service} and takes no virtual machine.`;
  }),
];

/** A new virtual machine (document 004, Restore as another virtual machine; 000, Create a VM). */
export const judgeNewMachine: readonly Check[] = [
  needed('targetVirtualMachineId'),
  needed('targetResourceGroupId'),
  needed('virtualNetworkId'),
  needed('subnetId'),
  ...aboutTheName,
  ...aboutTheNetwork,
  // Document 001, Restore entire encrypted VM at alternate location: only by its disks.
  ({ machine }) =>
    machine.encryption === 'ADE'
      ? 'A virtual machine with Azure Disk Encryption can only be rebuilt from its restored disks.'
      : null,
];

/** Replacing the disks of the source (document 000, Restore options, Replace existing). */
export const judgeInPlace: readonly Check[] = [
  ({ machine }) => (machine.exists ? null : 'The virtual machine to replace has been deleted.'),
  ({ machine }) =>
    machine.encryption === 'none'
      ? null
      : 'Encrypted virtual machines cannot be replaced in place.',
  ({ machine }) =>
    machine.deployment === 'classic'
      ? 'Classic virtual machines cannot be replaced in place.'
      : null,
  ({ machine }) =>
    machine.isManaged ? null : 'Virtual machines with unmanaged disks cannot be replaced in place.',
  ({ machine }) =>
    machine.isGeneralized ? 'Generalized virtual machines cannot be replaced in place.' : null,
  // Document 000, Choose a VM restore configuration, note.
  ({ point }) =>
    hasTier(point, 'InstantRP') && !hasTier(point, 'HardenedRP')
      ? 'The transfer of this recovery point to the vault is not complete.'
      : null,
  // Document 000, Replace existing disks: the option has no subscription of its own.
  (restore) => (isElsewhere(restore) ? 'Disks are replaced where the virtual machine is.' : null),
];
