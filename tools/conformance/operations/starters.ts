import type { Starter } from '../operation.ts';

/** How operations of the simulated Azure are begun, so that a sample can ask for one. */

const API_VERSION = '2024-04-01';

/** A restore of the disks of the item that the sample is about. */
export const restore: Starter = ({ vault, instance, machine, point, account }) => ({
  method: 'POST',
  path: `${instance.id}/recoveryPoints/${point.name}/restore`,
  apiVersion: API_VERSION,
  body: {
    properties: {
      objectType: 'IaasVMRestoreRequest',
      recoveryPointId: point.name,
      recoveryType: 'RestoreDisks',
      sourceResourceId: machine.id,
      storageAccountId: account.id,
      region: vault.location,
    },
  },
});

/** The end of the job that the sample is about. */
export const cancellation: Starter = ({ vault, jobId }) => ({
  method: 'POST',
  path: `${vault.id}/backupJobs/${encodeURIComponent(jobId)}/cancel`,
  apiVersion: API_VERSION,
});

/** A change of the vault. */
export const vaultChange: Starter = ({ vault }) => ({
  method: 'PATCH',
  path: vault.id,
  apiVersion: API_VERSION,
  body: {
    properties: {
      restoreSettings: {
        crossSubscriptionRestoreSettings: { crossSubscriptionRestoreState: 'Disabled' },
      },
    },
  },
});
