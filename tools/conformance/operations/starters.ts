import { secondaryRegionOf } from '#src/mocks/recovery-services/judge.ts';
import { nameOf } from '#src/model/resource-id.ts';

import type { Starter } from '../operation.ts';
import type { Estate } from '../world/estate.ts';

/** How to start operations of the simulated Azure, so that a sample can request one. */

const API_VERSION = '2024-04-01';

const restoreOfDisks = ({ vault, machine, point, account }: Estate) => ({
  objectType: 'IaasVMRestoreRequest',
  recoveryPointId: point.name,
  recoveryType: 'RestoreDisks',
  sourceResourceId: machine.id,
  storageAccountId: account.id,
  region: vault.location,
});

const pointIdIn = ({ instance, point }: Estate): string =>
  `${instance.id}/recoveryPoints/${point.name}`;

/** A restore of the disks of the item that the sample is about. */
export const restore: Starter = (estate) => ({
  method: 'POST',
  path: `${pointIdIn(estate)}/restore`,
  apiVersion: API_VERSION,
  body: { properties: restoreOfDisks(estate) },
});

/** The validation of such a restore. */
export const validation: Starter = (estate) => ({
  method: 'POST',
  path: `${estate.vault.id}/backupTriggerValidateOperation`,
  apiVersion: API_VERSION,
  body: {
    id: pointIdIn(estate),
    properties: {
      objectType: 'ValidateIaasVMRestoreOperationRequest',
      restoreRequest: restoreOfDisks(estate),
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

/** A look of the vault for new machines. */
export const discovery: Starter = ({ vault }) => ({
  method: 'POST',
  path: `${vault.id}/backupFabrics/Azure/refreshContainers`,
  apiVersion: API_VERSION,
});

/** The list of jobs as a file. */
export const jobsExport: Starter = ({ vault }) => ({
  method: 'POST',
  path: `${vault.id}/backupJobsExport`,
  apiVersion: API_VERSION,
});

/** What it costs to bring back the point that the sample is about. */
export const costQuestion: Starter = ({ vault, instance, point }) => ({
  method: 'POST',
  path: `${vault.id}/backupTieringCost/default/fetchTieringCost`,
  apiVersion: API_VERSION,
  body: {
    objectType: 'FetchTieringCostInfoForRehydrationRequest',
    containerName: nameOf(instance.id.replace(/\/protectedItems\/[^/]+$/i, '')),
    protectedItemName: nameOf(instance.id),
    recoveryPointId: point.name,
    rehydrationPriority: 'Standard',
    sourceTierType: 'ArchivedRP',
    targetTierType: 'HardenedRP',
  },
});

/** The right to read the point that the sample is about from the secondary region. */
export const accessToken: Starter = (estate) => ({
  method: 'POST',
  path: `${pointIdIn(estate)}/accessToken`,
  apiVersion: '2023-01-15',
  body: {
    properties: {
      audience: `https://RecoveryServices/IaasCoord/aadmgmt/${secondaryRegionOf(estate.vault) ?? ''}`,
    },
  },
});
