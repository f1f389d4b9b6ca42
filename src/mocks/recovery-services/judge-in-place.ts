import { type Check, hasTier, isElsewhere } from '#src/mocks/recovery-services/judgement.ts';

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
