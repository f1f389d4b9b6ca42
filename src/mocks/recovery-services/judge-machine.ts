import { type Check, hasTier, type Restore } from '#src/mocks/recovery-services/judgement.ts';
import { findMachine } from '#src/mocks/world/lookup.ts';
import { sameId } from '#src/model/resource-id.ts';

const isBlank = (value: string | null | undefined): boolean => (value ?? '') === '';

const needed =
  (
    key: 'targetVirtualMachineId' | 'targetResourceGroupId' | 'virtualNetworkId' | 'subnetId',
  ): Check =>
  ({ body }) =>
    isBlank(body[key]) ? `${key} is missing.` : null;

function networkOf({ state, body }: Restore) {
  return state.seed.networks.find(({ id }) => sameId(id, body.virtualNetworkId));
}

/** A new virtual machine (document 004, Restore as another virtual machine; 000, Create a VM). */
export const judgeNewMachine: readonly Check[] = [
  needed('targetVirtualMachineId'),
  needed('targetResourceGroupId'),
  needed('virtualNetworkId'),
  needed('subnetId'),
  ({ state, body }) =>
    findMachine(state, body.targetVirtualMachineId ?? '')?.exists === true
      ? 'A virtual machine with the target name exists already.'
      : null,
  (restore) =>
    networkOf(restore) === undefined
      ? `The virtual network ${restore.body.virtualNetworkId ?? ''} was not found.`
      : null,
  (restore) =>
    sameId(networkOf(restore)?.location, restore.vault.location)
      ? null
      : 'The virtual network must be in the region of the vault.',
  (restore) => {
    const network = networkOf(restore);
    const isThere = network?.subnets.some(({ name }) =>
      sameId(`${network.id}/subnets/${name}`, restore.body.subnetId),
    );
    return isThere === true ? null : 'The subnet does not exist in the virtual network.';
  },
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
];
