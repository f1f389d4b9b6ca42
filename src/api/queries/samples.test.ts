import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { operationStatusWire } from '#src/api/arm/wire.ts';
import { jobsExportWire } from '#src/api/recovery-services/jobs/wire-export.ts';
import { jobWire } from '#src/api/recovery-services/jobs/wire.ts';
import {
  backupRequestWire,
  backupStatusRequestWire,
  backupStatusWire,
} from '#src/api/recovery-services/protected-items/wire-status.ts';
import { protectedItemWire } from '#src/api/recovery-services/protected-items/wire.ts';
import {
  recoveryPointPageWire,
  recoveryPointWire,
} from '#src/api/recovery-services/recovery-points/wire.ts';
import { fileRecoveryWire } from '#src/api/recovery-services/recovery-points/wire-files.ts';
import {
  recommendedForMoveWire,
  tieringCostRequestWire,
  tieringCostWire,
} from '#src/api/recovery-services/recovery-points/wire-tiers.ts';
import {
  guardProxyWire,
  unlockDeleteRequestWire,
  unlockDeleteWire,
} from '#src/api/recovery-services/vaults/wire-guards.ts';
import { operationPageWire } from '#src/api/recovery-services/vaults/wire-operations.ts';
import { aadPropertiesWire } from '#src/api/recovery-services/restores/wire-secondary.ts';
import { restoreRequestWire } from '#src/api/recovery-services/restores/wire.ts';
import {
  validationRequestWire,
  validationStatusWire,
  validationWire,
} from '#src/api/recovery-services/restores/wire-validation.ts';
import {
  storageConfigWire,
  vaultConfigWire,
} from '#src/api/recovery-services/vaults/wire-config.ts';

/**
 * Microsoft's own samples by our shapes. They lie beside the checkout while the project is written,
 * and are not needed to test it.
 */
const folder = new URL('../../../../shared/azure-samples/', import.meta.url);

type Shape = z.ZodMiniType;

/** What the bodies of requests and answers are read by, by the end of a sample's name. */
const requests: Readonly<Record<string, Shape>> = {
  'AzureIaasVm/TriggerRestore_*': restoreRequestWire,
  'AzureIaasVm/ValidateOperation_*': validationRequestWire,
  'AzureIaasVm/TriggerValidateOperation_*': validationRequestWire,
  'AzureIaasVm/GetBackupStatus': backupStatusRequestWire,
  'AzureIaasVm/Provision_Ilr': fileRecoveryWire,
  'AzureIaasVm/RecoveryPointsRecommendedForMove_List': recommendedForMoveWire,
  'Common/TriggerBackup_Post': backupRequestWire,
  'ResourceGuardProxyCRUD/UnlockDeleteResourceGuardProxy': unlockDeleteRequestWire,
  'TieringCost/FetchTieringCostForRehydrate': tieringCostRequestWire,
  'Common/BackupResourceVaultConfigs_Patch': vaultConfigWire,
  'Common/BackupStorageConfig_Patch': storageConfigWire,
};
const answers: Readonly<Record<string, Shape>> = {
  'AzureIaasVm/ValidateOperation_*': validationWire,
  'AzureIaasVm/ValidateOperationStatus': validationStatusWire,
  'AzureIaasVm/ValidateOperationResults': validationWire,
  'AzureIaasVm/ProtectedItemOperationStatus': operationStatusWire,
  'AzureIaasVm/ProtectedItemOperationResults': protectedItemWire,
  'AzureIaasVm/GetBackupStatus': backupStatusWire,
  'AzureIaasVm/RecoveryPointsRecommendedForMove_List': recoveryPointPageWire,
  'Common/ExportJobsOperationResult': jobsExportWire,
  'Common/ProtectedItem_Delete_OperationStatus': operationStatusWire,
  'ResourceGuardProxyCRUD/GetResourceGuardProxy': guardProxyWire,
  'ResourceGuardProxyCRUD/UnlockDeleteResourceGuardProxy': unlockDeleteWire,
  'TieringCost/FetchTieringCostForRehydrate': tieringCostWire,
  'TieringCost/GetTieringCostOperationStatus': operationStatusWire,
  ListOperations: operationPageWire,
  'AzureIaasVm/BackupAadProperties_Get': aadPropertiesWire,
  'AzureIaasVm/GetCrrJob_Post': jobWire,
  'AzureIaasVm/GetCrrOperationStatus_Get': operationStatusWire,
  'AzureIaasVm/RecoveryPoints_Get': recoveryPointWire,
  'AzureIaasVm/RecoveryPoints_List': recoveryPointPageWire,
  'Common/BackupResourceVaultConfigs_Patch': vaultConfigWire,
  'Common/BackupStorageConfig_Get': storageConfigWire,
};

const sampleWire = z.object({
  parameters: z.looseObject({ parameters: z.optional(z.unknown()) }),
  responses: z.record(z.string(), z.looseObject({ body: z.optional(z.unknown()) })),
});

/** What of the samples of a name a shape does not read, and how many bodies it was given. */
function read(name: string, bodiesOf: (sample: z.infer<typeof sampleWire>) => unknown[]) {
  const bodies = globSync(`recoveryservicesbackup*/**/${name}.json`, { cwd: folder }).flatMap(
    (file) =>
      bodiesOf(sampleWire.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))).map(
        (body) => ({ file, body }),
      ),
  );
  const unread = (shape: Shape) =>
    bodies.filter(({ body }) => !shape.safeParse(body).success).map(({ file }) => file);
  return { count: bodies.length, unread };
}

const isHere = existsSync(folder);

test.skipIf(!isHere).each(Object.entries(requests))('requests: %s', (name, shape) => {
  const { count, unread } = read(name, ({ parameters }) => [parameters.parameters]);
  expect(count).toBeGreaterThan(0);
  expect(unread(shape)).toEqual([]);
});

test.skipIf(!isHere).each(Object.entries(answers))('answers: %s', (name, shape) => {
  const { count, unread } = read(name, ({ responses }) =>
    Object.values(responses).flatMap(({ body }) => body ?? []),
  );
  expect(count).toBeGreaterThan(0);
  expect(unread(shape)).toEqual([]);
});
