import { type Check, isBlank } from '#src/mocks/recovery-services/judgement.ts';

/**
 * What a restore in the secondary region cannot be, beside all that any restore cannot (document 000,
 * Cross Region Restore; two rules are the CLI's, C).
 */
export const judgeSecondary: readonly Check[] = [
  ({ body }) =>
    body.recoveryType === 'OriginalLocation'
      ? 'Disks cannot be replaced from the secondary region.'
      : null,
  ({ body }) => (isBlank(body.targetResourceGroupId) ? 'targetResourceGroupId is missing.' : null),
  ({ machine }) =>
    machine.disks.some(({ sku }) => sku === 'UltraSSD_LRS')
      ? 'Virtual machines with ultra disks cannot be restored in the secondary region.'
      : null,
  ({ body }) =>
    isBlank(body.diskEncryptionSetId)
      ? null
      : 'A disk encryption set cannot be used for a restore in the secondary region.',
];
