import type { Starter } from '../operation.ts';

/** A restore of the backup instance that the sample is about. */
export const diskRestore: Starter = ({ diskInstance }) => ({
  method: 'POST',
  path: `${diskInstance.id}/restore`,
  apiVersion: '2024-04-01',
  body: {
    objectType: 'AzureBackupRecoveryPointBasedRestoreRequest',
    recoveryPointId: diskInstance.points[0]?.name ?? '',
    restoreTargetInfo: { objectType: 'RestoreTargetInfo', recoveryOption: 'FailIfExists' },
  },
});
